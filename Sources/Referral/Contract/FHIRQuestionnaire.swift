/// `fhir/questionnaire.json`: the form as a FHIR R4 Questionnaire.
///
/// `linkId` is the path of the field. What a Questionnaire can't say (at least one of several fields, required only in a
/// case, patterns) is left to the schemas; `fhir/README.md` says so.
///
/// `labels` are the documents of `labels(of:)`, the source language first; the others become translations.
package func fhirQuestionnaire(
    of form: FormDefinition,
    baseURL: String,
    publisher: String,
    isExample: Bool,
    title: String,
    labels: [JSONValue]
) -> JSONValue {
    let writer = QuestionnaireWriter(folder: contractFolder(baseURL: baseURL), labels: labels.map(Words.init))
    return [
        "resourceType": "Questionnaire",
        "language": .string(labels.first?["language"]?.text ?? ""),
        "url": .string(writer.folder + "fhir/questionnaire.json"),
        "version": .string(form.version.description),
        "name": "HomeVisitReferral",
        "title": .string(title),
        "status": "active",
        "experimental": .bool(isExample),
        "publisher": .string(publisher),
        "item": .array(form.fields.map { writer.item(for: $0, in: form.fields) }),
    ]
}

/// The labels of one language.
private struct Words {
    var language: String
    private var texts: [String: String] = [:]

    init(_ document: JSONValue) {
        language = document["language"]?.text ?? ""
        let untranslated = Set((document["untranslated"]?.items ?? []).compactMap(\.text))
        guard case .object(let object)? = document["labels"] else { return }
        for member in object.members where !untranslated.contains(member.name) {
            texts[member.name] = member.value.text
        }
    }

    subscript(key: String) -> String? { texts[key] }
}

private struct QuestionnaireWriter {
    /// Ends with a slash.
    var folder: String
    var labels: [Words]

    func item(for field: FormField, in siblings: [FormField]) -> JSONValue {
        var item: JSONObject = ["linkId": .string(field.path)]
        addText("text", of: field.path + ".label", to: &item)
        item["type"] = .string(field.kind.itemType)
        let conditions = enabling(field, in: siblings)
        if !conditions.isEmpty { item["enableWhen"] = .array(conditions) }
        if conditions.count > 1 { item["enableBehavior"] = field.isHiddenByAny ? "all" : "any" }
        if field.isRequired || field.isRequiredWheneverAllowed { item["required"] = true }
        switch field.kind {
        case .codes: item["repeats"] = true
        case .list(_, let atMost):
            item["repeats"] = true
            item["extension"] = [
                [
                    "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs",
                    "valueInteger": .integer(atMost),
                ]
            ]
        default: break
        }
        if item["type"] == "string" || item["type"] == "text", let shape = field.kind.stringShape {
            item["maxLength"] = .integer(shape.maxLength)
        }
        if let list = field.kind.codeList {
            item["answerOption"] = .array(list.entries.map { ["valueCoding": coding($0.code, of: field, in: list)] })
        }
        var inner = (field.kind.group?.fields ?? []).map { self.item(for: $0, in: field.kind.group?.fields ?? []) }
        if field.description != nil { inner.insert(help(for: field), at: 0) }
        if !inner.isEmpty { item["item"] = .array(inner) }
        return .object(item)
    }

    /// A note below the question: FHIR has no field for help, and an item of type `display` is its way to say it.
    private func help(for field: FormField) -> JSONValue {
        var item: JSONObject = ["linkId": .string(field.path + ".description")]
        addText("text", of: field.path + ".description", to: &item)
        item["type"] = "display"
        return .object(item)
    }

    private func coding(_ code: String, of field: FormField, in list: CodeList) -> JSONValue {
        var coding: JSONObject = [
            "system": .string(folder + "codes/\(list.name).json"),
            "code": .string(code),
        ]
        addText("display", of: "\(field.path).\(code)", to: &coding)
        return .object(coding)
    }

    /// The text in the source language, and beside it, under its name with an underscore, the translations.
    private func addText(_ property: String, of key: String, to object: inout JSONObject) {
        object[property] = .string(labels.first?[key] ?? "")
        let translations = labels.dropFirst().compactMap { words -> JSONValue? in
            guard let text = words[key] else { return nil }
            return [
                "url": "http://hl7.org/fhir/StructureDefinition/translation",
                "extension": [
                    ["url": "lang", "valueCode": .string(words.language)],
                    ["url": "content", "valueString": .string(text)],
                ],
            ]
        }
        if !translations.isEmpty { object["_" + property] = ["extension": .array(translations)] }
    }

    /// When the question is asked: the answers that allow it, or that don't hide it.
    private func enabling(_ field: FormField, in siblings: [FormField]) -> [JSONValue] {
        for condition in field.conditions {
            let isHiding: Bool
            switch condition {
            case .forbiddenUnless: isHiding = false
            case .forbiddenIf: isHiding = true
            case .requiredIf: continue
            }
            guard let other = siblings.first(where: { $0.property == condition.test.property }) else { continue }
            return answers(to: condition.test, of: other).map { answer in
                var condition: JSONObject = [
                    "question": .string(other.path), "operator": isHiding ? "!=" : "=",
                ]
                condition[answer.name] = answer.value
                return .object(condition)
            }
        }
        return []
    }

    private func answers(to test: FieldTest, of field: FormField) -> [(name: String, value: JSONValue)] {
        switch test.expectation {
        case .isTrue: [("answerBoolean", true)]
        case .isFalse: [("answerBoolean", false)]
        case .isOne(let codes), .contains(let codes):
            codes.map { code in
                let system = folder + "codes/\(field.kind.codeList?.name ?? "").json"
                return ("answerCoding", ["system": .string(system), "code": .string(code)])
            }
        }
    }
}

extension FormField {
    /// Required in the very cases in which it may be there: then a Questionnaire can say that it is required.
    fileprivate var isRequiredWheneverAllowed: Bool {
        conditions.contains { condition in
            guard case .forbiddenUnless(let test) = condition else { return false }
            return conditions.contains(.requiredIf(test))
        }
    }

    fileprivate var isHiddenByAny: Bool {
        conditions.contains { if case .forbiddenIf = $0 { true } else { false } }
    }
}

extension FieldKind {
    /// The item types of FHIR R4; its `date` also takes a year with a month.
    fileprivate var itemType: String {
        switch self {
        case .text(_, _, isMultiline: true): "text"
        case .date, .month: "date"
        case .yesNo, .confirmation: "boolean"
        case .code, .codes: "choice"
        case .group, .list: "group"
        default: "string"
        }
    }
}
