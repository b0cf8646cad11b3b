/// A change of records that is refused: by which of AWS's errors, what is wrong, and what to do.
package struct EditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name by which AWS tells the error; `nil` for what AWS is never asked.
  package let code: Code?
  /// What is wrong, in one clause.
  package let message: String
  /// What to do; it may have further lines that list records.
  package let hint: String?

  package init(_ code: Code?, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// The message with AWS's name of the error before it.
  package var description: String { (code.map { "\($0.rawValue): " } ?? "") + message }
}

extension EditError {
  /// The errors by which AWS refuses a change.
  ///
  /// Sources: IAM, Lambda and Organizations API References, "Errors" of each operation.
  package enum Code: String, Sendable {
    // IAM.
    case deleteConflict = "DeleteConflict"
    case entityAlreadyExists = "EntityAlreadyExists"
    case invalidInput = "InvalidInput"
    case limitExceeded = "LimitExceeded"
    case malformedPolicyDocument = "MalformedPolicyDocument"
    case noSuchEntity = "NoSuchEntity"
    case policyNotAttachable = "PolicyNotAttachable"
    case unmodifiableEntity = "UnmodifiableEntity"
    case validationError = "ValidationError"
    // Lambda.
    case invalidParameterValue = "InvalidParameterValueException"
    case resourceConflict = "ResourceConflictException"
    case resourceNotFound = "ResourceNotFoundException"
    // Organizations.
    case alreadyInOrganization = "AlreadyInOrganizationException"
    case constraintViolation = "ConstraintViolationException"
    case duplicateOrganizationalUnit = "DuplicateOrganizationalUnitException"
    case duplicatePolicy = "DuplicatePolicyException"
    case organizationalUnitNotEmpty = "OrganizationalUnitNotEmptyException"
    case organizationNotFound = "AWSOrganizationsNotInUseException"
    case organizationNotEmpty = "OrganizationNotEmptyException"
    case parentNotFound = "ParentNotFoundException"
    case policyInUse = "PolicyInUseException"
    case policyNotAttached = "PolicyNotAttachedException"
    case policyNotFound = "PolicyNotFoundException"
    case targetNotFound = "TargetNotFoundException"
  }
}
