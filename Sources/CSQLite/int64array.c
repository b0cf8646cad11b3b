// The eponymous table-valued function `int64array(?)`: the integers bound by
// `csqlite_bind_int64_array`, in their order, as the column `value`.
//
// SQL text cannot make the pointer that the function reads: SQLite hands it over only if it was
// bound with the same type tag. Anything else is an empty table.

#include "CSQLite.h"

#include <stdint.h>

static const char type_tag[] = "int64array";

struct array {
  size_t count;
  sqlite3_int64 values[];
};

int csqlite_bind_int64_array(
    sqlite3_stmt *statement, int index, const sqlite3_int64 *values, size_t count) {
  if (count > (INT64_MAX - sizeof(struct array)) / sizeof(sqlite3_int64)) return SQLITE_TOOBIG;
  struct array *copy = sqlite3_malloc64(sizeof(struct array) + count * sizeof(sqlite3_int64));
  if (!copy) return SQLITE_NOMEM;
  copy->count = count;
  for (size_t i = 0; i < count; i++) copy->values[i] = values[i];
  // SQLite frees the copy, also where the binding fails.
  return sqlite3_bind_pointer(statement, index, copy, type_tag, sqlite3_free);
}

enum { VALUE_COLUMN, ARRAY_COLUMN };

enum { NO_ARRAY, BOUND_ARRAY };

struct cursor {
  sqlite3_vtab_cursor base;
  const struct array *array;
  size_t position;
};

static int connect(
    sqlite3 *database, void *context, int count, const char *const *arguments,
    sqlite3_vtab **table, char **message) {
  int result = sqlite3_declare_vtab(database, "CREATE TABLE x(value INTEGER, array HIDDEN)");
  if (result != SQLITE_OK) return result;
  result = sqlite3_vtab_config(database, SQLITE_VTAB_DIRECTONLY);
  if (result != SQLITE_OK) return result;
  *table = sqlite3_malloc(sizeof **table);
  if (!*table) return SQLITE_NOMEM;
  **table = (sqlite3_vtab){0};
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
    if (constraint->iColumn != ARRAY_COLUMN) continue;
    if (constraint->op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (!constraint->usable) return SQLITE_CONSTRAINT;
    info->aConstraintUsage[i].argvIndex = 1;
    info->aConstraintUsage[i].omit = 1;
    info->idxNum = BOUND_ARRAY;
    info->estimatedCost = 1;
    info->estimatedRows = 100;
    return SQLITE_OK;
  }
  info->idxNum = NO_ARRAY;
  info->estimatedCost = 1;
  info->estimatedRows = 1;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  struct cursor *opened = sqlite3_malloc(sizeof *opened);
  if (!opened) return SQLITE_NOMEM;
  *opened = (struct cursor){0};
  *cursor = &opened->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor) {
  sqlite3_free(cursor);
  return SQLITE_OK;
}

static int filter(
    sqlite3_vtab_cursor *base, int plan, const char *name, int count, sqlite3_value **arguments) {
  struct cursor *cursor = (struct cursor *)base;
  cursor->array = plan == BOUND_ARRAY ? sqlite3_value_pointer(arguments[0], type_tag) : NULL;
  cursor->position = 0;
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
  ((struct cursor *)base)->position++;
  return SQLITE_OK;
}

static int eof(sqlite3_vtab_cursor *base) {
  const struct cursor *cursor = (const struct cursor *)base;
  return !cursor->array || cursor->position >= cursor->array->count;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index) {
  const struct cursor *cursor = (const struct cursor *)base;
  if (index == VALUE_COLUMN) sqlite3_result_int64(context, cursor->array->values[cursor->position]);
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
  *id = (sqlite3_int64)((struct cursor *)base)->position + 1;
  return SQLITE_OK;
}

int csqlite_register_int64_array(sqlite3 *database) {
  // Without xCreate the table exists only under its own name, as a function.
  static const sqlite3_module module = {
      .xConnect = connect,
      .xBestIndex = best_index,
      .xDisconnect = disconnect,
      .xOpen = open_cursor,
      .xClose = close_cursor,
      .xFilter = filter,
      .xNext = next,
      .xEof = eof,
      .xColumn = column,
      .xRowid = rowid,
  };
  return sqlite3_create_module_v2(database, type_tag, &module, NULL, NULL);
}
