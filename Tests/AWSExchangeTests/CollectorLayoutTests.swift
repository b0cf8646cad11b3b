import Foundation
import Testing

@testable import AWSExchange

@Suite("The collector's layout")
struct CollectorLayoutTests {
  @Test(
    "is recognised below any folder",
    arguments: [
      ("/x/accounts/111122223333/lambda/us-east-1/get-policy/f/live.json", "lambda get-policy"),
      (
        "accounts/111122223333/tagging/eu-west-1/get-resources.json",
        "resourcegroupstaggingapi get-resources"
      ),
      (
        "organizations/list-policies-RESOURCE_CONTROL_POLICY.json",
        "organizations list-policies RESOURCE_CONTROL_POLICY"
      ),
      ("accounts/111122223333/lambda/us-east-1/list-aliases/", "lambda list-aliases"),
    ])
  func places(path: String, command: String) {
    #expect(CollectorLayout.place(of: path)?.command.rawValue == command)
  }

  @Test(
    "is not what resembles it",
    arguments: [
      "accounts/1111/iam/get-account-authorization-details.json",
      "lambda/us-east-1/list-functions.json", "list-functions.json", "",
      "accounts/111122223333/lambda/us-east-1/get-policy/f",
    ])
  func noPlaces(path: String) {
    #expect(CollectorLayout.place(of: path) == nil)
  }

  @Test("writes a slash in a name as %2F")
  func slash() {
    let path = "accounts/111122223333/secretsmanager/us-east-1/get-resource-policy/a%2Fb.json"
    #expect(CollectorLayout.place(of: path)?.item == "a/b")
  }

  @Test("is what the script writes: a shell can read it, and it names every command's folder")
  func script() throws {
    let text = CollectScript.text(regions: ["us-east-1", "$(reboot)"])
    #expect(!text.contains("reboot"))
    #expect(text.contains("collect_region us-east-1"))
    for command in AWSCommand.allCases where !command.rawValue.contains("list-policies") {
      let words = command.rawValue.split(separator: " ")
      #expect(text.contains(words[1]), "\(command)")
    }
    let file = NSTemporaryDirectory() + "collect-\(UUID().uuidString).sh"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-n", file]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }
}
