/// `types.d.ts`: the documents of the contract as TypeScript sees them.
///
/// `Referral` is what a sender writes, `ReceivedReferral` what a receiver must take: open to properties and codes of
/// later versions. Types can't say lengths, patterns and conditions; the schemas do.
package func typeScriptTypes(of form: FormDefinition) -> String {
    var writer = TypeWriter()
    writer.text = """
        /**
         * Referral of a family to home visits, contract version \(form.version).
         *
         * Comments tell in Italian what a value is needed for. Lengths, patterns and conditions are in the schemas.
         */

        """
    for list in form.codeLists { writer.addCodes(list) }
    writer.addInterface("Referral", of: form.fields, isOpen: false)
    writer.addInterface("ReceivedReferral", of: form.fields, isOpen: true)
    return writer.text
}

private struct TypeWriter {
    var text = ""

    mutating func addCodes(_ list: CodeList) {
        let name = codesName(list)
        text += "\nexport type \(name) =\n"
        text += list.entries.map { "  | \"\($0.code)\"" }.joined(separator: "\n") + ";\n"
        text += "\n/** \(name), or a code of a later version. */\n"
        text += "export type Received\(name) = \(name) | (string & {});\n"
    }

    /// The interface of a group, after those of the groups that it holds.
    mutating func addInterface(_ name: String, of fields: [FormField], isOpen: Bool) {
        for field in fields {
            guard let group = field.kind.group else { continue }
            addInterface(groupName(field, isOpen: isOpen), of: group.fields, isOpen: isOpen)
        }
        text += "\nexport interface \(name) {\n"
        for field in fields {
            text += comment(on: field)
            text += "  \(field.property)\(field.isRequired ? "" : "?"): \(type(of: field, isOpen: isOpen));\n"
        }
        if isOpen { text += "  /** What a later version may add. */\n  [property: string]: unknown;\n" }
        text += "}\n"
    }

    private func comment(on field: FormField) -> String {
        var lines = [field.purpose]
        lines += field.conditions.map { condition in
            switch condition {
            case .requiredIf(let test): "Required if \(words(of: test))."
            case .forbiddenIf(let test): "Absent if \(words(of: test))."
            case .forbiddenUnless(let test): "Absent unless \(words(of: test))."
            }
        }
        if !(field.kind.group?.atLeastOneOf ?? []).isEmpty {
            lines.append("At least one of: \((field.kind.group?.atLeastOneOf ?? []).joined(separator: ", ")).")
        }
        if case .list(_, let atMost) = field.kind { lines.append("1 to \(atMost) items.") }
        if let format = field.kind.writtenAs { lines.append("Written as \(format).") }
        if field.isSpecialCategory { lines.append("Health data (article 9 of Regulation (EU) 2016/679).") }
        let safe = lines.map { $0.replacing("*/", with: "*\\/") }
        if safe.count == 1 { return "  /** \(safe[0]) */\n" }
        return "  /**\n" + safe.map { "   * \($0)\n" }.joined() + "   */\n"
    }

    private func words(of test: FieldTest) -> String {
        let codes = { (codes: [String]) in codes.map { "\"\($0)\"" }.joined(separator: " or ") }
        return switch test.expectation {
        case .isTrue: "\(test.property) is true"
        case .isFalse: "\(test.property) is false"
        case .isOne(let answers): "\(test.property) is \(codes(answers))"
        case .contains(let answers): "\(test.property) has \(codes(answers)) in it"
        }
    }

    private func type(of field: FormField, isOpen: Bool) -> String {
        let received = isOpen ? "Received" : ""
        return switch field.kind {
        case .yesNo: "boolean"
        case .confirmation: "true"
        case .code(let list): received + codesName(list)
        case .codes(let list): received + codesName(list) + "[]"
        case .group: groupName(field, isOpen: isOpen)
        case .list: groupName(field, isOpen: isOpen) + "[]"
        default: "string"
        }
    }

    private func codesName(_ list: CodeList) -> String {
        list.name.split(separator: "-").map(capitalized).joined() + "Code"
    }

    private func groupName(_ field: FormField, isOpen: Bool) -> String {
        (isOpen ? "Received" : "") + "Referral" + field.path.split(separator: ".").map(capitalized).joined()
    }

    private func capitalized(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension FieldKind {
    fileprivate var writtenAs: String? {
        switch self {
        case .schemaVersion: "\"1.0\""
        case .uuid: "a UUID in small letters"
        case .language: "a BCP 47 tag: \"ar\", \"zh-Hans\""
        case .date: "\"YYYY-MM-DD\""
        case .month: "\"YYYY-MM\""
        case .municipality: "ISTAT's six digits"
        case .centre: "an id of data/centres.json"
        default: nil
        }
    }
}
