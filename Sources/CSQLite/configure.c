#include "CSQLite.h"

int csqlite_defend(sqlite3 *database) {
  // DEFENSIVE: no SQL may write the schema table or otherwise damage the file on purpose.
  // DQS: "name" is an identifier, so that a misspelt column is an error and not a string.
  // TRUSTED_SCHEMA: views and triggers of the file may not call functions with side effects.
  static const struct {
    int option;
    int value;
  } settings[] = {
      {SQLITE_DBCONFIG_DEFENSIVE, 1},
      {SQLITE_DBCONFIG_DQS_DDL, 0},
      {SQLITE_DBCONFIG_DQS_DML, 0},
      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
  };
  for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
    int result = sqlite3_db_config(
        database, settings[i].option, settings[i].value, (int *)NULL);
    if (result != SQLITE_OK) return result;
  }
  return SQLITE_OK;
}

void csqlite_enforce_foreign_keys(sqlite3 *database, int is_enforced) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, is_enforced, (int *)NULL);
}

int csqlite_log_to(void (*callback)(void *context, int code, const char *message), void *context) {
  return sqlite3_config(SQLITE_CONFIG_LOG, callback, context);
}
