-- The registry: what AWS had, as it was observed, and who recorded it.
--
-- `change` is the history; every other table is derived from it and from the texts in `spelling`.
-- A record is valid from the revision that wrote it until, exclusively, the revision that replaced
-- or removed it. The open end is the largest integer, so that one predicate,
-- `from_revision <= N AND N < until_revision`, reads the present and the past by the same index.
--
-- The columns of a primary key stand first and in its order: SQLite 3.40 misreads others in its
-- integrity check of tables without a rowid.
--
-- Instants are UTC, as ISO 8601 text that sorts. Identifiers compare as bytes.

-- One row for each command that wrote. The numbers have no gaps, `recorded_at` never falls, and
-- `hash` covers the row, its changes and `previous_hash`. `observed_at` is when AWS was in the state
-- that the revision describes; `actor` and `user_id` are what the writer said of himself.
CREATE TABLE revision (
  number INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL,
  observed_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  command TEXT NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

-- What a revision did to one record. `before` is NULL for a new record, `after` for a removed one;
-- both are the record's canonical JSON.
CREATE TABLE change (
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  CONSTRAINT change_identity PRIMARY KEY (revision, ordinal),
  CONSTRAINT change_revision FOREIGN KEY (revision) REFERENCES revision (number),
  CONSTRAINT change_changes CHECK (before IS NOT after)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_by_record ON change (kind, key, revision);

-- Anchors -------------------------------------------------------------------------------------

-- Every ARN that a record is about or points to, whether or not a record describes it. Rows are
-- never changed or removed. `name` is what people call the thing: the last part of a path, or a
-- function's name with its qualifier.
CREATE TABLE resource (
  id INTEGER PRIMARY KEY,
  arn TEXT NOT NULL CONSTRAINT resource_arn UNIQUE,
  service TEXT NOT NULL,
  region TEXT NOT NULL,
  account TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE INDEX resource_by_name ON resource (name, type);

CREATE INDEX resource_by_account ON resource (account, service, type);

-- A policy document by its meaning: `hash` is the SHA-256 of `text`, its canonical form. Rows are
-- never changed or removed. A document that is not a valid policy has no statements here and is
-- unknown to the evaluator, never empty.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CONSTRAINT document_hash UNIQUE,
  text TEXT NOT NULL,
  is_valid INTEGER NOT NULL CONSTRAINT document_is_valid CHECK (is_valid IN (0, 1))
) STRICT;

CREATE INDEX document_invalid ON document (id) WHERE is_valid = 0;

-- The verbatim texts in which a document was seen; `hash` is the SHA-256 of `text`.
CREATE TABLE spelling (
  document_id INTEGER NOT NULL,
  hash BLOB NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT spelling_identity PRIMARY KEY (document_id, hash),
  CONSTRAINT spelling_document FOREIGN KEY (document_id) REFERENCES document (id)
) STRICT, WITHOUT ROWID;

-- The access index ----------------------------------------------------------------------------
-- Derived from `document.text`. It finds the statements that may match an action and a resource;
-- whether they do is the evaluator's to say.

CREATE TABLE statement (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sid TEXT,
  effect TEXT NOT NULL CONSTRAINT statement_effect CHECK (effect IN ('Allow', 'Deny')),
  CONSTRAINT statement_identity PRIMARY KEY (document_id, ordinal),
  CONSTRAINT statement_document FOREIGN KEY (document_id) REFERENCES document (id)
) STRICT, WITHOUT ROWID;

-- Distinct action patterns in lower case; `prefix` is the text before the first wildcard, and the
-- index of both tells all that a question about a name needs.
CREATE TABLE action_pattern (
  id INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL,
  pattern TEXT NOT NULL,
  CONSTRAINT action_pattern_text UNIQUE (prefix, pattern)
) STRICT;

-- Distinct resource patterns; `prefix` is the text before the first wildcard or policy variable.
CREATE TABLE resource_pattern (
  id INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL,
  pattern TEXT NOT NULL,
  CONSTRAINT resource_pattern_text UNIQUE (prefix, pattern)
) STRICT;

-- A negated row is an entry of NotAction: its statement may match whatever the pattern does not. The
-- statement's effect is repeated, so that these rows alone tell what a question needs.
CREATE TABLE statement_action (
  is_negated INTEGER NOT NULL CONSTRAINT statement_action_is_negated CHECK (is_negated IN (0, 1)),
  action_id INTEGER NOT NULL,
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  effect TEXT NOT NULL CONSTRAINT statement_action_effect CHECK (effect IN ('Allow', 'Deny')),
  CONSTRAINT statement_action_identity
    PRIMARY KEY (is_negated, action_id, document_id, ordinal),
  CONSTRAINT statement_action_pattern FOREIGN KEY (action_id) REFERENCES action_pattern (id),
  CONSTRAINT statement_action_statement
    FOREIGN KEY (document_id, ordinal) REFERENCES statement (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- A negated row is an entry of NotResource. A statement without a resource element has no row.
CREATE TABLE statement_resource (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  is_negated INTEGER NOT NULL CONSTRAINT statement_resource_is_negated CHECK (is_negated IN (0, 1)),
  resource_id INTEGER NOT NULL,
  CONSTRAINT statement_resource_identity
    PRIMARY KEY (document_id, ordinal, is_negated, resource_id),
  CONSTRAINT statement_resource_pattern FOREIGN KEY (resource_id) REFERENCES resource_pattern (id),
  CONSTRAINT statement_resource_statement
    FOREIGN KEY (document_id, ordinal) REFERENCES statement (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_resource_by_pattern
  ON statement_resource (is_negated, resource_id, document_id, ordinal);

-- `type` is the key of the principal map: AWS, Service, Federated, CanonicalUser, or * for everyone.
CREATE TABLE statement_principal (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  is_negated INTEGER NOT NULL
    CONSTRAINT statement_principal_is_negated CHECK (is_negated IN (0, 1)),
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT statement_principal_identity
    PRIMARY KEY (document_id, ordinal, is_negated, type, value),
  CONSTRAINT statement_principal_statement
    FOREIGN KEY (document_id, ordinal) REFERENCES statement (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_principal_by_value ON statement_principal (value, type);

CREATE TABLE statement_condition (
  document_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  operator TEXT NOT NULL,
  condition_key TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT statement_condition_identity
    PRIMARY KEY (document_id, ordinal, operator, condition_key, value),
  CONSTRAINT statement_condition_statement
    FOREIGN KEY (document_id, ordinal) REFERENCES statement (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The organization ----------------------------------------------------------------------------

CREATE TABLE organization (
  organization TEXT NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  management_account TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT organization_identity PRIMARY KEY (organization, until_revision),
  CONSTRAINT organization_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- A root or an organizational unit; the root has no parent.
CREATE TABLE organizational_unit (
  unit TEXT NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  organization TEXT NOT NULL,
  name TEXT NOT NULL,
  parent TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT organizational_unit_identity PRIMARY KEY (unit, until_revision),
  CONSTRAINT organizational_unit_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- `parent` is NULL while nobody has said where in the organization's tree the account hangs.
CREATE TABLE account (
  account TEXT NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  name TEXT,
  organization TEXT,
  parent TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT account_identity PRIMARY KEY (account, until_revision),
  CONSTRAINT account_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- A service or resource control policy.
CREATE TABLE control_policy (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  type TEXT NOT NULL
    CONSTRAINT control_policy_type CHECK (type IN ('SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY')),
  name TEXT NOT NULL,
  document_id INTEGER NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT control_policy_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT control_policy_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT control_policy_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT control_policy_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- `target` is the id of a root, an organizational unit or an account.
CREATE TABLE control_policy_attachment (
  target TEXT NOT NULL,
  policy_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  from_revision INTEGER NOT NULL,
  CONSTRAINT control_policy_attachment_identity PRIMARY KEY (target, policy_id, until_revision),
  CONSTRAINT control_policy_attachment_policy FOREIGN KEY (policy_id) REFERENCES resource (id),
  CONSTRAINT control_policy_attachment_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX control_policy_attachment_by_policy
  ON control_policy_attachment (policy_id, until_revision);

-- Identities ----------------------------------------------------------------------------------

-- Tags are a JSON object. Name and path are part of the ARN.
CREATE TABLE iam_user (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  unique_id TEXT,
  created_at TEXT,
  boundary_id INTEGER,
  tags TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT iam_user_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT iam_user_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT iam_user_boundary FOREIGN KEY (boundary_id) REFERENCES resource (id),
  CONSTRAINT iam_user_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX iam_user_by_boundary ON iam_user (boundary_id, until_revision)
  WHERE boundary_id IS NOT NULL;

CREATE INDEX iam_user_by_unique_id ON iam_user (unique_id) WHERE unique_id IS NOT NULL;

CREATE TABLE iam_group (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  unique_id TEXT,
  created_at TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT iam_group_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT iam_group_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT iam_group_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE iam_role (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  unique_id TEXT,
  created_at TEXT,
  boundary_id INTEGER,
  trust_id INTEGER,
  tags TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT iam_role_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT iam_role_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT iam_role_boundary FOREIGN KEY (boundary_id) REFERENCES resource (id),
  CONSTRAINT iam_role_trust FOREIGN KEY (trust_id) REFERENCES document (id),
  CONSTRAINT iam_role_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX iam_role_by_boundary ON iam_role (boundary_id, until_revision)
  WHERE boundary_id IS NOT NULL;

CREATE INDEX iam_role_by_trust ON iam_role (trust_id, until_revision)
  WHERE trust_id IS NOT NULL;

CREATE INDEX iam_role_by_unique_id ON iam_role (unique_id) WHERE unique_id IS NOT NULL;

CREATE TABLE group_membership (
  user_id INTEGER NOT NULL,
  group_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  from_revision INTEGER NOT NULL,
  CONSTRAINT group_membership_identity PRIMARY KEY (user_id, group_id, until_revision),
  CONSTRAINT group_membership_user FOREIGN KEY (user_id) REFERENCES resource (id),
  CONSTRAINT group_membership_group FOREIGN KEY (group_id) REFERENCES resource (id),
  CONSTRAINT group_membership_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX group_membership_by_group ON group_membership (group_id, until_revision);

CREATE TABLE identity_provider (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  type TEXT NOT NULL CONSTRAINT identity_provider_type CHECK (type IN ('SAML', 'OIDC')),
  client_ids TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT identity_provider_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT identity_provider_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT identity_provider_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- Identity-based policies ---------------------------------------------------------------------

CREATE TABLE managed_policy (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  unique_id TEXT,
  created_at TEXT,
  description TEXT,
  default_version TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT managed_policy_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT managed_policy_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT managed_policy_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE managed_policy_version (
  policy_id INTEGER NOT NULL,
  version TEXT NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  created_at TEXT,
  document_id INTEGER NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT managed_policy_version_identity PRIMARY KEY (policy_id, version, until_revision),
  CONSTRAINT managed_policy_version_policy FOREIGN KEY (policy_id) REFERENCES resource (id),
  CONSTRAINT managed_policy_version_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT managed_policy_version_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX managed_policy_version_by_document
  ON managed_policy_version (document_id, until_revision);

-- `account` is the principal's: one document is held in every account of an organization.
CREATE TABLE inline_policy (
  principal_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  document_id INTEGER NOT NULL,
  account TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT inline_policy_identity PRIMARY KEY (principal_id, name, until_revision),
  CONSTRAINT inline_policy_principal FOREIGN KEY (principal_id) REFERENCES resource (id),
  CONSTRAINT inline_policy_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT inline_policy_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX inline_policy_by_document ON inline_policy (document_id, account, until_revision);

-- A managed policy attached to a user, group or role. `account` is the principal's.
CREATE TABLE policy_attachment (
  principal_id INTEGER NOT NULL,
  policy_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  account TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT policy_attachment_identity PRIMARY KEY (principal_id, policy_id, until_revision),
  CONSTRAINT policy_attachment_principal FOREIGN KEY (principal_id) REFERENCES resource (id),
  CONSTRAINT policy_attachment_policy FOREIGN KEY (policy_id) REFERENCES resource (id),
  CONSTRAINT policy_attachment_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX policy_attachment_by_policy ON policy_attachment (policy_id, account, until_revision);

-- A managed policy that an attachment or a boundary points to and of which no record tells the default
-- version's document: whoever holds it may be allowed or denied anything. Derived from the records of the same revision.
CREATE TABLE undescribed_policy (
  policy_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  from_revision INTEGER NOT NULL,
  CONSTRAINT undescribed_policy_identity PRIMARY KEY (policy_id, until_revision),
  CONSTRAINT undescribed_policy_policy FOREIGN KEY (policy_id) REFERENCES resource (id),
  CONSTRAINT undescribed_policy_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- Lambda --------------------------------------------------------------------------------------

-- The part of a function's configuration that decides or needs permissions; lists are JSON arrays.
-- A function (its unpublished version, $LATEST) and each published version have a row of their own.
CREATE TABLE lambda_function (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  role_id INTEGER,
  package_type TEXT,
  layers TEXT NOT NULL,
  vpc TEXT,
  subnets TEXT NOT NULL,
  security_groups TEXT NOT NULL,
  log_group TEXT,
  kms_key TEXT,
  dead_letter_target TEXT,
  tracing_mode TEXT,
  file_systems TEXT NOT NULL,
  code_signing_config TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT lambda_function_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT lambda_function_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT lambda_function_role FOREIGN KEY (role_id) REFERENCES resource (id),
  CONSTRAINT lambda_function_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX lambda_function_by_role ON lambda_function (role_id, until_revision);

CREATE TABLE lambda_version (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  function_id INTEGER NOT NULL,
  role_id INTEGER,
  layers TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT lambda_version_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT lambda_version_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT lambda_version_function FOREIGN KEY (function_id) REFERENCES resource (id),
  CONSTRAINT lambda_version_role FOREIGN KEY (role_id) REFERENCES resource (id),
  CONSTRAINT lambda_version_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX lambda_version_by_function ON lambda_version (function_id, until_revision);

CREATE INDEX lambda_version_by_role ON lambda_version (role_id, until_revision);

-- `routing` is a JSON object of additional versions and their weights.
CREATE TABLE lambda_alias (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  function_id INTEGER NOT NULL,
  version TEXT NOT NULL,
  routing TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT lambda_alias_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT lambda_alias_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT lambda_alias_function FOREIGN KEY (function_id) REFERENCES resource (id),
  CONSTRAINT lambda_alias_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX lambda_alias_by_function ON lambda_alias (function_id, until_revision);

-- `resource_id` is the function, or the alias that the URL is for.
CREATE TABLE lambda_function_url (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  auth_type TEXT NOT NULL
    CONSTRAINT lambda_function_url_auth_type CHECK (auth_type IN ('NONE', 'AWS_IAM')),
  url TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT lambda_function_url_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT lambda_function_url_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT lambda_function_url_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- `source` is NULL for a self-managed event source. `function_id` may be a version or an alias.
CREATE TABLE lambda_event_source_mapping (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  function_id INTEGER NOT NULL,
  source TEXT,
  failure_destination TEXT,
  is_enabled INTEGER NOT NULL
    CONSTRAINT lambda_event_source_mapping_is_enabled CHECK (is_enabled IN (0, 1)),
  from_revision INTEGER NOT NULL,
  CONSTRAINT lambda_event_source_mapping_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT lambda_event_source_mapping_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT lambda_event_source_mapping_function FOREIGN KEY (function_id) REFERENCES resource (id),
  CONSTRAINT lambda_event_source_mapping_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX lambda_event_source_mapping_by_function
  ON lambda_event_source_mapping (function_id, until_revision);

CREATE TABLE lambda_layer_version (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  created_at TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT lambda_layer_version_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT lambda_layer_version_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT lambda_layer_version_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- Resources of any service --------------------------------------------------------------------

-- The resource-based policy of a function, version, alias, layer version or any other ARN.
-- `aws_revision_id` is what Lambda calls the policy's RevisionId.
CREATE TABLE resource_policy (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  document_id INTEGER NOT NULL,
  aws_revision_id TEXT,
  from_revision INTEGER NOT NULL,
  CONSTRAINT resource_policy_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT resource_policy_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT resource_policy_document FOREIGN KEY (document_id) REFERENCES document (id),
  CONSTRAINT resource_policy_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

CREATE INDEX resource_policy_by_document ON resource_policy (document_id, until_revision);

-- The tags of any ARN but a user's or role's, which carry their own.
CREATE TABLE resource_tags (
  resource_id INTEGER NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  tags TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT resource_tags_identity PRIMARY KEY (resource_id, until_revision),
  CONSTRAINT resource_tags_resource FOREIGN KEY (resource_id) REFERENCES resource (id),
  CONSTRAINT resource_tags_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;

-- What was looked at ---------------------------------------------------------------------------

-- How far the registry's knowledge of one scope reaches: a kind of record in an account and Region
-- (empty where the kind has none). A scope without a row was never observed.
CREATE TABLE coverage (
  scope TEXT NOT NULL,
  account TEXT NOT NULL,
  region TEXT NOT NULL,
  until_revision INTEGER NOT NULL DEFAULT 9223372036854775807,
  status TEXT NOT NULL
    CONSTRAINT coverage_status CHECK (status IN ('complete', 'partial', 'denied', 'absent')),
  observed_at TEXT NOT NULL,
  from_revision INTEGER NOT NULL,
  CONSTRAINT coverage_identity PRIMARY KEY (scope, account, region, until_revision),
  CONSTRAINT coverage_from FOREIGN KEY (from_revision) REFERENCES revision (number)
) STRICT, WITHOUT ROWID;
