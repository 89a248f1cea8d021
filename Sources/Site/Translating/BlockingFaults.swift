import Content
import Diagnostics

/// The faults for which readers get the Italian instead of this translation.
package func blockingFaults(in translation: String, of original: Original) -> [FoundFault] {
    let (expected, found) = (
        TextFeatures(of: original.text, syntax: original.syntax), TextFeatures(of: translation, syntax: original.syntax)
    )
    var faults = characterFaults(in: translation)
    if let html = found.html { faults.append(FoundFault(.rawHTML, at: html)) }
    // Most texts hold no brace, and need not be parsed once more.
    if translation.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) {
        faults += strayBraces(in: translation, syntax: original.syntax).map { place in
            FoundFault(.strayBrace, at: byteOffset(of: place, in: translation, syntax: original.syntax))
        }
    }
    faults += targetFaults(expected, found)
    faults += TranslationFault.MarkupKind.allCases.compactMap { kind in
        let (wanted, had) = (expected.counts[kind] ?? 0, found.counts[kind] ?? 0)
        return wanted == had ? nil : FoundFault(.markup(kind, expected: wanted, found: had))
    }
    guard let form = original.form else {
        let placeholders = placeholderFaults(expected, found)
        let numbers = numberFaults(in: translation, expecting: [numbers(in: original.text).map(\.western)])
        let typed = contactFaults(in: translation, of: original, expected, found, areNumbersOther: !numbers.isEmpty)
        // A number that stands in place of a fact is one mistake, not three.
        return faults + (typed.isEmpty ? placeholders + numbers : typed)
    }
    return faults + countFaults(in: translation, form: form, of: original.text, expected, found)
}

private func targetFaults(_ expected: TextFeatures, _ found: TextFeatures) -> [FoundFault] {
    let (wanted, had) = (expected.targets.map(\.name).sorted(), found.targets.map(\.name).sorted())
    guard wanted == had else {
        let place = firstExtra(among: found.targets.map { ($0.name, $0.byte) }, expecting: wanted)
        return [FoundFault(.links(expected: wanted, found: had), at: place)]
    }
    let wordless = Set(expected.targets.filter { !$0.hasWords }.map(\.name))
    return found.targets.filter { !$0.hasWords && !wordless.contains($0.name) }
        .map { FoundFault(.emptyWords(of: $0.name), at: $0.byte) }
}

private func placeholderFaults(
    _ expected: TextFeatures,
    _ found: TextFeatures,
    except names: Set<String> = []
) -> [FoundFault] {
    let wanted = Set(expected.facts.map(\.name)).subtracting(names)
    let had = Set(found.facts.map(\.name)).subtracting(names)
    guard wanted != had else { return [] }
    let place = found.facts.first { had.subtracting(wanted).contains($0.name) }?.byte
    let (missing, added) = (wanted.subtracting(had).sorted(), had.subtracting(wanted).sorted())
    return [FoundFault(.placeholders(missing: missing, added: added), at: place)]
}

/// Phone numbers and addresses that the Italian does not have, or has as a fact.
private func contactFaults(
    in translation: String,
    of original: Original,
    _ expected: TextFeatures,
    _ found: TextFeatures,
    areNumbersOther: Bool
) -> [FoundFault] {
    guard areNumbersOther || ["@", "://", "www."].contains(where: translation.contains) else { return [] }
    let known = Set(typedContacts(inTranslation: original.text, syntax: original.syntax).map(\.text))
    let missing = Set(expected.facts.map(\.name)).subtracting(found.facts.map(\.name)).sorted()
    return typedContacts(inTranslation: translation, syntax: original.syntax).filter { !known.contains($0.text) }
        .map { contact in
            let byte = contact.location.position.flatMap {
                byteOffset(of: $0, in: translation, syntax: original.syntax)
            }
            return FoundFault(.typedContact(contact.text, inPlaceOf: missing), at: byte)
        }
}

/// A form for one number alone may say it in words, or with the digit itself, in place of `{count}`.
private func countFaults(
    in translation: String,
    form: PluralForm,
    of text: String,
    _ expected: TextFeatures,
    _ found: TextFeatures
) -> [FoundFault] {
    let count = "{count}"
    let counts = expected.facts.contains { $0.name == count }
    var faults = placeholderFaults(expected, found, except: counts ? [count] : [])
    var allowed = [numbers(in: text), numbers(in: form.plural)].map { $0.map(\.western) }
    if counts, !found.facts.contains(where: { $0.name == count }), form.rule != nil {
        if let number = form.onlyNumber {
            allowed += allowed.map { $0 + [String(number)] }
        } else {
            faults.append(FoundFault(.missingCount))
        }
    }
    return faults + numberFaults(in: translation, expecting: allowed)
}

/// `alternatives` are the numbers that the text may have, the usual ones first, each as Western digits.
private func numberFaults(in translation: String, expecting alternatives: [[String]]) -> [FoundFault] {
    let written = numbers(in: translation)
    let found = written.map(\.western).sorted()
    var faults = written.filter { !$0.isWestern }.map { number in
        FoundFault(.digits(found: number.written, western: number.western), at: number.byte)
    }
    let allowed = alternatives.map { $0.sorted() }
    if let expected = allowed.first, !allowed.contains(found) {
        let place = firstExtra(among: written.map { ($0.western, $0.byte) }, expecting: expected)
        faults.append(FoundFault(.numbers(expected: expected, found: found), at: place))
    }
    return faults
}

/// Where the first item stands that is not expected, or not so often.
private func firstExtra(among found: [(name: String, byte: Int?)], expecting expected: [String]) -> Int? {
    var left = expected
    let extra = found.first { item in
        guard let index = left.firstIndex(of: item.name) else { return true }
        left.remove(at: index)
        return false
    }
    return extra?.byte
}

/// Control characters other than line ends, and the embeddings and overrides that can turn a phone number around.
private func characterFaults(in text: String) -> [FoundFault] {
    var faults: [FoundFault] = []
    var open: [Int] = []
    var byte = 0
    for scalar in text.unicodeScalars {
        if scalar.isControlMark {
            faults.append(FoundFault(.controlCharacter(scalar), at: byte))
        } else if scalar.isIsolateMark {
            if scalar != "\u{2069}" {
                open.append(byte)
            } else if open.popLast() == nil {
                return faults + [FoundFault(.unbalancedIsolates, at: byte)]
            }
        }
        byte += UTF8.width(scalar)
    }
    return faults + open.prefix(1).map { FoundFault(.unbalancedIsolates, at: $0) }
}
