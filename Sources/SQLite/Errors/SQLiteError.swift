import CSQLite
import Glibc

/// What SQLite refused or could not do, on which database and for which statement.
///
/// The rooms above may match on `code`; people read `description` and `hint`.
package struct SQLiteError: Error, Hashable, Sendable {
  /// The primary result code. One that this program does not know is `SQLITE_ERROR`.
  package let code: ResultCode
  /// The extended result code, whose low byte is the primary one.
  package let extendedCode: Int32
  /// SQLite's own words, or ours for what this room refuses by itself.
  package let message: String
  /// The SQL of the statement that failed, where there was one.
  package let sql: String?
  /// The path of the database as it was given to `Connection`; empty where no database is meant.
  package let path: String

  /// An error of an extended code, in words of our own.
  package init(extendedCode: Int32, message: String, sql: String? = nil, path: String) {
    self.code = ResultCode(rawValue: extendedCode & 0xff) ?? .SQLITE_ERROR
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.path = path
  }

  /// An error of a primary code, in words of our own.
  package init(_ code: ResultCode, _ message: String, sql: String? = nil, path: String) {
    self.init(extendedCode: code.rawValue, message: message, sql: sql, path: path)
  }

  /// The last error of a connection.
  init(lastErrorOf database: OpaquePointer, sql: String? = nil, path: String) {
    let extendedCode = sqlite3_extended_errcode(database)
    var message = String(cString: sqlite3_errmsg(database))
    let systemError = sqlite3_system_errno(database)
    if systemError != 0 {
      // Of a file that it cannot open, SQLite says no more than that.
      switch extendedCode & 0xff {
      case SQLITE_CANTOPEN: message = systemMessage(systemError)
      case SQLITE_IOERR: message += ": " + systemMessage(systemError)
      default: break
      }
    }
    self.init(extendedCode: extendedCode, message: message, sql: sql, path: path)
  }
}

/// The system's words for an error number, in lower case like the rest of a message.
func systemMessage(_ number: Int32) -> String {
  String(cString: strerror(number)).lowercased()
}
