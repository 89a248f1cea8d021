internal import Content

extension JSONValue {
    /// The JSON of a YAML value by YAML 1.2's JSON schema: plain `true`, `false`, `null` and whole numbers are such, all
    /// else is text.
    init(_ node: YAMLNode) {
        switch node.value {
        case .scalar("true", isPlain: true): self = true
        case .scalar("false", isPlain: true): self = false
        case .scalar("null", isPlain: true): self = .null
        case .scalar(let text, let isPlain):
            if isPlain, let number = Int(text), String(number) == text {
                self = .integer(number)
            } else {
                self = .string(text)
            }
        case .sequence(let items): self = .array(items.map(JSONValue.init))
        case .mapping(let pairs): self = .object(JSONObject(pairs.map { ($0.key, JSONValue($0.value)) }))
        }
    }
}
