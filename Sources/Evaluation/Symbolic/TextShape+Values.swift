extension TextShape {
  /// The texts that a value of a string or ARN operator matches; `nil` where the value is of another
  /// kind or has variables.
  init?(_ value: ConditionValue) {
    switch value {
    case .literal(let bytes): self.init(literal: String(decoding: bytes, as: UTF8.self))
    case .text(let template) where template.constant != nil:
      self.init(literal: template.description)
    case .caselessText(let template) where template.constant != nil:
      self.init(literal: template.plainText, ignoringCase: true)
    case .pattern(let template) where template.constant != nil: self.init(template.segments)
    case .arn(let pattern) where pattern.template.constant != nil:
      self.init(arn: pattern.template.segments)
    default: return nil
    }
  }

  private init(_ segments: [TextTemplate.Segment]) {
    self.init()
    for segment in segments {
      switch segment {
      case .text(let text): append(pattern: text, exceptColon: false)
      case .literal(let text): append(literal: text)
      case .variable: break
      }
    }
  }

  /// In the first five fields of an ARN no wildcard covers a colon.
  private init(arn segments: [TextTemplate.Segment]) {
    self.init(segments)
    var colons = 0
    for index in elements.indices where colons < 5 {
      switch elements[index] {
      case .character(":"): colons += 1
      case .many: elements[index] = .many(exceptColon: true)
      case .one: elements[index] = .one(exceptColon: true)
      case .character, .letter: break
      }
    }
  }

  /// Every text that is not empty.
  static let anyText = TextShape(pattern: "?*")

  /// Every ARN with a partition, a service and a resource.
  static let anyARN: TextShape = {
    var shape = TextShape(literal: "arn:")
    for field in ["?*", "?*", "*", "*"] {
      shape.append(pattern: field, exceptColon: true)
      shape.append(literal: ":")
    }
    shape.append(pattern: "?*", exceptColon: false)
    return shape
  }()
}

extension TextTemplate {
  /// The text of a template that has neither variables nor wildcards.
  fileprivate var plainText: String {
    segments.map { segment in
      switch segment {
      case .text(let text), .literal(let text): text
      case .variable: ""
      }
    }.joined()
  }
}
