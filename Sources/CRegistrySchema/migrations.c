#include "CRegistrySchema.h"

// A new migration needs an array, which is its file, and a line in the table.

static const unsigned char registry[] = {
#embed "../../Migrations/0001_registry.sql" suffix(, 0)
};

static const unsigned char views[] = {
#embed "../../Migrations/0002_views.sql" suffix(, 0)
};

#define MIGRATION(version, file) {version, #file, file, sizeof file - 1}

static const cregistryschema_migration migrations[] = {
    MIGRATION(1, registry),
    MIGRATION(2, views),
};

size_t cregistryschema_migration_count(void) { return sizeof migrations / sizeof migrations[0]; }

const cregistryschema_migration *cregistryschema_migration_at(size_t index) {
  return index < cregistryschema_migration_count() ? &migrations[index] : NULL;
}
