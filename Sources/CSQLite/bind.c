#include "CSQLite.h"

int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const unsigned char *bytes, size_t count) {
  const char *text = bytes ? (const char *)bytes : "";  // A null pointer would bind NULL.
  return sqlite3_bind_text64(statement, index, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int csqlite_bind_static_text(
    sqlite3_stmt *statement, int index, const unsigned char *bytes, size_t count) {
  return sqlite3_bind_text64(
      statement, index, (const char *)bytes, count, SQLITE_STATIC, SQLITE_UTF8);
}

int csqlite_bind_blob(
    sqlite3_stmt *statement, int index, const unsigned char *bytes, size_t count) {
  if (count == 0) return sqlite3_bind_zeroblob(statement, index, 0);
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}
