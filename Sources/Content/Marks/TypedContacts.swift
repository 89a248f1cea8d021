import CommonMark
package import Diagnostics

/// A number or an address that somebody typed into a text: nobody can tap it, and it is kept in more than one place.
package struct TypedContact: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case phone, email, web
    }

    package let kind: Kind
    /// As it was typed.
    package let text: String
    package let location: SourceLocation
    /// Whether it is so short that only a known number makes it one: `112`.
    let isShort: Bool

    /// The same at the place of the whole text, for one that has no places inside.
    func moved(to location: SourceLocation) -> TypedContact {
        TypedContact(kind: kind, text: text, location: location, isShort: isShort)
    }
}

/// The contacts in the words of a text, but for those that are links already.
func typedContacts(in text: TypedText, file: String) -> [TypedContact] {
    var scanner = ContactScanner(text: text, file: file)
    return scanner.contacts()
}

private struct ContactScanner {
    let text: TypedText
    let file: String
    private let bytes: [UInt8]
    private var found: [TypedContact] = []

    init(text: TypedText, file: String) {
        self.text = text
        self.file = file
        bytes = text.bytes
    }

    mutating func contacts() -> [TypedContact] {
        var at = 0
        var links = text.links[...]
        while at < bytes.count {
            if let link = links.first, at >= link.lowerBound {
                at = max(at, link.upperBound)
                links = links.dropFirst()
                continue
            }
            let byte = bytes[at]
            // Most bytes are letters inside of words, where nothing begins.
            let isInside = at > 0 && (bytes[at - 1].isWord || bytes[at - 1] == 0x40)
            if byte.isWord ? isInside : byte != UInt8(ascii: "+") && byte != UInt8(ascii: "(") {
                at += 1
                continue
            }
            at = readAddress(at) ?? readPhone(at) ?? at + 1
        }
        return found
    }

    private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private mutating func note(_ kind: TypedContact.Kind, _ range: Range<Int>, isShort: Bool = false) {
        let place = SourceLocation(file: file, position: text.position(of: range.lowerBound))
        let typed = String(decoding: bytes[range], as: UTF8.self)
        found.append(TypedContact(kind: kind, text: typed, location: place, isShort: isShort))
    }

    // MARK: Addresses

    /// Past an address of the web or of mail that begins here.
    private mutating func readAddress(_ start: Int) -> Int? {
        guard bytes[start].isWord else { return nil }
        let end = bytes[start...].firstIndex { $0.isBlank || $0 <= TypedText.opaque || "<>\"|()[]".utf8.contains($0) }
        var word = bytes[start..<(end ?? bytes.count)]
        while let last = word.last, ".,;:!?'*_".utf8.contains(last) { word.removeLast() }
        // Quotation marks and dots outside ASCII.
        while let last = word.last, last >= 0x80 { word.removeLast() }
        let lower = String(decoding: word, as: UTF8.self).lowercased()
        let kind: TypedContact.Kind
        if lower.hasPrefix("https://") || lower.hasPrefix("http://") || lower.hasPrefix("www.") {
            kind = .web
        } else if let at = word.firstIndex(of: 0x40), at > word.startIndex, isDomain(word[(at + 1)...], known: false) {
            kind = .email
        } else if isDomain(word.prefix { $0 != UInt8(ascii: "/") }, known: true) {
            kind = .web
        } else {
            return nil
        }
        note(kind, word.startIndex..<word.endIndex)
        return word.endIndex
    }

    /// Labels joined by dots; with `known`, only such as end like the addresses that are in use here.
    private func isDomain(_ word: ArraySlice<UInt8>, known: Bool) -> Bool {
        let labels = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy({ $0 < 0x80 && $0.isLetter }),
            labels.allSatisfy({ label in
                !label.isEmpty && label.allSatisfy { $0 < 0x80 && $0.isWord || $0 == UInt8(ascii: "-") }
            })
        else { return false }
        guard known else { return true }
        let name = String(decoding: last, as: UTF8.self)
        return ["it", "eu", "com", "org", "net", "info", "gov", "example"].contains(name) && labels[0].count > 3
            && labels.dropLast().contains { $0.contains { $0.isLetter } }
            && word.allSatisfy { !(0x41...0x5A).contains($0) }
    }

    // MARK: Numbers

    /// Past a run of digits that begins here, with whatever stands between them.
    private mutating func readPhone(_ start: Int) -> Int? {
        guard let run = NumberRun(in: bytes, from: start) else { return nil }
        let before = wordsBefore(start)
        let after = byte(run.range.upperBound).map { $0 < 0x80 && $0.isWord }
        if after != true, !follows(afterNumber: run), !isNumbered(before) {
            if run.isPhone(isCalled: isCalled(before)) {
                note(.phone, run.range)
            } else if run.isShort, isCalled(before) {
                note(.phone, run.range, isShort: true)
            }
        }
        return run.range.upperBound
    }

    /// The last three words before a place, in small letters, without marks at their ends.
    private func wordsBefore(_ place: Int) -> [String] {
        let before = bytes[max(0, place - 60)..<place]
        return before.split { $0.isBlank || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") || $0 == 0x27 }.suffix(3)
            .map { String(decoding: $0, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." } }
            .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    }

    /// Whether the words before a number say that it is the number of something else.
    private func isNumbered(_ before: [String]) -> Bool {
        let names: Set<String> = [
            "iva", "p.iva", "c.f", "cf", "fiscale", "istat", "codice", "cod", "isbn", "issn", "iban", "protocollo",
            "prot",
            "legge", "decreto", "d.lgs", "dpr", "d.p.r", "art", "articolo", "comma", "euro", "pagina", "pag", "rea",
            "regolamento", "delibera", "determina", "cap", "€", "n", "nn",
        ]
        return before.suffix(2).contains { names.contains($0) }
            || before.last.map { $0.hasSuffix("€") } == true
    }

    /// Whether the words before a number say that it is to be called.
    private func isCalled(_ before: [String]) -> Bool {
        guard let last = before.last else { return false }
        let callers: Set<String> = [
            "tel", "telefono", "telefona", "telefonare", "telefonate", "telefonando", "cell", "cellulare", "chiama",
            "chiamare", "chiamate", "chiamando", "chiami", "chiamo", "numero", "numeri", "verde", "whatsapp", "fax",
            "centralino",
        ]
        let links: Set<String> = [
            "il", "lo", "l’", "al", "allo", "dal", "del", "sul", "subito", "o", "e", "anche", "sempre",
        ]
        if callers.contains(last) || ["il", "al", "dal", "sul"].contains(last) { return true }
        return links.contains(last) && before.dropLast().contains { callers.contains($0) }
    }

    /// Whether a unit or a year follows, so that the number counts something.
    private func follows(afterNumber run: NumberRun) -> Bool {
        let after = bytes[run.range.upperBound...].drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
        if let first = after.first, first == UInt8(ascii: "%") || first == UInt8(ascii: "/") { return true }
        let word = String(decoding: after.prefix(14).prefix { !$0.isBlank && $0 != 0x2C && $0 != 0x2E }, as: UTF8.self)
        if word.hasPrefix("€") || ["euro", "abitanti", "per", "persone", "famiglie"].contains(word) { return true }
        guard run.isShort else { return false }
        let year = String(decoding: after.prefix(9), as: UTF8.self)
        return year.hasPrefix("del 19") || year.hasPrefix("del 20")
    }
}
