/// A number in a text, in whatever digits.
struct WrittenNumber: Hashable {
    /// As it stands there, separators of thousands left in.
    var written: String
    /// With the digits 0 to 9 and nothing between them.
    var western: String
    /// Where it begins.
    var byte: Int

    var isWestern: Bool { written.unicodeScalars.allSatisfy { $0.properties.numericType != .decimal || $0.isASCII } }
}

/// The numbers written with digits of any script, in the order of the text.
///
/// Braces hold markup and facts (`{1}`, `{service.days}`), not numbers. A separator of thousands is no part of a number:
/// `1.000`, `1,000` and `1000` are the same.
func numbers(in text: String) -> [WrittenNumber] {
    var runs: [WrittenNumber] = []
    var isInRun = false
    var isInBraces = false
    var byte = 0
    for scalar in text.unicodeScalars {
        if scalar == "{" { isInBraces = true }
        if scalar == "}" { isInBraces = false }
        if !isInBraces, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            if !isInRun { runs.append(WrittenNumber(written: "", western: "", byte: byte)) }
            runs[runs.count - 1].written.unicodeScalars.append(scalar)
            runs[runs.count - 1].western += String(Int(value))
            isInRun = true
        } else {
            isInRun = false
        }
        byte += UTF8.width(scalar)
    }
    return joiningThousands(runs, in: text)
}

/// Runs of three digits that follow another one after one separator belong to it.
private func joiningThousands(_ runs: [WrittenNumber], in text: String) -> [WrittenNumber] {
    let bytes = Array(text.utf8)
    return runs.reduce(into: []) { numbers, run in
        guard let last = numbers.last, run.western.count == 3, last.western.count >= 1 else {
            numbers.append(run)
            return
        }
        let end = last.byte + last.written.utf8.count
        let between = end < run.byte ? String(decoding: bytes[end..<run.byte], as: UTF8.self).unicodeScalars : .init()
        // The first group has at most three digits, else it is no group.
        let firstGroup = last.written.unicodeScalars.prefix { $0.properties.numericType == .decimal }.count
        guard between.count == 1, let mark = between.first, thousandsSeparators.contains(mark), firstGroup <= 3 else {
            numbers.append(run)
            return
        }
        numbers[numbers.count - 1].written += String(String.UnicodeScalarView(between)) + run.written
        numbers[numbers.count - 1].western += run.western
    }
}

/// CLDR's grouping separators of the languages in use: full stop, comma, apostrophes, no-break spaces, Arabic comma.
private let thousandsSeparators: Set<Unicode.Scalar> = [".", ",", "'", "’", "\u{A0}", "\u{202F}", "\u{66C}"]
