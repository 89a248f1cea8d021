import Gettext

/// The same numbers for the same seed, on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension SeededGenerator {
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func list<Element>(upTo count: Int, _ element: (inout Self) -> Element) -> [Element] {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in element(&self) }
    }

    private static let words = [
        "casa", "madre", "bambino", "sportello", "è", "e\u{300}", "visita", "مركز", "الأسرة", "中心", "家庭", "ਪਰਿਵਾਰ",
        "পরিবার",
        "{centre.phone}", "[link]({1})", "*forte*", "\"", "\\", "\\n", "\t", "\\\"", "%d", "#", "👩‍👧", "\u{202F}",
        "msgid", "a\u{7}",
        "\u{8}\u{B}\u{C}", "\r", "\u{A0}", "…", "-", "~", "|", ",", ":", "\u{2028}",
    ]

    /// Any text a catalogue can hold, line breaks inside included, but none at its ends: msgfmt wants msgid and msgstr
    /// to begin and end alike.
    mutating func text(words count: Int = 14) -> String {
        let words = (0..<Int.random(in: 1...count, using: &self)).map { _ in pick(Self.words) }
        let separator = chance(15) ? "\n" : " "
        return "x" + words.joined(separator: separator) + (chance(10) ? "\n\nx" : "x")
    }

    /// Comments hold anything but line breaks and control characters.
    mutating func comment() -> String {
        pick(["", "note", " indented", "trailing ", "è 中心 \\ \" {x}", "# twice", ". dotted", "~ obsolete", "fuzzy, x"])
    }

    /// Few or many, of any length, since gettext keeps the list to a width.
    ///
    /// A name with a space stands alone, since gettext
    /// 0.21 takes it for two.
    private mutating func fileNames() -> [String] {
        if chance(10) { return ["content/chi siamo.md"] }
        return list(upTo: chance(30) ? 12 : 2) { generator in
            let length = Int.random(in: 0...(generator.chance(10) ? 90 : 30), using: &generator)
            return "content/" + generator.pick(["", "è", "中"]) + String(repeating: "p", count: length) + ".md"
        }.unique()
    }

    mutating func entry(number: Int, forms: Int, isObsolete: Bool = false) -> Entry {
        let isPlural = chance(15)
        let isTranslated = isObsolete || chance(75)
        let isFuzzy = isTranslated && chance(25)
        var flags = isFuzzy ? ["fuzzy"] : []
        if chance(15), !isObsolete { flags.append("no-wrap") }
        return Entry(
            "\(number) " + text(),
            context: chance(15) ? pick(["", "menu", text(words: 2)]) : nil,
            plural: isPlural ? "\(number) " + text() : nil,
            translations: (0..<(isPlural ? forms : 1)).map { _ in isTranslated ? text() : "" },
            previous: isFuzzy && chance(70)
                ? PreviousMessage(
                    text(),
                    context: chance(20) ? text(words: 2) : nil,
                    plural: chance(20) ? text() : nil
                ) : nil,
            flags: flags,
            references: isObsolete
                ? [] : fileNames(),
            extractedComments: isObsolete ? [] : list(upTo: 2) { $0.comment() },
            translatorComments: list(upTo: 2) { $0.comment() }
        )
    }

    mutating func catalogue(entries count: Int) -> Catalogue {
        let fields = [
            "Project-Id-Version: millegiorni", "PO-Revision-Date: 2026-11-21 10:00+0100", "Last-Translator: A.B.",
            "Language-Team: none", "Language: ro", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: 8bit", "Plural-Forms: \(PluralRule.header(for: "ro") ?? "")",
        ]
        return Catalogue(
            header: Entry("", translations: [fields.map { $0 + "\n" }.joined()], translatorComments: ["Romanian"]),
            entries: (0..<count).map { entry(number: $0, forms: 3) },
            obsolete: (count..<(count + count / 8)).map { entry(number: $0, forms: 3, isObsolete: true) }
        )
    }
}

extension Array where Element: Hashable {
    fileprivate func unique() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
