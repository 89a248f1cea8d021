/// The JSON Schema of the form, published at its `$id`.
///
/// It holds no labels: they may change freely, and live in `labels/<lang>.json`, while a published schema stays as it
/// is. Nor does it list the centres: they are data (`data/centres.json`), and a rule checks them.
package func referralSchema(of form: FormDefinition, variant: SchemaVariant, baseURL: String) -> JSONValue {
    var schema: JSONObject = [
        "$schema": .string(variant.dialect),
        "$id": .string(variant.address(baseURL: baseURL)),
        "$comment": .string("version \(form.version); x-purpose is in Italian, the language of the form's source"),
        "title": .string(variant.title),
    ]
    let writer = SchemaWriter(isOpen: variant.isOpen)
    for member in writer.objectSchema(of: FieldGroup(fields: form.fields, atLeastOneOf: [])).members {
        schema[member.name] = member.value
    }
    return .object(schema)
}

/// Schemas of the parts of a form, all open or all closed.
private struct SchemaWriter {
    var isOpen: Bool

    func objectSchema(of group: FieldGroup) -> JSONObject {
        var schema: JSONObject = [
            "type": "object",
            "properties": .object(JSONObject(group.fields.map { ($0.property, .object(fieldSchema(of: $0))) })),
        ]
        let required = group.fields.filter(\.isRequired)
        if !required.isEmpty { schema["required"] = .array(required.map { .string($0.property) }) }
        if !isOpen { schema["additionalProperties"] = false }
        if !group.atLeastOneOf.isEmpty {
            schema["anyOf"] = .array(group.atLeastOneOf.map { ["required": [.string($0)]] })
        }
        let conditions = group.fields.flatMap { conditionSchemas(of: $0, in: group) }
        if !conditions.isEmpty { schema["allOf"] = .array(conditions) }
        return schema
    }

    private func fieldSchema(of field: FormField) -> JSONObject {
        var schema = kindSchema(of: field.kind)
        schema["x-purpose"] = .string(field.purpose)
        if field.isSpecialCategory { schema["x-special-category"] = true }
        return schema
    }

    private func kindSchema(of kind: FieldKind) -> JSONObject {
        switch kind {
        case .yesNo: return ["type": "boolean"]
        case .confirmation: return ["type": "boolean", "const": true]
        case .code(let list): return codeSchema(of: list)
        case .codes(let list):
            return ["type": "array", "items": .object(codeSchema(of: list)), "minItems": 1, "uniqueItems": true]
        case .group(let group): return objectSchema(of: group)
        case .list(let group, let atMost):
            let items = JSONValue.object(objectSchema(of: group))
            return ["type": "array", "items": items, "minItems": 1, "maxItems": .integer(atMost)]
        case .text, .schemaVersion, .uuid, .language, .date, .month, .municipality, .centre, .phone, .email:
            return stringSchema(of: kind.stringShape)
        }
    }

    private func stringSchema(of shape: StringShape?) -> JSONObject {
        var schema: JSONObject = ["type": "string"]
        guard let shape else { return schema }
        if let format = shape.format { schema["format"] = .string(format) }
        schema["pattern"] = .string(shape.pattern)
        schema["maxLength"] = .integer(shape.maxLength)
        return schema
    }

    /// The codes as one plain `enum`, which renderers know; an open schema also takes what may become a code.
    ///
    /// The mark of health data hangs on the codes that are such, so that a validator which collects annotations tells
    /// it of the very value.
    private func codeSchema(of list: CodeList) -> JSONObject {
        var schema: JSONObject = ["type": "string"]
        if isOpen {
            let later = stringSchema(of: .code)
            schema["anyOf"] = [.object(oneOf(list.codes)), ["pattern": later["pattern"] ?? ""]]
            schema["maxLength"] = later["maxLength"]
        } else {
            schema["enum"] = .array(list.codes.map { .string($0) })
        }
        let special = list.entries.filter(\.isSpecialCategory).map(\.code)
        if !special.isEmpty {
            schema["if"] = .object(oneOf(special))
            schema["then"] = ["x-special-category": true]
        }
        return schema
    }
}

// MARK: Conditions

extension SchemaWriter {
    /// One `if` for each test, with what follows from its passing (`then`) and from its failing (`else`).
    private func conditionSchemas(of field: FormField, in group: FieldGroup) -> [JSONValue] {
        let required: JSONValue = ["required": [.string(field.property)]]
        let forbidden: JSONValue = ["properties": .object(JSONObject([(field.property, .bool(false))]))]
        var tests: [FieldTest] = []
        for condition in field.conditions where !tests.contains(condition.test) { tests.append(condition.test) }
        return tests.map { test in
            var schema: JSONObject = ["if": .object(testSchema(of: test))]
            if field.conditions.contains(.requiredIf(test)) { schema["then"] = required }
            if field.conditions.contains(.forbiddenIf(test)) { schema["then"] = forbidden }
            if field.conditions.contains(.forbiddenUnless(test)) {
                schema["else"] = onlyForKnownCodes(of: test, in: group, forbidden)
            }
            return .object(schema)
        }
    }

    /// `required` stands beside the value's test: a property that is absent would pass it.
    private func testSchema(of test: FieldTest) -> JSONObject {
        [
            "properties": .object(JSONObject([(test.property, .object(test.expectation.schema))])),
            "required": [.string(test.property)],
        ]
    }

    /// An open schema forbids nothing beside a code that it doesn't know: a later version may pair the two.
    private func onlyForKnownCodes(of test: FieldTest, in group: FieldGroup, _ consequence: JSONValue) -> JSONValue {
        guard isOpen, let kind = group.fields.first(where: { $0.property == test.property })?.kind,
            let codes = kind.codeList?.codes
        else { return consequence }
        let known: JSONValue = if case .codes = kind { ["items": .object(oneOf(codes))] } else { .object(oneOf(codes)) }
        return ["if": ["properties": .object(JSONObject([(test.property, known)]))], "then": consequence]
    }
}

extension FieldTest.Expectation {
    /// The schema of the values that meet it.
    var schema: JSONObject {
        switch self {
        case .isTrue: ["const": true]
        case .isFalse: ["const": false]
        case .isOne(let codes): oneOf(codes)
        case .contains(let codes): ["type": "array", "contains": .object(oneOf(codes))]
        }
    }
}

private func oneOf(_ codes: [String]) -> JSONObject {
    codes.count == 1 ? ["const": .string(codes[0])] : ["enum": .array(codes.map { .string($0) })]
}
