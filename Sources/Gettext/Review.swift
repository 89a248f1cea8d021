private import Crypto
import Diagnostics

/// What a reader gets of a message, worked out from its entry each time and stored nowhere.
package enum MessageState: String, Hashable, Sendable, CaseIterable {
    /// Some form has no text: the reader gets the source.
    case missing
    /// `fuzzy`: the source changed after the translation was made. The reader gets the source, since an old rule is
    /// worse than a foreign word.
    case stale
    /// Translated, and nobody attested these very words: the reader gets the translation and a notice.
    case draft
    /// Attested: the reader gets the translation.
    case reviewed
}

extension Entry {
    package var state: MessageState {
        if !isTranslated { return .missing }
        if isFuzzy { return .stale }
        return attestation?.hash == contentHash ? .reviewed : .draft
    }

    /// The last attestation among the comments, which may be one of words that changed since.
    package var attestation: Attestation? {
        translatorComments.lazy.compactMap(Attestation.init(parsing:)).last
    }

    /// The entry with the attestation of its words as they are now, in place of any earlier one; nil when there is
    /// nothing to attest (missing or stale) or nobody who does.
    package func attested(on date: ISODate, by reviewer: String) -> Entry? {
        guard state == .draft || state == .reviewed,
            let attestation = Attestation(on: date, by: reviewer, hash: contentHash)
        else { return nil }
        var entry = self
        entry.translatorComments.removeAll { $0.utf8.starts(with: Attestation.mark.utf8) }
        entry.translatorComments.append(attestation.comment)
        return entry
    }

    /// The stale entry as a translation of the text as it is now, with a comment that says who decided so; nil when it
    /// is not stale, or for nobody.
    ///
    /// For a comma or a typing mistake in the source. What was attested before was another text, so the entry is a draft.
    package func kept(on date: ISODate, by reviewer: String) -> Entry? {
        let reviewer = folded(reviewer)
        guard state == .stale, !reviewer.isEmpty else { return nil }
        var entry = self
        entry.isFuzzy = false
        entry.previous = nil
        entry.translatorComments.append("kept: \(date) \(reviewer)")
        return entry
    }

    /// The first eight hexadecimal digits of the SHA-256 of everything that a reviewer reads.
    ///
    /// Hashed are msgctxt, msgid, msgid_plural and each msgstr, those that are there, each as its keyword, a space, its
    /// length in bytes, a colon and its bytes: `msgid 4:Ciaomsgstr 5:Hello`. The lengths keep texts from running into
    /// each other.
    package var contentHash: String {
        var bytes: [UInt8] = []
        func add(_ keyword: String, _ text: String) {
            bytes += "\(keyword) \(text.utf8.count):".utf8
            bytes += text.utf8
        }
        if let context { add("msgctxt", context) }
        add("msgid", id)
        if let plural { add("msgid_plural", plural) }
        for translation in translations { add("msgstr", translation) }
        return SHA256.hash(data: bytes).prefix(4).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count < 2 ? "0" + digits : digits
        }.joined()
    }
}

/// A translator comment by which someone answers for a translation: `reviewed: 2026-11-21 mediatrice A.B. 3f2a9c1d`.
package struct Attestation: Hashable, Sendable {
    package let date: ISODate
    /// A role or initials, never a full name.
    package let reviewer: String
    /// The ``Entry/contentHash`` of the words that were read.
    package let hash: String

    static let mark = "reviewed:"

    /// Nil when `reviewer` is blank; white space in it, line breaks too, becomes single spaces.
    init?(on date: ISODate, by reviewer: String, hash: String) {
        self.reviewer = folded(reviewer)
        guard !self.reviewer.isEmpty else { return nil }
        self.date = date
        self.hash = hash
    }

    init?(parsing comment: String) {
        guard comment.utf8.starts(with: Self.mark.utf8) else { return nil }
        let words = comment.utf8.dropFirst(Self.mark.utf8.count).split(separator: .space).map { String(Substring($0)) }
        guard words.count >= 3, let date = ISODate(words[0]), let hash = words.last,
            hash.utf8.count == 8, hash.utf8.allSatisfy({ $0.digit(radix: 16) != nil })
        else { return nil }
        self.init(on: date, by: words[1..<(words.count - 1)].joined(separator: " "), hash: hash.lowercased())
    }

    package var comment: String { "\(Self.mark) \(date) \(reviewer) \(hash)" }
}

/// On one line, with single spaces.
private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A day of the Gregorian calendar as `2026-11-21`.
package struct ISODate: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil unless the text is exactly four, two and two digits of a day that exists.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return nil }
        var numbers: [Int] = []
        for part in parts {
            var number = 0
            for byte in part {
                guard let digit = byte.digit(radix: 10) else { return nil }
                number = number * 10 + digit
            }
            numbers.append(number)
        }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year > 0, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        description = text
    }

    package static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}
