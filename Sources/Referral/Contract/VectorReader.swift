internal import Content
package import Diagnostics

/// What the vectors start from: whole referrals by name, and the centres that the rules are judged by.
package struct VectorBasis: Hashable, Sendable {
    package struct Document: Hashable, Sendable {
        package var name: String
        package var data: JSONValue
    }

    package var centres: [CentreTerritory]
    /// Nil where they can't be read.
    package var documents: [Document]?
}

/// Reads `content/referral/documents.yml`.
package func readVectorBasis(_ source: SourceText) -> Diagnosed<VectorBasis> {
    var basis = VectorBasis(centres: [], documents: nil)
    let parsed = parseYAML(source)
    guard let root = parsed.value else { return Diagnosed(basis, parsed.diagnostics) }
    var keys = Fields(root, name: .exampleReferrals, location: root.location)
    for node in keys.list("centres") {
        var centre = Fields(node, name: .vectorCentre, location: node.location)
        let id = centre.text("id")
        let municipalities = centre.texts("municipalities")
        let saint = centre.optionalText("patron-saint")
        if let saint, MonthDay(saint) == nil {
            centre.report(.error(.badDayOfYear(saint), at: centre.place(of: "patron-saint")))
        }
        keys.absorb(centre)
        guard let id else { continue }
        let territory = CentreTerritory(
            id: id,
            municipalities: Set(municipalities),
            patronSaint: saint.flatMap { MonthDay($0) }
        )
        basis.centres.append(territory)
    }
    if let node = keys.node("documents") {
        if case .mapping(let pairs) = node.value {
            basis.documents = pairs.map { VectorBasis.Document(name: $0.key, data: JSONValue($0.value)) }
        } else {
            keys.report(
                .error(.wrongKind(.key("documents"), is: node.kind, wanted: .namesWithReferrals), at: node.location)
            )
        }
    }
    keys.finish()
    return Diagnosed(basis, (parsed.diagnostics + keys.diagnostics).sortedByPlace())
}

/// Reads one file of `content/referral/vectors/`, whose name without extension is `name`.
///
/// A test that expects a refusal must differ from its document in one thing, so that it is refused for that thing.
package func readVectorSuite(_ source: SourceText, name: String, basis: VectorBasis) -> Diagnosed<VectorSuite> {
    var suite = VectorSuite(name: name, description: "", centres: basis.centres, tests: [])
    let parsed = parseYAML(source)
    guard let root = parsed.value else { return Diagnosed(suite, parsed.diagnostics) }
    var keys = Fields(root, name: .vectors(name), location: root.location)
    suite.description = keys.text("description") ?? ""
    _ = keys.node("tests")
    var descriptions: Set<String> = []
    for node in keys.list("tests") {
        var test = Fields(node, name: .vectorTest, location: node.location)
        if let read = readTest(&test, basis: basis) {
            if !descriptions.insert(read.description).inserted {
                test.report(.error(.duplicateTest(read.description), at: test.place(of: "description")))
            }
            suite.tests.append(read)
        }
        keys.absorb(test)
    }
    keys.finish()
    return Diagnosed(suite, (parsed.diagnostics + keys.diagnostics).sortedByPlace())
}

private func readTest(_ keys: inout Fields, basis: VectorBasis) -> VectorSuite.Test? {
    let description = keys.text("description")
    let document = document(in: &keys, basis: basis)
    let changes = keys.unlessFaulty("set") { writtenChanges(in: &$0) }
    let expectsValid = expectation(in: &keys)
    let isForReaders = keys.flag("reader-valid")
    let violations = violations(in: &keys)
    let dueBy = keys.has("contact-due-by") ? keys.date("contact-due-by") : nil

    guard let description, let document, let changes, let expectsValid else { return nil }
    let expectsRefusal = !expectsValid || !violations.isEmpty
    if expectsRefusal, changes.count != 1 {
        keys.report(.error(.mixedTest(changes: changes.count), at: keys.location))
    }
    if !expectsValid, !violations.isEmpty || dueBy != nil {
        keys.report(.error(.rulesOfInvalid, at: keys.location))
    }
    if expectsValid, keys.has("reader-valid") {
        keys.report(.error(.readerValidOfValid, at: keys.keyPlace(of: "reader-valid")))
    }
    var data = document
    for change in changes {
        guard let changed = data.replacing(change.pointer, with: change.value) else {
            keys.report(.error(.noPlaceInDocument(change.text), at: change.location))
            continue
        }
        data = changed
    }
    return VectorSuite.Test(
        description: description,
        data: data,
        isValid: expectsValid,
        isReaderValid: expectsValid || isForReaders,
        violations: violations,
        contactDueBy: dueBy
    )
}

private func document(in keys: inout Fields, basis: VectorBasis) -> JSONValue? {
    guard let name = keys.text("from"), let documents = basis.documents else { return nil }
    if let document = documents.first(where: { $0.name == name }) { return document.data }
    let hint = didYouMean(name, among: documents.map(\.name))
    keys.report(.error(.unknownDocument(name, hint: hint), at: keys.place(of: "from")))
    return nil
}

private func expectation(in keys: inout Fields) -> Bool? {
    guard keys.node("valid") != nil else { return nil }
    return keys.flag("valid")
}

/// `violates: { rule: pointer }`.
private func violations(in keys: inout Fields) -> [RuleViolation] {
    guard let node = keys.optionalNode("violates") else { return [] }
    guard case .mapping(let pairs) = node.value else {
        keys.report(.error(.badViolations, at: node.location))
        return []
    }
    return pairs.compactMap { pair in
        guard let rule = ReferralRule(rawValue: pair.key) else {
            let hint = didYouMean(pair.key, among: ReferralRule.allCases.map(\.rawValue))
            keys.report(.error(.unknownRule(pair.key, hint: hint), at: pair.keyLocation))
            return nil
        }
        return keys.text(of: pair.value, pair.key).map { RuleViolation(rule: rule, pointer: $0) }
    }
}

private struct Change {
    var text: String
    var pointer: JSONPointer
    var value: JSONValue?
    var location: SourceLocation
}

/// `set: { pointer: value }` and `remove: [pointer]`, in this order.
private func writtenChanges(in keys: inout Fields) -> [Change] {
    var changes: [Change] = []
    func add(_ text: String, _ value: JSONValue?, at location: SourceLocation) {
        guard let pointer = JSONPointer(text) else {
            keys.report(.error(.badPointer(text), at: location))
            return
        }
        changes.append(Change(text: text, pointer: pointer, value: value, location: location))
    }
    if let node = keys.optionalNode("set") {
        if case .mapping(let pairs) = node.value {
            for pair in pairs { add(pair.key, JSONValue(pair.value), at: pair.keyLocation) }
        } else {
            keys.report(.error(.wrongKind(.key("set"), is: node.kind, wanted: .pointersWithValues), at: node.location))
        }
    }
    for node in keys.list("remove") {
        if let text = keys.text(of: node, "remove") { add(text, nil, at: node.location) }
    }
    return changes
}
