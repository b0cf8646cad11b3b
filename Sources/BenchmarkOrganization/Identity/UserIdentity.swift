/// The name of a user and what follows from it: what others need to refer to the user.
struct UserIdentity: Sendable {
  /// Its place among the account's users.
  let index: Int
  /// The team that the user belongs to.
  let team: String
  /// `/`, or a path that begins and ends with `/`.
  let path: String
  /// The name without its path.
  let name: String
  /// The full ARN, with the path.
  let arn: String

  /// The user with this index of an account. The cost does not depend on either.
  init(_ plan: OrganizationPlan, _ account: AccountPlan, _ index: Int) {
    var stream = plan.entropy.stream(.user, account.index, index)
    let number = Vocabulary.padded(index, 4)
    let team = stream.pick(Vocabulary.teams)
    let isService = index % 7 == 6
    self.index = index
    self.team = team
    path = isService ? "/service/" : stream.chance(40) ? "/people/\(team)/" : "/"
    name =
      isService ? "ci-\(team)-\(number)" : "\(stream.pick(Vocabulary.people)).\(team).\(number)"
    arn = account.iam("user\(path)\(name)")
  }

  /// Whether change never removes the user, so that others may refer to it.
  var isPermanent: Bool { index < 4 }
}
