/// The words that names are made of.
enum Vocabulary {
  /// Teams: the value of the tag `team`, and the first word of most names.
  static let teams = [
    "orders", "billing", "fraud", "catalog", "shipping", "identity", "search", "media", "growth",
    "support", "platform", "data", "mobile", "notify", "pricing", "returns", "partners", "insight",
    "checkout", "inventory",
  ]

  /// What a function or a role does for its team.
  static let components = [
    "api", "worker", "ingest", "sync", "export", "cleanup", "router", "webhook", "resize",
    "report", "indexer", "scheduler", "audit", "bridge",
  ]

  /// Given names of users.
  static let people = [
    "ada", "bruno", "chen", "dina", "emil", "farah", "goran", "hana", "ivan", "jun", "kofi", "lena",
    "mira", "noor", "olga", "pia", "quinn", "rosa", "sami", "tomas", "uma", "vera", "wim", "yara",
  ]

  /// `number` with leading zeros up to `width` digits.
  static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
