/// Short outputs of the AWS CLI.
enum Exports {
  static let account = "111122223333"
  static let details = "accounts/\(account)/iam/get-account-authorization-details.json"
  static let lambda = "accounts/\(account)/lambda/us-east-1"
  static let allow =
    #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}"#

  static func role(_ name: String, inline: String = "[]", account: String = account) -> String {
    #"""
    {"RoleName":"\#(name)","RoleId":"AROA\#(name)","Arn":"arn:aws:iam::\#(account):role/\#(name)",
     "CreateDate":"2024-01-02 03:04:05+00:00","RolePolicyList":\#(inline),
     "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
       "Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]},
     "AttachedManagedPolicies":[],"Tags":null,"PermissionsBoundary":null}
    """#
  }

  static func roles(_ roles: String...) -> String {
    #"{"UserDetailList":null,"RoleDetailList":[\#(roles.joined(separator: ","))]}"#
  }

  static func inline(_ document: String) -> String {
    #"[{"PolicyName":"p","PolicyDocument":\#(document)}]"#
  }

  static func functions(_ names: String...) -> String {
    let list = names.map {
      #"{"FunctionName":"\#($0)","FunctionArn":"\#(function($0))","Role":null}"#
    }
    return #"{"Functions":[\#(list.joined(separator: ","))]}"#
  }

  static func function(_ name: String) -> String {
    "arn:aws:lambda:us-east-1:\(account):function:\(name)"
  }

  static func policy(_ resource: String) -> String {
    #"""
    {"Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"s\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"\#(resource)\"}]}","RevisionId":"r"}
    """#
  }

  static func manifest(_ outcomes: [String: String], at time: String = "2026-01-01T00:00:00Z")
    -> String
  {
    let entries = outcomes.sorted { $0.key < $1.key }.map { #""\#($0.key)":"\#($0.value)""# }
    return #"""
      {"layoutVersion":1,"collectedAt":"\#(time)","outcomes":{\#(entries.joined(separator: ","))}}
      """#
  }
}
