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
            findings.add(.wrongValueKind(subject(label), is: value.kind, wanted: .object), at: place)
            return
        }
        for field in group.fields { judge(field, in: object, of: group, at: place, &findings) }
        if !group.atLeastOneOf.isEmpty, group.atLeastOneOf.allSatisfy({ object[$0] == nil }) {
            let labels = group.fields.filter { group.atLeastOneOf.contains($0.property) }.map(\.label)
            findings.add(.missingOneOf(labels, properties: group.atLeastOneOf, in: subject(label)), at: place)
        }
        guard !isOpen else { return }
        let properties = Set(group.fields.map(\.property))
        for member in object.members where !properties.contains(member.name) {
            findings.add(
                .unknownField(quoted(member.name), hint: suggestion(for: member.name, among: properties)),
                at: place.appending(member.name)
            )
        }
    }

    /// A long name is no slip of the finger, and comparing it with all others takes long.
    private func suggestion(for name: String, among names: some Sequence<String>) -> Wording? {
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
            if let problem = absence(of: field, from: object, of: group) { findings.add(problem, at: here) }
            return
        }
        if let problem = presence(of: field, in: object, of: group) { return findings.add(problem, at: here) }
        judge(value, of: field, at: here, &findings)
    }

    /// Nil where the field may be absent.
    private func absence(of field: FormField, from object: JSONObject, of group: FieldGroup) -> Problem? {
        if field.isRequired { return .missingField(field.label) }
        for case .requiredIf(let test) in field.conditions where test.passes(in: object) {
            return .missingField(field.label, when: words(of: test, in: group))
        }
        return nil
    }

    /// Nil where the field may be there.
    private func presence(of field: FormField, in object: JSONObject, of group: FieldGroup) -> Problem? {
        for condition in field.conditions {
            switch condition {
            case .forbiddenIf(let test) where test.passes(in: object):
                return .forbiddenField(field.label, when: words(of: test, in: group))
            case .forbiddenUnless(let test)
            where !test.passes(in: object) && !(isOpen && mayBeOfLater(test, in: object, of: group)):
                return .forbiddenField(field.label, unless: words(of: test, in: group))
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

    private func words(of test: FieldTest, in group: FieldGroup) -> Wording {
        let field = group.fields.first { $0.property == test.property }
        let label = field?.label ?? test.property
        func answers(_ codes: [String]) -> [String] {
            codes.map { code in
                let entry = field?.kind.codeList?.entries.first { $0.code == code }
                return "'\(entry?.label ?? code)' (\(code))"
            }
        }
        return switch test.expectation {
        case .isTrue: .isTrue(label)
        case .isFalse: .isFalse(label)
        case .isOne(let codes): .isOne(label, of: answers(codes))
        case .contains(let codes): .holds(label, oneOf: answers(codes))
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
            if value.flag == nil { wrongKind(value, field, .trueOrFalse, at: place, &findings) }
        case .confirmation:
            if value != true { findings.add(.notConfirmed(field.label), at: place) }
        case .code(let list): judge(value, among: list, of: field, at: place, &findings)
        case .codes(let list):
            guard let items = value.items else { return wrongKind(value, field, .list, at: place, &findings) }
            if items.isEmpty { findings.add(.emptyAnswer(field.label), at: place) }
            var seen: Set<JSONValue> = []
            for (index, item) in items.enumerated() {
                judge(item, among: list, of: field, at: place.appending(index), &findings)
                if !seen.insert(item).inserted {
                    findings.add(.repeatedCode(field.label), at: place.appending(index))
                }
            }
        case .group(let group): judge(value, by: group, label: field.label, at: place, &findings)
        case .list(let group, let atMost):
            guard let items = value.items else { return wrongKind(value, field, .list, at: place, &findings) }
            if items.isEmpty { findings.add(.emptyAnswer(field.label), at: place) }
            if items.count > atMost {
                findings.add(.tooManyItems(field.label, count: items.count, limit: atMost), at: place)
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
        guard let code = value.text else { return wrongKind(value, field, .code, at: place(), &findings) }
        guard !list.has(code) else { return }
        if isOpen, shapes.mismatch(of: code, with: .code) == nil { return }
        findings.add(
            .noAnswer(quoted(code), to: field.label, hint: suggestion(for: code, among: list.codes)),
            at: place()
        )
    }

    private func judgeText(
        _ value: JSONValue,
        of field: FormField,
        at place: JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        guard let text = value.text else { return wrongKind(value, field, .jsonText, at: place, &findings) }
        guard let shape = field.kind.stringShape, let mismatch = shapes.mismatch(of: text, with: shape) else { return }
        switch mismatch {
        case .tooLong(let length):
            findings.add(.tooLongText(field.label, length: length, limit: shape.maxLength), at: place)
        case .malformed:
            findings.add(.badValue(quoted(text), of: field.label, hint: field.kind.shapeInWords), at: place)
        }
    }

    private func wrongKind(
        _ value: JSONValue,
        _ field: FormField,
        _ expected: Wording,
        at place: @autoclosure () -> JSONPointer,
        _ findings: inout ReferralFindings
    ) {
        findings.add(.wrongValueKind(.key(field.label), is: value.kind, wanted: expected), at: place())
    }

    private func subject(_ label: String?) -> Wording { label.map { .key($0) } ?? .referral }
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
    fileprivate var kind: Wording {
        switch self {
        case .null: .null
        case .bool: .trueOrFalse
        case .integer, .decimal: .number
        case .string: .jsonText
        case .array: .list
        case .object: .object
        }
    }
}
