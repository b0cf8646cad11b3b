#ifndef ACTION_CATALOG_H
#define ACTION_CATALOG_H

#include <stddef.h>

// The facts of the action catalog as text inside the binary: read-only pages that cost nothing
// until they are read. Every file is ASCII, every line ends in a line feed, fields are parted by
// tabs, and empty fields at the end of a line are left out. Order of name is by the bytes of the
// lower-case name.
//
// services.txt (generated) has a block for each service, in order of prefix. A block is a line for
// the service, then its resource types, its condition keys and its actions, one a line in order of
// name, each of the three closed by an empty line:
//
//   prefix, name, "operations" where the API operations of the actions are known
//   code, resource type, ARN format, condition keys as codes
//   code, value type, condition key
//   action, access level, resource types as codes, condition keys as codes, dependent actions,
//     API operations
//
// A code is one lower-case letter or digit, or an upper-case letter and one of those, in the order
// of the lines; it holds in its block. Behind the code of a resource type, "*" says required;
// before a code, "+" says that only the service's developer guide names it.
// Access levels are L, R, W, T (tagging) and P (permissions management), with "p" for a
// permission-only action. Value types are S, A(RN), B, N, D, I(P address) and Y (binary); a second
// letter is a second type, "+" says several values.
// An ARN format lacks its start "arn:${Partition}:"; "~" stands for the service's prefix, region
// and account. A condition key or dependent action that begins with ":" has the service's prefix.
// Lists of names are parted by commas. No operations given means the one with the action's name,
// "-" means none.
//
// service-index.txt (generated) has a line for each service: prefix, offset of its block.
// sources.txt (generated) has a line for each source: prefix of the service or "*", name, date,
// what it gave.
// global-condition-keys.txt (kept by hand) has lines of: condition key, value type.
// resource-control-policy-services.txt (kept by hand) has lines of: "source", "date" or "service",
// value. In the last two, lines that begin with "#" are comments.

struct action_catalog_text {
  const unsigned char *_Nonnull bytes;
  size_t length;
};

struct action_catalog_text action_catalog_services(void);
struct action_catalog_text action_catalog_service_index(void);
struct action_catalog_text action_catalog_sources(void);
struct action_catalog_text action_catalog_global_condition_keys(void);
struct action_catalog_text action_catalog_resource_control_policy_services(void);

#endif
