import CommonMark
package import Content

/// What makes a translation unfit to be shown: it would lose or bring in a link, an image, a fact or a number.
package enum TranslationFault: Hashable, Sendable {
    case targets(expected: [String], found: [String])
    case placeholders(missing: [String], added: [String])
    case numbers(expected: [String], found: [String])
    case rawHTML
    case controlCharacter(Unicode.Scalar)
    case unbalancedIsolates

    package var identifier: String {
        switch self {
        case .targets: "translation-links"
        case .placeholders: "translation-placeholders"
        case .numbers: "translation-numbers"
        case .rawHTML: "translation-html"
        case .controlCharacter: "translation-control-character"
        case .unbalancedIsolates: "translation-isolates"
        }
    }

    package var message: String {
        func listed(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
        return switch self {
        case .targets(let expected, let found):
            "the text has these links and images: \(listed(expected)); the translation: \(listed(found))"
        case .placeholders(let missing, let added):
            "the translation leaves out \(listed(missing)) and brings in \(listed(added))"
        case .numbers(let expected, let found):
            "the text has these numbers: \(listed(expected)); the translation: \(listed(found))"
        case .rawHTML: "the translation holds HTML"
        case .controlCharacter(let scalar):
            "the translation holds the control character U+\(String(scalar.value, radix: 16, uppercase: true))"
        case .unbalancedIsolates: "the translation opens and closes directional isolates unevenly"
        }
    }

    package var hint: String {
        switch self {
        case .targets: "keep each ({1}) of the text, once, after its square brackets"
        case .placeholders: "copy the names in braces from the text as they are"
        case .numbers: "write the same numbers as digits, or as words only where the text does"
        case .rawHTML: "write * or ** for emphasis"
        case .controlCharacter: "delete it; direction marks are not needed, the page sees to them"
        case .unbalancedIsolates: "delete the invisible characters U+2066 to U+2069"
        }
    }
}

/// All faults of the translation of a message of the content.
package func faults(in translation: String, of message: Message) -> [TranslationFault] {
    let (expected, found) = (features(of: message.spans), features(of: parseSpans(translation, syntax: message.syntax)))
    var faults = characterFaults(in: translation)
    if found.hasHTML { faults.append(.rawHTML) }
    if expected.targets != found.targets {
        faults.append(.targets(expected: expected.targets, found: found.targets))
    }
    if let fault = placeholderFault(expected.facts, found.facts) { faults.append(fault) }
    if let fault = numberFault(message.text, translation) { faults.append(fault) }
    return faults
}

/// All faults of the translation of plain words with parameters; a plural form may leave its count out.
package func furnitureFaults(in translation: String, id: String, plural: String?) -> [TranslationFault] {
    var expected = features(of: parseSpans(id, syntax: .plain)).facts
    var found = features(of: parseSpans(translation, syntax: .plain)).facts
    if plural != nil {
        expected.remove("{count}")
        found.remove("{count}")
    }
    return characterFaults(in: translation) + [placeholderFault(expected, found)].compactMap { $0 }
}

private struct Features {
    /// `link {1}`, `image {2}`, sorted: a language may need another order.
    var targets: [String] = []
    var facts: Set<String> = []
    var hasHTML = false
}

private func features(of spans: [Span]) -> Features {
    var features = Features()
    func visit(_ spans: [Span]) {
        for span in spans {
            switch span {
            case .text, .code, .softBreak, .lineBreak: break
            case .html: features.hasHTML = true
            case .emphasis(let children), .strong(let children): visit(children)
            case .insert(let fact, _): features.facts.insert("{\(fact.name)}")
            case .link(let link):
                features.targets.append("link \(link.destination)")
                visit(link.children)
            case .image(let image):
                features.targets.append("image \(image.source)")
                visit(image.alternative)
            }
        }
    }
    visit(spans)
    features.targets.sort()
    return features
}

private func placeholderFault(_ expected: Set<String>, _ found: Set<String>) -> TranslationFault? {
    guard expected != found else { return nil }
    return .placeholders(missing: expected.subtracting(found).sorted(), added: found.subtracting(expected).sorted())
}

private func numberFault(_ source: String, _ translation: String) -> TranslationFault? {
    let (expected, found) = (numbers(in: source), numbers(in: translation))
    return expected == found ? nil : .numbers(expected: expected, found: found)
}

/// The numbers written with digits of any script, as Western digits, sorted; `{1}` counts as markup, not as a number.
private func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    var digits = ""
    var isInBraces = false
    func end() {
        if !digits.isEmpty { numbers.append(digits) }
        digits = ""
    }
    for scalar in text.unicodeScalars {
        if scalar == "{" { isInBraces = true }
        if scalar == "}" { isInBraces = false }
        if !isInBraces, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            digits += String(Int(value))
        } else {
            end()
        }
    }
    end()
    return numbers.sorted()
}

/// Control characters other than line ends, and the overrides and embeddings that can turn a phone number around.
private func characterFaults(in text: String) -> [TranslationFault] {
    var faults: [TranslationFault] = []
    var depth = 0
    var isBalanced = true
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0A: break
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0xFEFF, 0xFFF9...0xFFFF:
            faults.append(.controlCharacter(scalar))
        case 0x2066...0x2068: depth += 1
        case 0x2069:
            depth -= 1
            if depth < 0 { isBalanced = false }
        default: break
        }
    }
    if depth != 0 || !isBalanced { faults.append(.unbalancedIsolates) }
    return faults
}
