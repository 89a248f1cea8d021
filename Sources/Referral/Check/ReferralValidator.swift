internal import Diagnostics

/// Judges referrals by the form, and says the same as the form's schema: closed as a sender's, or open as a reader's.
///
/// A validator of schemas would know neither the labels of the fields nor why one is required.
package struct ReferralValidator {
    private let form: FormDefinition
    private let isOpen: Bool
    private let shapes: ShapeMatcher

    package init(form: FormDefinition, variant: SchemaVariant) {
        self.form = form
        isOpen = variant.isOpen
        shapes = ShapeMatcher(form: form)
    }

    /// Everything that the schema refuses, in the order of the form.
    package func findings(in referral: JSONValue) -> ReferralFindings {
        var findings = ReferralFindings()
        judge(referral, by: FieldGroup(fields: form.fields, atLeastOneOf: []), label: nil, at: .root, &findings)
        return findings
    }
}

// MARK: Groups

extension ReferralValidator {
    private func judge(
        _ value: JSONValue,
        by group: FieldGroup,
        label: String?,
        at place: JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        guard case .object(let object) = value else {
            findings.add("wrong-kind", place, "\(named(label)) is \(value.kind), and must be an object")
            return
        }
        for field in group.fields { judge(field, in: object, of: group, at: place, &findings) }
        if !group.atLeastOneOf.isEmpty, group.atLeastOneOf.allSatisfy({ object[$0] == nil }) {
            let labels = group.fields.filter { group.atLeastOneOf.contains($0.property) }.map { "'\($0.label)'" }
            let problem = "\(named(label)) needs at least one of \(labels.joined(separator: ", "))"
            let hint = "add " + group.atLeastOneOf.map { "'\($0)'" }.joined(separator: " or ")
            findings.add("missing-field", place, problem, hint: hint)
        }
        guard !isOpen else { return }
        let properties = Set(group.fields.map(\.property))
        for member in object.members where !properties.contains(member.name) {
            findings.add(
                "unknown-field",
                place.appending(member.name),
                "the form has no field \(quoted(member.name)) here",
                hint: suggestion(for: member.name, among: properties)
            )
        }
    }

    /// A long name is no slip of the finger, and comparing it with all others takes long.
    private func suggestion(for name: String, among names: some Sequence<String>) -> String? {
        name.utf8.count <= longestCode ? didYouMean(name, among: names) : nil
    }

    private func judge(
        _ field: FormField,
        in object: JSONObject,
        of group: FieldGroup,
        at place: JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        let here = place.appending(field.property)
        guard let value = object[field.property] else {
            if let reason = reasonToRequire(field, in: object, of: group) {
                findings.add("missing-field", here, "'\(field.label)' is missing\(reason)")
            }
            return
        }
        if let reason = reasonToForbid(field, in: object, of: group) {
            findings.add("forbidden-field", here, "'\(field.label)' must not be there \(reason)")
            return
        }
        judge(value, of: field, at: here, &findings)
    }

    /// Why the field must be there, to follow 'is missing'; nil where it may be absent.
    private func reasonToRequire(_ field: FormField, in object: JSONObject, of group: FieldGroup) -> String? {
        if field.isRequired { return "" }
        for case .requiredIf(let test) in field.conditions where test.passes(in: object) {
            return ": it must be there when \(words(of: test, in: group))"
        }
        return nil
    }

    private func reasonToForbid(_ field: FormField, in object: JSONObject, of group: FieldGroup) -> String? {
        for condition in field.conditions {
            switch condition {
            case .forbiddenIf(let test) where test.passes(in: object):
                return "when \(words(of: test, in: group))"
            case .forbiddenUnless(let test)
            where !test.passes(in: object) && !(isOpen && mayBeOfLater(test, in: object, of: group)):
                return "unless \(words(of: test, in: group))"
            case .requiredIf, .forbiddenIf, .forbiddenUnless: continue
            }
        }
        return nil
    }

    /// An unknown code stands where the test looks, so that a later version may pair the two.
    private func mayBeOfLater(_ test: FieldTest, in object: JSONObject, of group: FieldGroup) -> Bool {
        guard let value = object[test.property] else { return false }
        let known = { (code: JSONValue, list: CodeList) in code.text.map(list.has) ?? false }
        return switch group.fields.first(where: { $0.property == test.property })?.kind {
        case .code(let list): !known(value, list)
        case .codes(let list): value.items?.contains { !known($0, list) } ?? false
        default: false
        }
    }

