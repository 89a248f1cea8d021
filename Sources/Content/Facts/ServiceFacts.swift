package import Diagnostics

/// Reads `service.yml`: each key is a fact, its value a whole number or one of `phone`, `email`, `url`, `date`, `text`, `code`.
///
/// `countryCode` is that of numbers without one, its digits alone.
package func readFacts(_ source: SourceText, countryCode: String) -> Diagnosed<Facts> {
    let parsed = parseYAML(source)
    var diagnostics = parsed.diagnostics
    var facts = Facts()
    guard let root = parsed.value else { return Diagnosed(.unread, diagnostics) }
    guard case .mapping(let pairs) = root.value else {
        let problem = Problem.wrongKind(.facts, is: root.kind, wanted: .keysWithValues)
        return Diagnosed(.unread, diagnostics + [.error(problem, at: root.location)])
    }
    for pair in pairs {
        var pair = pair
        if !FactReference.isIdentifier(pair.key) {
            let respelled = FactReference.respelled(pair.key)
            let isRespelled = FactReference.isIdentifier(respelled)
            diagnostics.append(
                .error(.badFactName(pair.key, respelled: isRespelled ? respelled : nil), at: pair.keyLocation)
            )
            guard isRespelled else {
                facts.leaveOut(pair.key)
                continue
            }
            // Texts that use the right name need not be told that there is no such fact.
            pair.key = respelled
        }
        if let fact = fact(of: pair, countryCode: countryCode, diagnostics: &diagnostics) {
            facts.add(.init(key: pair.key, fact: fact, location: pair.keyLocation))
        } else {
            facts.leaveOut(pair.key)
        }
    }
    return Diagnosed(facts, diagnostics)
}

private func fact(of pair: YAMLNode.Pair, countryCode: String, diagnostics: inout [Diagnostic]) -> Fact? {
    if case .scalar(let text, isPlain: true) = pair.value.value, let number = Int(text) { return .number(number) }
    guard case .mapping(let inner) = pair.value.value, inner.count == 1 else {
        diagnostics.append(.error(.badFact(pair.key), at: pair.value.location))
        return nil
    }
    var fields = Fields(pair.value, name: .fact(pair.key), location: pair.value.location)
    let fact: Fact? =
        if let phone = fields.optionalPhone("phone", countryCode: countryCode) {
            .phone(phone)
        } else if let email = fields.optionalEmail("email") {
            .email(email)
        } else if let url = fields.optionalURL("url") {
            .url(url)
        } else if fields.has("date"), let date = fields.date("date") {
            .date(date)
        } else if let code = fields.optionalText("code") {
            .code(code)
        } else if let text = fields.optionalText("text") {
            .text(Message(plain: text, role: .fact(pair.key), at: fields.place(of: "text")))
        } else {
            nil
        }
    fields.finish()
    diagnostics += fields.diagnostics
    return fact
}

func isKebabCase(_ word: String) -> Bool {
    guard let first = word.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
