import Site

/// Tallies as lines of a terminal: a name, messages and words, then words and per cent of each state.
struct StatusTable {
    let title: String
    let rows: [(name: String, tally: TranslationTally)]
    var total: TranslationTally?

    var text: String {
        var table = TextTable(header: [title, "messages", "words"] + TranslationTally.states.map(\.name))
        table.rows = rows.map { cells($0.name, $0.tally) }
        if let total { table.rows.append(cells("all", total)) }
        table.rightAligned = Set(1..<table.header.count)
        return table.text
    }

    private func cells(_ name: String, _ tally: TranslationTally) -> [String] {
        [name, String(tally.total.messages), String(tally.total.words)]
            + TranslationTally.states.map { state in
                let words = tally[state].words
                return words == 0 ? "-" : "\(words) \(percentage(words, of: tally.total.words))"
            }
    }

    /// Rounded down, so that 100 % is all; what rounds to nothing is not nothing.
    private func percentage(_ words: Int, of all: Int) -> String {
        let share = all > 0 ? words * 100 / all : 0
        let text = share == 0 ? "<1" : String(share)
        return String(repeating: " ", count: max(0, 3 - text.count)) + text + " %"
    }
}

extension PassageState {
    /// As tables and tools call it.
    var name: String {
        switch self {
        case .source: "source"
        case .missing: "missing"
        case .stale: "stale"
        case .faulty: "faulty"
        case .draft: "draft"
        case .reviewed: "reviewed"
        }
    }
}
