/// The registry's migrations: the files of the folder `Migrations`, compiled into the program.
#ifndef CREGISTRYSCHEMA_H
#define CREGISTRYSCHEMA_H

#include <stddef.h>

/// One migration: the file `Migrations/<version>_<name>.sql`.
typedef struct {
  /// The schema's version once the migration is applied; the first is 1.
  int version;
  /// The file's name without its number and extension.
  const char *_Nonnull name;
  /// The file's bytes, UTF-8, followed by a zero byte.
  const unsigned char *_Nonnull sql;
  /// The number of bytes of `sql`, without the zero byte.
  size_t length;
} cregistryschema_migration;

/// How many migrations there are.
size_t cregistryschema_migration_count(void);

/// The migration at an index, in the order of their versions; null at and after the count. Swift does
/// not import a C array of unknown length, hence a function.
const cregistryschema_migration *_Nullable cregistryschema_migration_at(size_t index);

#endif
