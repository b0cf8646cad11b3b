-- Views for any SQLite client: what stands now, with names in place of row numbers.
--
-- They are a public interface: columns may be added, and are never renamed or removed. What has
-- stood since which revision is in `from_revision`, to be joined with `revision`. They list what
-- policies say, not what AWS decides of it: a Deny elsewhere, a boundary or a condition may take away
-- what a grant gives. A pattern that is negated is an entry of NotAction, NotResource or NotPrincipal.

-- Users, groups and roles. `boundary` is the ARN of the permissions boundary.
CREATE VIEW current_principals AS
SELECT resource.arn AS principal, resource.type, resource.account, resource.name, record.unique_id,
  boundary.arn AS boundary, record.tags, record.from_revision
FROM (
  SELECT resource_id, unique_id, boundary_id, tags, from_revision FROM iam_user
  WHERE until_revision = 9223372036854775807
  UNION ALL
  SELECT resource_id, unique_id, boundary_id, tags, from_revision FROM iam_role
  WHERE until_revision = 9223372036854775807
  UNION ALL
  SELECT resource_id, unique_id, NULL, '{}', from_revision FROM iam_group
  WHERE until_revision = 9223372036854775807) AS record
JOIN resource ON resource.id = record.resource_id
LEFT JOIN resource AS boundary ON boundary.id = record.boundary_id;

-- The identity-based policies that users, groups and roles hold themselves. `policy` is the ARN of a
-- managed policy or the name of an inline policy; `version` is the default version, NULL for inline
-- policies. `document_id` is NULL where no record describes a managed policy.
CREATE VIEW current_held_policies AS
SELECT holder.arn AS holder, 'inline' AS type, record.name AS policy, NULL AS version,
  record.document_id, record.from_revision
FROM inline_policy AS record JOIN resource AS holder ON holder.id = record.principal_id
WHERE record.until_revision = 9223372036854775807
UNION ALL
SELECT holder.arn, 'managed', policy.arn, managed_policy.default_version, version.document_id,
  record.from_revision
FROM policy_attachment AS record
JOIN resource AS holder ON holder.id = record.principal_id
JOIN resource AS policy ON policy.id = record.policy_id
LEFT JOIN managed_policy ON managed_policy.resource_id = record.policy_id
  AND managed_policy.until_revision = 9223372036854775807
LEFT JOIN managed_policy_version AS version ON version.policy_id = record.policy_id
  AND version.version = managed_policy.default_version
  AND version.until_revision = 9223372036854775807
WHERE record.until_revision = 9223372036854775807;

-- The statements of documents, a row for each pair of an action and a resource pattern. `statement`
-- counts from 1. A statement without a resource element has NULL there. Actions are in lower case.
CREATE VIEW document_statements AS
SELECT statement.document_id, statement.ordinal + 1 AS statement, statement.sid, statement.effect,
  action.pattern AS action, acts.is_negated AS action_is_negated,
  target.pattern AS resource, reaches.is_negated AS resource_is_negated,
  EXISTS (SELECT 1 FROM statement_condition
    WHERE statement_condition.document_id = statement.document_id
      AND statement_condition.ordinal = statement.ordinal) AS is_conditional
FROM statement
JOIN statement_action AS acts
  ON acts.document_id = statement.document_id AND acts.ordinal = statement.ordinal
JOIN action_pattern AS action ON action.id = acts.action_id
LEFT JOIN statement_resource AS reaches
  ON reaches.document_id = statement.document_id AND reaches.ordinal = statement.ordinal
LEFT JOIN resource_pattern AS target ON target.id = reaches.resource_id;

-- What the identity-based policies of users and roles say, those of a user's groups included:
-- `holder` is the principal itself, or the group that it has the policy from.
CREATE VIEW current_grants AS
SELECT reach.principal, held.holder, held.type AS policy_type, held.policy, held.version,
  said.statement, said.sid, said.effect, said.action, said.action_is_negated, said.resource,
  said.resource_is_negated, said.is_conditional, held.from_revision
FROM (
  SELECT principal, principal AS holder FROM current_principals WHERE type <> 'group'
  UNION ALL
  SELECT member.arn, team.arn FROM group_membership AS record
  JOIN resource AS member ON member.id = record.user_id
  JOIN resource AS team ON team.id = record.group_id
  WHERE record.until_revision = 9223372036854775807) AS reach
JOIN current_held_policies AS held ON held.holder = reach.holder
JOIN document_statements AS said ON said.document_id = held.document_id;

-- What the policies of resources say, trust policies of roles included: a row for each principal,
-- action and resource pattern. `policy_of` is the function, role or other resource that has the
-- policy; `principal_type` is the key of the principal map, or * for everyone.
CREATE VIEW current_resource_policies AS
SELECT owner.arn AS policy_of, said.statement, said.sid, said.effect,
  who.type AS principal_type, who.value AS principal, who.is_negated AS principal_is_negated,
  said.action, said.action_is_negated, said.resource, said.resource_is_negated, said.is_conditional,
  record.from_revision
FROM (
  SELECT resource_id, document_id, from_revision FROM resource_policy
  WHERE until_revision = 9223372036854775807
  UNION ALL
  SELECT resource_id, trust_id, from_revision FROM iam_role
  WHERE until_revision = 9223372036854775807) AS record
JOIN resource AS owner ON owner.id = record.resource_id
JOIN document_statements AS said ON said.document_id = record.document_id
LEFT JOIN statement_principal AS who
  ON who.document_id = said.document_id AND who.ordinal = said.statement - 1;

-- Lambda functions with their execution roles.
CREATE VIEW current_functions AS
SELECT resource.arn AS function, resource.account, resource.region, resource.name,
  role.arn AS execution_role, record.from_revision
FROM lambda_function AS record
JOIN resource ON resource.id = record.resource_id
LEFT JOIN resource AS role ON role.id = record.role_id
WHERE record.until_revision = 9223372036854775807;
