package import Gettext

/// Messages, and the words of their Italian texts.
package struct TextCount: Hashable, Sendable {
    package private(set) var messages = 0
    package private(set) var words = 0

    package init() {}

    mutating func add(words: Int) {
        messages += 1
        self.words += words
    }
}

/// How far the translation of some messages is.
package struct TranslationTally: Hashable, Sendable {
    package private(set) var total = TextCount()
    private var counts: [PassageState: TextCount] = [:]

    /// From what is done to what is to be done.
    package static let states: [PassageState] = [.reviewed, .draft, .stale, .missing, .faulty]

    package init() {}

    package subscript(state: PassageState) -> TextCount { counts[state] ?? TextCount() }

    mutating func count(_ unit: TranslationUnit, as state: PassageState) {
        total.add(words: unit.words)
        counts[state, default: TextCount()].add(words: unit.words)
    }
}

/// How far one language is: in all, and in each part of the content.
package struct TranslationStatus: Sendable {
    package private(set) var total = TranslationTally()
    /// In the order of the catalogue.
    ///
    /// A message of several parts counts in each of them, and once in the total.
    package private(set) var sections: [(section: TranslationUnit.Section, tally: TranslationTally)] = []

    package init(of catalogue: Catalogue, units: [TranslationUnit]) {
        let (lookup, rule) = (catalogue.lookup(), catalogue.pluralRule)
        var indices: [TranslationUnit.Section: Int] = [:]
        for unit in units {
            let state = unit.state(of: lookup[unit.key], rule: rule)
            total.count(unit, as: state)
            for section in unit.sections {
                let index = indices[section] ?? sections.count
                if index == sections.count {
                    indices[section] = index
                    sections.append((section, TranslationTally()))
                }
                sections[index].tally.count(unit, as: state)
            }
        }
    }
}

extension TranslationUnit {
    /// Where the message stands with this entry of a catalogue; one faulty form makes all of it faulty.
    package func state(of entry: Entry?, rule: PluralRule?) -> PassageState {
        guard let entry else { return .missing }
        switch entry.state {
        case .missing: return .missing
        case .stale: return .stale
        case .draft, .reviewed:
            let isFaulty = entry.translations.indices.contains { form in
                originals(ofForm: form, rule: rule).contains {
                    !blockingFaults(in: entry.translations[form], of: $0).isEmpty
                }
            }
            if isFaulty { return .faulty }
            return entry.state == .reviewed ? .reviewed : .draft
        }
    }
}
