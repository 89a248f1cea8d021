internal import Content
package import Diagnostics

/// Reads `content/referral/form.yml`.
///
/// The form is nil as soon as there is an error: half a contract is none.
package func readForm(_ source: SourceText) -> Diagnosed<FormDefinition?> {
    let start = SourceLocation(file: source.file, position: .start)
    let parsed = parseYAML(source)
    guard let root = parsed.value else { return Diagnosed(nil, parsed.diagnostics) }
    guard root.value != .mapping([]) else { return Diagnosed(nil, [.error(.emptyForm, at: start)]) }
    var reader = FormReader()
    var keys = Fields(root, name: .referralForm, location: start)
    let version = reader.version(in: &keys)
    let lists = reader.codeLists(in: &keys)
    let fields = reader.fields(in: &keys, path: [])
    reader.reportUnusedLists()
    keys.finish()

    let diagnostics = parsed.diagnostics + keys.diagnostics + reader.diagnostics
    guard let version, !diagnostics.hasErrors else { return Diagnosed(nil, diagnostics.sortedByPlace()) }
    let form = FormDefinition(
        version: version,
        versionLocation: keys.place(of: "version"),
        codeLists: lists,
        fields: fields
    )
    return Diagnosed(form, diagnostics.sortedByPlace())
}

/// What the reading of one form knows so far.
struct FormReader {
    var diagnostics: [Diagnostic] = []
    /// Nil where they are written and can't be read.
    private var lists: [String: CodeList]? = [:]
    private var listPlaces: [(name: String, location: SourceLocation)] = []
    private var usedLists: Set<String> = []

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func version(in keys: inout Fields) -> ContractVersion? {
        guard let text = keys.text("version") else { return nil }
        guard let version = ContractVersion(text), version.major == 1 else {
            report(.error(.badVersion(text), at: keys.place(of: "version")))
            return nil
        }
        return version
    }
}

// MARK: Lists of codes

extension FormReader {
    mutating func codeLists(in keys: inout Fields) -> [CodeList] {
        guard let node = keys.optionalNode("code-lists") else {
            if keys.hasSlip(of: "code-lists") { lists = nil }
            return []
        }
        guard let pairs = pairs(of: node, named: "code-lists") else {
            lists = nil
            return []
        }
        return pairs.map { pair in
            if !isListName(pair.key) {
                report(.error(.badListName(pair.key), at: pair.keyLocation))
            }
            let list = CodeList(name: pair.key, entries: entries(of: pair))
            lists?[pair.key] = list
            listPlaces.append((pair.key, pair.keyLocation))
            return list
        }
    }

    private mutating func entries(of list: YAMLNode.Pair) -> [CodeList.Entry] {
        var labels: Set<String> = []
        guard let found = pairs(of: list.value, named: list.key) else { return [] }
        if found.isEmpty {
            report(.error(.emptyCodeList(list.key), at: list.keyLocation))
        }
        return found.compactMap { pair in
            if !isCode(pair.key) || reservedNames.contains(pair.key) {
                report(.error(.badCode(pair.key), at: pair.keyLocation))
            }
            guard let entry = entry(of: pair) else { return nil }
            if !labels.insert(entry.label).inserted {
                report(.error(.sharedLabel(entry.label, list: list.key), at: pair.value.location))
            }
            return entry
        }
    }

    /// `code: Label`, or `code: { label: Label, special-category: true }`.
    private mutating func entry(of pair: YAMLNode.Pair) -> CodeList.Entry? {
        let name = Wording.formCode(pair.key)
        if case .mapping = pair.value.value {
            var keys = Fields(pair.value, name: name, location: pair.keyLocation)
            let label = keys.text("label")
            let isSpecial = keys.flag("special-category")
            keys.finish()
            diagnostics += keys.diagnostics
            return label.map { CodeList.Entry(code: pair.key, label: $0, isSpecialCategory: isSpecial) }
        }
        var keys = Fields(nil, name: name, location: pair.keyLocation)
        let label = keys.text(of: pair.value, pair.key)
        diagnostics += keys.diagnostics
        return label.map { CodeList.Entry(code: pair.key, label: $0, isSpecialCategory: false) }
    }

    mutating func codeList(_ key: String, in keys: inout Fields) -> CodeList? {
        guard let name = keys.text(key) else { return nil }
        guard let lists else { return nil }
        guard let list = lists[name] else {
            let hint = didYouMean(name, among: lists.keys)
            report(.error(.unknownCodeList(name, hint: hint), at: keys.place(of: key)))
            return nil
        }
        usedLists.insert(name)
        return list
    }

    mutating func reportUnusedLists() {
        for (name, location) in listPlaces where !usedLists.contains(name) {
            report(.warning(.unusedCodeList(name), at: location))
        }
    }

    /// The pairs of a mapping whose keys are names of the form's own; nil, and an error, for anything else.
    mutating func pairs(of node: YAMLNode, named name: String) -> [YAMLNode.Pair]? {
        guard case .mapping(let pairs) = node.value else {
            report(.error(.wrongKind(.key(name), is: node.kind, wanted: .namesWithValues), at: node.location))
            return nil
        }
        return pairs
    }
}
