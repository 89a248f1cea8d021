/// `codes/<name>.json`: one list of codes, for programs that need codes without a schema.
///
/// Labels are in `labels/<lang>.json`, under `<field>.<code>` for each of the fields named here.
package func codeDocument(of list: CodeList, in form: FormDefinition) -> JSONValue {
    let fields = form.allFields.filter { $0.kind.codeList?.name == list.name }
    return [
        "formVersion": .string(form.version.description),
        "name": .string(list.name),
        "fields": .array(fields.map { .string($0.path) }),
        "codes": .array(
            list.entries.map { entry in
                [
                    "code": .string(entry.code),
                    "specialCategory": .bool(entry.isSpecialCategory),
                    "labelKeys": .array(fields.map { .string("\($0.path).\(entry.code)") }),
                ]
            }
        ),
    ]
}
