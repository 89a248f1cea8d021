internal import Content
internal import Diagnostics

/// The words that `kind` can have.
private enum KindName: String, CaseIterable {
    case text
    case longText = "long-text"
    case schemaVersion = "schema-version"
    case uuid
    case language
    case date
    case month
    case municipality
    case centre
    case phone
    case email
    case yesNo = "yes-no"
    case confirmation
    case code
    case codes
    case group
    case list
}

/// Free text longer than this invites what the service doesn't need.
private let longestText = 2000
private let longestList = 50

extension FormReader {
    /// The fields under the key `fields`, their conditions checked against each other.
    mutating func fields(in keys: inout Fields, path: [String]) -> [FormField] {
        let place = keys.keyPlace(of: "fields")
        guard let node = keys.node("fields"), let found = pairs(of: node, named: "fields") else { return [] }
        if found.isEmpty {
            report(.error(.emptyGroup(keys.name), at: place))
        }
        var read: [(field: FormField, conditions: [WrittenCondition])] = []
        for pair in found {
            if let field = field(of: pair, path: path) { read.append(field) }
        }
        let names = Set(found.map(\.key))
        let fields = read.map(\.field)
        return read.map { field, conditions in
            var field = field
            field.conditions = conditions.compactMap { condition($0, on: field, among: fields, names: names) }
            return field
        }
    }

    private mutating func field(
        of pair: YAMLNode.Pair,
        path: [String]
    ) -> (field: FormField, conditions: [WrittenCondition])? {
        if !isPropertyName(pair.key) || reservedNames.contains(pair.key) {
            report(.error(.badFieldName(pair.key), at: pair.keyLocation))
        }
        let path = path + [pair.key]
        let name = Wording.formField(path.joined(separator: "."))
        var keys = Fields(pair.value, name: name, location: pair.keyLocation)
        defer { diagnostics += keys.diagnostics }
        guard case .mapping = pair.value.value else { return nil }

        let kind = kind(in: &keys, path: path)
        let label = keys.text("label")
        let description = keys.optionalText("description")
        let purpose = keys.text("purpose")
        let isSpecial = keys.flag("special-category")
        let isOptional = keys.flag("optional")
        let conditions = writtenConditions(in: &keys)
        let isConditional = conditions.contains { $0.key == .requiredIf }
        checkPresence(isOptional: isOptional, conditions: conditions, in: &keys)
        if let label, description == label {
            keys.report(.error(.repeatedDescription(name), at: keys.place(of: "description")))
        }
        keys.finish()

        guard let kind, let label, let purpose else { return nil }
        let field = FormField(
            property: pair.key,
            path: path.joined(separator: "."),
            kind: kind,
            label: label,
            description: description,
            purpose: purpose,
            isSpecialCategory: isSpecial,
            isRequired: !isOptional && !isConditional,
            conditions: [],
            location: pair.keyLocation
        )
        return (field, conditions)
    }

    private mutating func checkPresence(isOptional: Bool, conditions: [WrittenCondition], in keys: inout Fields) {
        if isOptional, let condition = conditions.first(where: { $0.key == .requiredIf }) {
            keys.report(.error(.optionalAndRequired(keys.name), at: condition.location))
        }
        let canBeAbsent = isOptional || conditions.contains { $0.key == .requiredIf }
        if !canBeAbsent, let condition = conditions.first {
            let problem = Problem.conditionOnRequired(keys.name, key: condition.key.rawValue)
            keys.report(.error(problem, at: condition.location))
        }
    }

    private mutating func kind(in keys: inout Fields, path: [String]) -> FieldKind? {
        guard let name = keys.choice("kind", of: KindName.self) else {
            // What a field of no known kind could have is unknown too: no more is said about it.
            for key in ["fields", "codes", "max-length", "pattern", "at-most", "at-least-one-of"] {
                _ = keys.optionalNode(key)
            }
            return nil
        }
        switch name {
        case .text, .longText: return text(in: &keys, isMultiline: name == .longText)
        case .schemaVersion: return .schemaVersion
        case .uuid: return .uuid
        case .language: return .language
        case .date: return .date
        case .month: return .month
        case .municipality: return .municipality
        case .centre: return .centre
        case .phone: return .phone
        case .email: return .email
        case .yesNo: return .yesNo
        case .confirmation: return .confirmation
        case .code: return codeList("codes", in: &keys).map { .code($0) }
        case .codes: return codeList("codes", in: &keys).map { .codes($0) }
        case .group: return .group(group(in: &keys, path: path))
        case .list:
            let group = group(in: &keys, path: path)
            return count("at-most", upTo: longestList, in: &keys).map { .list(group, atMost: $0) }
        }
    }

    private mutating func text(in keys: inout Fields, isMultiline: Bool) -> FieldKind? {
        let maxLength = count("max-length", upTo: longestText, in: &keys)
        let pattern = keys.optionalText("pattern")
        if let pattern, let problem = problemWithPattern(pattern) {
            keys.report(.error(problem, at: keys.place(of: "pattern")))
        }
        return maxLength.map { .text(maxLength: $0, pattern: pattern, isMultiline: isMultiline) }
    }

    private mutating func group(in keys: inout Fields, path: [String]) -> FieldGroup {
        let fields = fields(in: &keys, path: path)
        let written =
            if case .mapping(let pairs)? = keys.optionalNode("fields")?.value { pairs.map(\.key) } else { [String]() }
        let names = keys.texts("at-least-one-of")
        for name in names {
            guard written.contains(name) else {
                let hint = didYouMean(name, among: written)
                let problem = Problem.unknownFieldOfGroup(name, group: keys.name, hint: hint)
                keys.report(.error(problem, at: keys.place(of: "at-least-one-of")))
                continue
            }
            if fields.contains(where: { $0.property == name && $0.isRequired }) {
                keys.report(.error(.requiredAmongAtLeastOne(name), at: keys.place(of: "at-least-one-of")))
            }
        }
        return FieldGroup(fields: fields, atLeastOneOf: names)
    }

    private func count(_ key: String, upTo limit: Int, in keys: inout Fields) -> Int? {
        guard let number = keys.integer(key) else { return nil }
        guard (1...limit).contains(number) else {
            keys.report(.error(.numberOutOfRange(key, upTo: limit), at: keys.place(of: key)))
            return nil
        }
        return number
    }
}
