extension Situation.Operation {
  private static func function(_ action: String, _ name: String) -> Self {
    let head = "arn:aws:lambda:us-east-1:#:function:"
    return Self(
      action: action, resource: head + name,
      patterns: [
        head + "orders", head + "orders:*", head + "orders*", head + "order?", head + "*",
        head + "ord", head + "Orders", "arn:aws:lambda:*", "arn:aws:lambda:us-*:function:orders",
        "arn:aws:lambda:*:*:function:orders", "arn:aws:la*1:#:function:orders",
        "arn:aws:lambda:us*st-1:#:function:orders", head + "${aws:PrincipalTag/team}",
        head + "${aws:PrincipalTag/team, 'orders'}", head + "${AWS:username}*",
        head + "${aws:TagKeys}", head + "order${*}", head + "${aws:username}${?}",
        "arn:aws:lambda:us-east-1:${aws:username}:function:orders",
      ])
  }

  /// The operations that are drawn, the frequent ones several times.
  static let pool: [Self] = {
    let invoke = function("lambda:InvokeFunction", "orders")
    let target = "arn:aws:iam::#:role/target"
    let object = "arn:aws:s3:::bucket/home/alice/a*.txt"
    let key = "arn:aws:kms:us-east-1:#:key/1234"
    let queue = "arn:aws:sqs:us-east-1:#:orders"
    return [
      invoke, invoke, invoke, invoke, function("lambda:InvokeFunction", "orders:prod"),
      function("lambda:InvokeFunctionUrl", "orders"),
      Self(action: "lambda:ListFunctions", resource: "*"),
      Self(action: "lambda:ListFunctions", resource: invoke.resource, takesNoResource: true),
      Self(
        action: "s3:GetObject", resource: object,
        patterns: [
          "arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/home/${aws:username}/*",
          "arn:aws:s3:::bucket/home/${aws:PrincipalTag/team, 'alice'}/a?.txt",
          "arn:aws:s3:::bucket/home/alice/a${*}.txt", "arn:aws:s3:::bucket/home/alice/b${*}.txt",
          "arn:aws:s3:::bucket/home/*/a*", "arn:aws:s3:::bucket/${aws:userid}/*",
        ]),
      Self(action: "sqs:SendMessage", resource: queue, patterns: [queue, queue + "*"]),
      Self(action: "sqs:SendMessage", resource: queue, patterns: [queue, queue + "*"]),
      invoke, invoke,
      Self(
        action: "ec2:StartInstances", resource: "arn:aws:ec2:us-east-1:#:instance/i-1",
        patterns: ["arn:aws:ec2:*:*:instance/*"]),
      Self(action: "kms:Decrypt", resource: key, patterns: [key, "arn:aws:kms:*:*:key/*"]),
      Self(action: "kms:Decrypt", resource: key, patterns: [key, "arn:aws:kms:*:*:key/*"]),
      Self(action: "kms:RetireGrant", resource: key, patterns: [key]),
      Self(action: "sts:AssumeRole", resource: target, patterns: [target, target + "*"]),
      Self(action: "sts:AssumeRole", resource: target, patterns: [target, target + "*"]),
      Self(action: "sts:TagSession", resource: target, patterns: [target]),
      Self(action: "sts:SetSourceIdentity", resource: target, patterns: [target]),
      Self(action: "iam:PassRole", resource: target, patterns: [target, "arn:aws:iam::*:role/t*"]),
      Self(action: "sts:GetCallerIdentity", resource: "*"),
      Self(action: "sts:GetSessionToken", resource: "*"),
    ]
  }()

  /// What an identity provider's users call.
  static let federation = Self(
    action: "sts:AssumeRoleWithWebIdentity", resource: "arn:aws:iam::#:role/target")
}
