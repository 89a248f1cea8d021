internal import Content
internal import Diagnostics

/// A condition as it stands in the file, before the fields that it speaks of are known.
struct WrittenCondition {
    enum Key: String, CaseIterable {
        case requiredIf = "required-if"
        case forbiddenIf = "forbidden-if"
        case forbiddenUnless = "forbidden-unless"
    }

    var key: Key
    var location: SourceLocation
    /// The other field, and the values that it is tested for.
    var property: String
    var propertyLocation: SourceLocation
    var values: [YAMLNode]
}

extension FormReader {
    /// The lines `required-if: { pathway: already_in_charge }` and their like.
    func writtenConditions(in keys: inout Fields) -> [WrittenCondition] {
        WrittenCondition.Key.allCases.compactMap { key in
            guard let node = keys.optionalNode(key.rawValue) else { return nil }
            guard case .mapping(let pairs) = node.value, pairs.count == 1 else {
                let problem = "'\(key.rawValue)' must name one field and its value"
                let hint = "write it as '\(key.rawValue): { pathway: already_in_charge }'"
                keys.report(.error("bad-condition", problem, hint: hint, at: node.location))
                return nil
            }
            let values: [YAMLNode] =
                if case .sequence(let items) = pairs[0].value.value { items } else { [pairs[0].value] }
            return WrittenCondition(
                key: key,
                location: keys.keyPlace(of: key.rawValue),
                property: pairs[0].key,
                propertyLocation: pairs[0].keyLocation,
                values: values
            )
        }
    }

    /// The condition, once the fields of its group are known.
    ///
    /// `names` also has those that could not be read.
    mutating func condition(
        _ written: WrittenCondition,
        on field: FormField,
        among fields: [FormField],
        names: Set<String>
    ) -> FieldCondition? {
        guard written.property != field.property else {
            let problem = "'\(field.path)' has a condition on itself"
            report(.error("bad-condition", problem, at: written.propertyLocation))
            return nil
        }
        guard let other = fields.first(where: { $0.property == written.property }) else {
            guard !names.contains(written.property) else { return nil }
            let problem = "'\(field.path)' has a condition on '\(written.property)', which its group does not have"
            let hint = didYouMean(written.property, among: names.subtracting([field.property]))
            report(.error("unknown-field", problem, hint: hint, at: written.propertyLocation))
            return nil
        }
        guard let expectation = expectation(written, on: other) else { return nil }
        let test = FieldTest(property: other.property, expectation: expectation)
        return switch written.key {
        case .requiredIf: .requiredIf(test)
        case .forbiddenIf: .forbiddenIf(test)
        case .forbiddenUnless: .forbiddenUnless(test)
        }
    }

    private mutating func expectation(_ written: WrittenCondition, on other: FormField) -> FieldTest.Expectation? {
        switch other.kind {
        case .yesNo, .confirmation:
            let canBeFalse = other.kind == .yesNo
            switch written.values.map(\.value) {
            case [.scalar("true", isPlain: true)]: return .isTrue
            case [.scalar("false", isPlain: true)] where canBeFalse: return .isFalse
            default:
                let problem = "'\(other.property)' can only be tested for \(canBeFalse ? "true or false" : "true")"
                report(.error("bad-condition", problem, at: written.values.first?.location ?? written.location))
                return nil
            }
        case .code(let list): return codes(written, of: list).map { .isOne(of: $0) }
        case .codes(let list): return codes(written, of: list).map { .contains(oneOf: $0) }
        default:
            let problem = "a condition can't be on '\(other.property)'"
            let hint = "it can be on a yes-no, a confirmation or a field with codes"
            report(.error("bad-condition", problem, hint: hint, at: written.propertyLocation))
            return nil
        }
    }

    private mutating func codes(_ written: WrittenCondition, of list: CodeList) -> [String]? {
        var codes: [String] = []
        for node in written.values {
            guard case .scalar(let text, _) = node.value, list.codes.contains(text) else {
                let name = if case .scalar(let text, _) = node.value { "'\(text)'" } else { node.kind.english }
                let hint =
                    if case .scalar(let text, _) = node.value { didYouMean(text, among: list.codes) } else {
                        nil as String?
                    }
                report(.error("unknown-code", "\(name) is not a code of '\(list.name)'", hint: hint, at: node.location))
                continue
            }
            if codes.contains(text) {
                report(.error("bad-condition", "'\(text)' stands twice in the condition", at: node.location))
            }
            codes.append(text)
        }
        if written.values.isEmpty {
            report(.error("bad-condition", "the condition on '\(written.property)' has no value", at: written.location))
        }
        return codes.isEmpty ? nil : codes
    }
}
