/// The system's SQLite, and what of its C interface Swift cannot call or cannot call safely.
///
/// Everything declared here says whether a pointer may be null; the declarations of `sqlite3.h` do
/// not.
#ifndef CSQLITE_H
#define CSQLITE_H

#include <sqlite3.h>
#include <stddef.h>

/// Extended result codes; their macros combine two constants, and Swift imports no such macro.
static const int csqlite_busy_snapshot = SQLITE_BUSY_SNAPSHOT;
static const int csqlite_readonly_recovery = SQLITE_READONLY_RECOVERY;
static const int csqlite_readonly_rollback = SQLITE_READONLY_ROLLBACK;
static const int csqlite_readonly_dbmoved = SQLITE_READONLY_DBMOVED;
static const int csqlite_readonly_directory = SQLITE_READONLY_DIRECTORY;

/// Binds `count` bytes of UTF-8, which SQLite copies: `SQLITE_TRANSIENT` is a cast of -1 to a
/// function pointer, which Swift does not import.
int csqlite_bind_text(
    sqlite3_stmt *_Nonnull statement, int index, const unsigned char *_Nullable bytes, size_t count);

/// Binds `count` bytes of UTF-8 that outlive the process's last statement, without a copy:
/// `SQLITE_STATIC` is a cast too.
int csqlite_bind_static_text(
    sqlite3_stmt *_Nonnull statement, int index, const unsigned char *_Nonnull bytes, size_t count);

/// Binds `count` bytes, which SQLite copies; no bytes are an empty blob, where `sqlite3_bind_blob`
/// takes a null pointer for NULL.
int csqlite_bind_blob(
    sqlite3_stmt *_Nonnull statement, int index, const unsigned char *_Nullable bytes, size_t count);

/// Binds a copy of `count` integers for `int64array(?)`: it goes through `sqlite3_bind_pointer`, whose
/// type tag must be a C string that is never freed and whose destructor is a C function.
int csqlite_bind_int64_array(
    sqlite3_stmt *_Nonnull statement, int index, const sqlite3_int64 *_Nullable values,
    size_t count);

/// Registers the table-valued function `int64array(?)` on a connection: a virtual table is a struct
/// of C callbacks over its own subclassed structs, which Swift cannot lay out.
int csqlite_register_int64_array(sqlite3 *_Nonnull database);

/// Makes a new connection safe for files from strangers, with foreign keys enforced:
/// `sqlite3_db_config` is variadic, and Swift calls no variadic C functions.
int csqlite_defend(sqlite3 *_Nonnull database);

/// Turns the enforcement of foreign keys on or off: `sqlite3_db_config` is variadic. It never fails
/// and has no effect inside a transaction.
void csqlite_enforce_foreign_keys(sqlite3 *_Nonnull database, int is_enforced);

/// Sends SQLite's log to a callback, once a process and before its first connection:
/// `sqlite3_config` is variadic.
int csqlite_log_to(
    void (*_Nonnull callback)(void *_Nullable context, int code, const char *_Nonnull message),
    void *_Nullable context);

#endif
