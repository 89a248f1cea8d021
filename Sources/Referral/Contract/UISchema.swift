/// `uischema.json`: the form's layout in the shape of JSON Forms.
///
/// Every field has one control, in the order of the form. The `i18n` of a control is the beginning of its keys in
/// `labels/<lang>.json`, which JSON Forms asks for as `<i18n>.label`, `<i18n>.description` and `<i18n>.<code>`.
package func uiSchema(of form: FormDefinition) -> JSONValue {
    ["type": "VerticalLayout", "elements": .array(elements(of: form.fields, scope: "#"))]
}

private func elements(of fields: [FormField], scope: String) -> [JSONValue] {
    fields.map { field in
        let here = scope + "/properties/" + field.property
        var element: JSONObject
        switch field.kind {
        case .group(let group):
            element = [
                "type": "Group",
                "i18n": .string(field.path),
                "elements": .array(elements(of: group.fields, scope: here)),
            ]
        case .list(let group, _):
            element = control(of: field, scope: here)
            // The scopes of a detail begin at the item.
            let detail = elements(of: group.fields, scope: "#")
            element["options"] = ["detail": ["type": "VerticalLayout", "elements": .array(detail)]]
        case .text(_, _, isMultiline: true):
            element = control(of: field, scope: here)
            element["options"] = ["multi": true]
        default: element = control(of: field, scope: here)
        }
        if let rule = rule(of: field, scope: scope) { element["rule"] = rule }
        return .object(element)
    }
}

private func control(of field: FormField, scope: String) -> JSONObject {
    ["type": "Control", "scope": .string(scope), "i18n": .string(field.path)]
}

/// When a field that may be forbidden is to be seen; what is merely optional is always seen.
private func rule(of field: FormField, scope: String) -> JSONValue? {
    for condition in field.conditions {
        let effect: JSONValue
        switch condition {
        case .forbiddenUnless: effect = "SHOW"
        case .forbiddenIf: effect = "HIDE"
        case .requiredIf: continue
        }
        return [
            "effect": effect,
            "condition": [
                "scope": .string(scope + "/properties/" + condition.test.property),
                "schema": .object(condition.test.expectation.schema),
                // A question without an answer meets no condition.
                "failWhenUndefined": true,
            ],
        ]
    }
    return nil
}
