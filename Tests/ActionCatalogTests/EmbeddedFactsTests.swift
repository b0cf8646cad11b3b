import Testing

@testable import ActionCatalog

/// The embedded facts keep the rules of `action_catalog.h`, so that reading them passes nothing
/// over.
@Suite("The embedded facts")
struct EmbeddedFactsTests {
  private struct Block {
    let head: TextFields
    let types: [TextFields]
    let keys: [TextFields]
    let actions: [TextFields]
  }

  /// The blocks one after another, without the index.
  private static let blocks: [Block] = {
    var blocks: [Block] = []
    var offset = 0
    while offset < EmbeddedText.services.count {
      let block = ServiceBlock(at: offset)
      blocks.append(
        Block(
          head: block.head.fields, types: block.resourceTypes.map(\.fields),
          keys: block.conditionKeys.map(\.fields), actions: block.actions.map(\.fields)))
      offset = block.end
    }
    return blocks
  }()

  private static func isInOrder(_ names: [String]) -> Bool {
    let folded = names.map(\.folded)
    return zip(folded, folded.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  @Test("have so many services and actions")
  func totals() {
    #expect(Self.blocks.count == 445)
    #expect(Self.blocks.reduce(0) { $0 + $1.actions.count } == 20_502)
  }

  @Test("are indexed: every block begins where the index says")
  func index() {
    #expect(ActionCatalog.servicePrefixes == Self.blocks.map(\.head[0]))
    for line in EmbeddedText.serviceIndex.lines {
      let fields = line.fields
      let offset = Int(fields[1]).map { EmbeddedText.services.line(at: $0).name }
      #expect(offset == fields[0])
    }
  }

  @Test("are sorted without regard to case, and name nothing twice")
  func order() {
    #expect(Self.isInOrder(Self.blocks.map(\.head[0])))
    for block in Self.blocks {
      #expect(Self.isInOrder(block.types.map { $0[1] }), "types of \(block.head[0])")
      #expect(Self.isInOrder(block.actions.map { $0[0] }), "actions of \(block.head[0])")
      let keys = block.keys.map { $0[2].hasPrefix(":") ? block.head[0] + $0[2] : $0[2] }
      #expect(Self.isInOrder(keys), "keys of \(block.head[0])")
    }
  }

  @Test("use every code for the line it stands in, and only codes that have a line")
  func codes() {
    for block in Self.blocks {
      for (list, name) in [(block.types, "type"), (block.keys, "key")] {
        let codes = list.map { FactCode.parse($0[0]) }
        #expect(codes == list.indices.map { [FactCode(index: $0)] }, "\(name)s of \(block.head[0])")
      }
      let types = block.actions.flatMap { FactCode.parse($0[2]) }
      let keys = (block.actions + block.types).flatMap { FactCode.parse($0[3]) }
      #expect(types.allSatisfy { block.types.indices.contains($0.index) }, "\(block.head[0])")
      #expect(keys.allSatisfy { block.keys.indices.contains($0.index) }, "\(block.head[0])")
      let written = Set((block.actions.map { $0[2] + $0[3] } + block.types.map { $0[3] }).joined())
      #expect(
        written.isSubset(of: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789*+"))
    }
  }

  @Test("are read without a loss")
  func nothingLost() {
    for (block, (service, actions)) in zip(Self.blocks, WholeCatalog.services) {
      #expect(service.resourceTypes.count == block.types.count)
      #expect(service.conditionKeys.count == block.keys.count)
      #expect(actions.count == block.actions.count)
      for (action, fields) in zip(actions, block.actions) {
        #expect(action.resourceTypes.count == FactCode.parse(fields[2]).count)
        #expect(action.conditionKeys.count == FactCode.parse(fields[3]).count)
      }
    }
    let global = EmbeddedText.globalConditionKeys.factLines.reduce(0) { count, _ in count + 1 }
    #expect(ActionCatalog.globalConditionKeys.count == global)
  }

  @Test("name dependent actions that exist")
  func dependentActions() {
    let names = Set(WholeCatalog.services.flatMap { $0.actions.map(\.fullName) })
    for (_, actions) in WholeCatalog.services {
      for action in actions where !names.isSuperset(of: action.dependentActions) {
        Issue.record("\(action.fullName) depends on \(action.dependentActions)")
      }
    }
  }

  @Test("hold ARN formats that are ARNs with variables")
  func arnFormats() {
    for service in ActionCatalog.services {
      for type in service.resourceTypes {
        let filledIn = type.arnFormat.replacing(/\$\{[A-Za-z0-9 ]+\}/, with: "x")
        let isARN = filledIn.wholeMatch(of: /arn:x:[a-z0-9-]+:[^: ${}]*:[^: ${}]*:[^ ${}]+/) != nil
        #expect(isARN, "\(service.prefix) \(type.name): \(type.arnFormat)")
      }
    }
  }

  @Test("hold no descriptions: only names of services and resource types have spaces")
  func noDescriptions() {
    for block in Self.blocks {
      #expect(block.head.values.count <= 3)
      #expect(block.head[1].count <= 80)
      for type in block.types {
        #expect(type[1].split(separator: " ").count <= 5, "\(block.head[0])")
        #expect(!type[3].contains(" "))
      }
      let others = block.keys + block.actions
      #expect(others.allSatisfy { $0.values.allSatisfy { !$0.contains(" ") } }, "\(block.head[0])")
    }
  }

  @Test(
    "write a code as one small letter or digit, or as a capital and one of those",
    arguments: [
      ("", []), ("a", [0]), ("z", [25]), ("0", [26]), ("9", [35]), ("Aa", [36]), ("A9", [71]),
      ("Ba", [72]), ("Z9", [971]), ("aAab", [0, 36, 1]),
    ])
  func code(field: String, indexes: [Int]) {
    #expect(FactCode.parse(field).map(\.index) == indexes)
  }

  @Test("mark a code as required behind it, and as the guide's before it")
  func marks() {
    #expect(
      FactCode.parse("a*+bAc*d") == [
        FactCode(index: 0, isRequired: true), FactCode(index: 1, isFromGuide: true),
        FactCode(index: 38, isRequired: true), FactCode(index: 3),
      ])
  }
}