    private func words(of test: FieldTest, in group: FieldGroup) -> String {
        let field = group.fields.first { $0.property == test.property }
        let label = field?.label ?? test.property
        func answers(_ codes: [String]) -> String {
            codes.map { code in
                let entry = field?.kind.codeList?.entries.first { $0.code == code }
                return "'\(entry?.label ?? code)' (\(code))"
            }.joined(separator: " or ")
        }
        return switch test.expectation {
        case .isTrue: "'\(label)' is true"
        case .isFalse: "'\(label)' is false"
        case .isOne(let codes): "'\(label)' is \(answers(codes))"
        case .contains(let codes): "'\(label)' has \(answers(codes)) in it"
        }
    }
}

// MARK: Values

extension ReferralValidator {
    private func judge(
        _ value: JSONValue,
        of field: FormField,
        at place: JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        switch field.kind {
        case .yesNo:
            if value.flag == nil { wrongKind(value, field, "true or false", at: place, &findings) }
        case .confirmation:
            if value != true { findings.add("not-confirmed", place, "'\(field.label)' must be true") }
        case .code(let list): judge(value, among: list, of: field, at: place, &findings)
        case .codes(let list):
            guard let items = value.items else { return wrongKind(value, field, "a list", at: place, &findings) }
            if items.isEmpty { findings.add("empty-list", place, "'\(field.label)' has nothing in it") }
            var seen: Set<JSONValue> = []
            for (index, item) in items.enumerated() {
                judge(item, among: list, of: field, at: place.appending(index), &findings)
                if !seen.insert(item).inserted {
                    findings.add("repeated-code", place.appending(index), "'\(field.label)' says the same twice")
                }
            }
        case .group(let group): judge(value, by: group, label: field.label, at: place, &findings)
        case .list(let group, let atMost):
            guard let items = value.items else { return wrongKind(value, field, "a list", at: place, &findings) }
            if items.isEmpty { findings.add("empty-list", place, "'\(field.label)' has nothing in it") }
            if items.count > atMost {
                let problem = "'\(field.label)' has \(items.count) items, and may have at most \(atMost)"
                findings.add("too-many", place, problem)
            }
            for (index, item) in items.prefix(atMost).enumerated() {
                judge(item, by: group, label: field.label, at: place.appending(index), &findings)
            }
        case .text, .schemaVersion, .uuid, .language, .date, .month, .municipality, .centre, .phone, .email:
            judgeText(value, of: field, at: place, &findings)
        }
    }

    private func judge(
        _ value: JSONValue,
        among list: CodeList,
        of field: FormField,
        at place: @autoclosure () -> JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        guard let code = value.text else { return wrongKind(value, field, "a code", at: place(), &findings) }
        guard !list.has(code) else { return }
        if isOpen, shapes.problem(with: code, as: .code) == nil { return }
        findings.add(
            "unknown-code",
            place(),
            "\(quoted(code)) is no answer to '\(field.label)'",
            hint: suggestion(for: code, among: list.codes)
        )
    }

    private func judgeText(
        _ value: JSONValue,
        of field: FormField,
        at place: JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        guard let text = value.text else { return wrongKind(value, field, "a text", at: place, &findings) }
        guard let shape = field.kind.stringShape, let problem = shapes.problem(with: text, as: shape) else { return }
        switch problem {
        case .tooLong(let length):
            let problem = "'\(field.label)' has \(length) characters, and may have at most \(shape.maxLength)"
            findings.add("too-long", place, problem)
        case .malformed:
            findings.add("bad-value", place, "'\(field.label)' can't be \(quoted(text))", hint: field.kind.shapeInWords)
        }
    }

    private func wrongKind(
        _ value: JSONValue,
        _ field: FormField,
        _ expected: String,
        at place: @autoclosure () -> JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        findings.add("wrong-kind", place(), "'\(field.label)' is \(value.kind), and must be \(expected)")
    }

    private func named(_ label: String?) -> String { label.map { "'\($0)'" } ?? "the referral" }
}

extension FieldTest {
    /// Whether an object passes; an absent field passes no test.
    func passes(in object: JSONObject) -> Bool {
        guard let value = object[property] else { return false }
        return switch expectation {
        case .isTrue: value == true
        case .isFalse: value == false
        case .isOne(let codes): value.text.map(codes.contains) ?? false
        case .contains(let codes): value.items?.contains { $0.text.map(codes.contains) ?? false } ?? false
        }
    }
}

extension JSONValue {
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .decimal: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
