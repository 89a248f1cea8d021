internal import Diagnostics

/// A leaflet, in the source language.
package struct Leaflet: Hashable, Sendable {
    package enum Format: String, CaseIterable, Hashable, Sendable {
        /// One sheet of A4, printed on one side or both.
        case a4
        /// Sheets of A4 folded once and stapled; four pages each.
        case a5Booklet = "a5-booklet"
        /// One sheet of A4 across, folded twice: six panels.
        case trifold

        /// Whether the paper is folded, and so printed from a file of its own.
        package var folds: Bool { self != .a4 }

        /// Whether a leaflet of so many panels can be printed and folded.
        func holds(panels: Int) -> Bool {
            switch self {
            case .a4: (1...2).contains(panels)
            case .a5Booklet: panels > 0 && panels.isMultiple(of: 4)
            case .trifold: panels == 6
            }
        }

        var panelRule: Wording {
            switch self {
            case .a4: .panelsOfA4
            case .a5Booklet: .panelsOfBooklet
            case .trifold: .panelsOfTrifold
            }
        }
    }

    /// How the words stand on the paper.
    package enum Layout: String, CaseIterable, Hashable, Sendable {
        /// One language, in the leaflet's own format.
        case single
        /// Italian beside the language, row by row, on A4.
        case bilingual
    }

    /// The end of a leaflet: its page stays, and says so.
    package struct Withdrawal: Hashable, Sendable {
        package let day: CalendarDate
        /// Code of the leaflet that takes its place.
        package let successor: String?
    }

    package let path: String
    /// What is printed in its corner: `MG-01`.
    package let code: String
    /// Former codes: printed addresses with these still lead here.
    package let aliases: [String]
    package let title: Message
    package let description: Message
    package let format: Format
    /// Whether each centre has a leaflet of its own, beside the one that lists them all.
    package let isPerCentre: Bool
    package let review: Review
    package let withdrawal: Withdrawal?
    /// One list of blocks for each panel, in reading order; none of what is withdrawn.
    package let panels: [[ContentBlock]]

    package var isWithdrawn: Bool { withdrawal != nil }

    /// All codes that it was ever printed with.
    package var codes: [String] { [code] + aliases }

    package var messages: [Message] { [title, description] + panels.flatMap { words(of: $0) } }
}
