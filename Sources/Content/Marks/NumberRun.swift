/// Digits with what people put between those of a phone number: blanks, hyphens, dots, a slash, brackets.
struct NumberRun {
    let range: Range<Int>
    private var groups: [String] = []
    private var separators: [String] = []
    private var hasPlus = false
    private var hasBrackets = false

    /// The run that begins at a digit, a plus or a bracket; nil where there is none.
    init?(in bytes: [UInt8], from start: Int) {
        var at = start
        func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }
        if byte(at) == UInt8(ascii: "(") {
            hasBrackets = true
            at += 1
        }
        if byte(at) == UInt8(ascii: "+") {
            hasPlus = true
            at += 1
        }
        guard byte(at)?.isDigit == true else { return nil }
        var end = at
        while byte(at)?.isDigit == true {
            let first = at
            while byte(at)?.isDigit == true { at += 1 }
            groups.append(String(decoding: bytes[first..<at], as: UTF8.self))
            end = at
            let separator = bytes[at...].prefix { " -./()".utf8.contains($0) || $0 == 0xC2 || $0 == 0xA0 }
            let isNoBreak = separator.allSatisfy { $0 == 0xC2 || $0 == 0xA0 }
            let mark = String(decoding: separator, as: UTF8.self).replacing("\u{A0}", with: " ")
            // One number ends before ` / ` or ` - `, but for the hyphen after the code of an area.
            let isBreak = mark.contains(" ") && (mark.contains("/") || mark.contains("-") && groups.count > 1)
            guard !separator.isEmpty, separator.count <= (isNoBreak ? 2 : 3), !isBreak,
                byte(separator.endIndex)?.isDigit == true
            else { break }
            separators.append(mark)
            at = separator.endIndex
        }
        // Without its other half the bracket belongs to the sentence.
        if hasBrackets, separators.first?.contains(")") != true { return nil }
        range = start..<end
    }

    private var digits: String { groups.joined() }

    /// Two to six digits without anything between them.
    var isShort: Bool { groups.count == 1 && !hasPlus && !hasBrackets && (3...6).contains(digits.count) }

    /// Whether the digits are grouped as those of a phone number are in Italy, or have a country's code.
    ///
    /// `isCalled`: the words before say so, which makes a few shorter ones sure.
    func isPhone(isCalled: Bool) -> Bool {
        guard let first = groups.first, digits.count <= 15, !isDateOrTime, !isThousands else { return false }
        if hasPlus { return digits.count >= 8 }
        if digits.hasPrefix("00") { return digits.count >= 11 && first.count >= 4 }
        let slashes = separators.count { $0.contains("/") }
        guard slashes == 0 || slashes == 1 && separators.count == 1 && first.hasPrefix("0") && isAreaCode(first) else {
            return false
        }
        if slashes == 1, let year = groups.last, year.count == 4, year.hasPrefix("19") || year.hasPrefix("20") {
            return false
        }
        switch digits.first {
        case "0":
            let isParted = groups.count > 1 && isAreaCode(first)
            return isParted
                ? digits.count >= 7 && digits.count <= 11 : groups.count == 1 && (8...11).contains(digits.count)
        case "3":
            return digits.count == 10 && (groups.count == 1 || first.count == 3)
        case "8", "1":
            guard ["800", "803", "840", "848", "199"].contains(digits.prefix(3)) else { return false }
            return digits.count == 9 || digits.hasPrefix("803") && digits.count == 6 && (groups.count > 1 || isCalled)
        default:
            return false
        }
    }

    private func isAreaCode(_ group: String) -> Bool { group.hasPrefix("0") && (2...4).contains(group.count) }

    /// `01/02/2026`, `2026-11-21`, `08.30-12.30`, `01.01-31.12`.
    private var isDateOrTime: Bool {
        let counts = groups.map(\.count)
        let marks = separators.map { $0.filter { $0 != " " } }
        if counts.count == 3, marks[0] == marks[1], !marks[0].isEmpty {
            if counts[0] <= 2, counts[1] <= 2, counts[2] == 2 || counts[2] == 4 { return true }
            if counts[0] == 4, counts[1] == 2, counts[2] == 2 { return true }
        }
        return counts.allSatisfy { $0 <= 2 } && marks.contains { $0 == "." || $0 == "/" }
            && Set(marks).count > 1
    }

    /// `333.123.456`: groups of three after a first one, with the same dot or blank between them.
    private var isThousands: Bool {
        guard groups.count > 1, let first = groups.first, !first.hasPrefix("0"), !first.hasPrefix("8") else {
            return false
        }
        return first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 } && Set(separators).count == 1
            && !separators[0].contains("-")
    }
}
