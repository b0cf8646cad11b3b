#include "action_catalog.h"

static const unsigned char services[] = {
#embed "Facts/services.txt"
};

static const unsigned char service_index[] = {
#embed "Facts/service-index.txt"
};

static const unsigned char sources[] = {
#embed "Facts/sources.txt"
};

static const unsigned char global_condition_keys[] = {
#embed "Facts/global-condition-keys.txt"
};

static const unsigned char resource_control_policy_services[] = {
#embed "Facts/resource-control-policy-services.txt"
};

#define TEXT(name) ((struct action_catalog_text){name, sizeof(name)})

struct action_catalog_text action_catalog_services(void) { return TEXT(services); }

struct action_catalog_text action_catalog_service_index(void) { return TEXT(service_index); }

struct action_catalog_text action_catalog_sources(void) { return TEXT(sources); }

struct action_catalog_text action_catalog_global_condition_keys(void) {
  return TEXT(global_condition_keys);
}

struct action_catalog_text action_catalog_resource_control_policy_services(void) {
  return TEXT(resource_control_policy_services);
}
