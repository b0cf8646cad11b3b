/// What a connection may do with its file.
package enum OpenMode: Hashable, Sendable {
  /// Read a file that exists.
  case readOnly
  /// Read and write a file that exists.
  case readWrite
  /// Read and write a file, made with mode 0600 where there is none.
  case create
}
