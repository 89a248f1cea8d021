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
                keys.report(.error(.badCondition(key.rawValue), at: node.location))
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
            report(.error(.conditionOnItself(field.path), at: written.propertyLocation))
            return nil
        }
        guard let other = fields.first(where: { $0.property == written.property }) else {
            guard !names.contains(written.property) else { return nil }
            let hint = didYouMean(written.property, among: names.subtracting([field.property]))
            let problem = Problem.conditionOnUnknownField(field.path, on: written.property, hint: hint)
            report(.error(problem, at: written.propertyLocation))
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
                let problem = Problem.conditionOnFlag(other.property, canBeFalse: canBeFalse)
                report(.error(problem, at: written.values.first?.location ?? written.location))
                return nil
            }
        case .code(let list): return codes(written, of: list).map { .isOne(of: $0) }
        case .codes(let list): return codes(written, of: list).map { .contains(oneOf: $0) }
        default:
            report(.error(.conditionOnOtherKind(other.property), at: written.propertyLocation))
            return nil
        }
    }

    private mutating func codes(_ written: WrittenCondition, of list: CodeList) -> [String]? {
        var codes: [String] = []
        for node in written.values {
            guard case .scalar(let text, _) = node.value, list.codes.contains(text) else {
                let (name, hint): (Wording, Wording?) =
                    if case .scalar(let text, _) = node.value {
                        (.key(text), didYouMean(text, among: list.codes))
                    } else {
                        (node.kind, nil)
                    }
                report(.error(.unknownCode(name, list: list.name, hint: hint), at: node.location))
                continue
            }
            if codes.contains(text) {
                report(.error(.repeatedConditionValue(text), at: node.location))
            }
            codes.append(text)
        }
        if written.values.isEmpty {
            report(.error(.conditionWithoutValue(written.property), at: written.location))
        }
        return codes.isEmpty ? nil : codes
    }
}
