import CommonMark
package import Diagnostics

/// What families' and referrers' documents have in common: words with a date on which somebody checked them.
package struct Review: Hashable, Sendable {
    package let reviewed: CalendarDate
    package let reviewBy: CalendarDate
    /// Where the facts come from; names of documents, not translated.
    package let sources: [String]
    package let reviewedLocation: SourceLocation
    package let reviewByLocation: SourceLocation

    /// Whether the text was to be checked again before this day.
    package func isOverdue(on day: CalendarDate) -> Bool { reviewBy < day }
}

/// A page of the site, in the source language, its words as messages.
package struct Page: Hashable, Sendable {
    package enum Audience: String, CaseIterable, Hashable, Sendable {
        case families
        case referrers
        /// The site itself: accessibility, translations, colophon.
        case about
    }

    package struct MenuEntry: Hashable, Sendable {
        package let order: Int
        package let label: Message
    }

    package let path: String
    /// The last part of the address, the same in every language; `index` for the home page.
    package let slug: String
    package let title: Message
    package let description: Message
    package let audience: Audience
    package let menu: MenuEntry?
    /// Slug of the page above this one.
    package let parent: String?
    package let review: Review
    /// Former slugs, which still lead here.
    package let aliases: [String]
    package let blocks: [ContentBlock]

    /// All that is translated, in the order of the page.
    package var messages: [Message] {
        [title, description] + (menu.map { [$0.label] } ?? []) + words(of: blocks)
    }
}

/// The messages of some blocks, in reading order.
package func words(of blocks: [ContentBlock]) -> [Message] {
    var messages: [Message] = []
    forEachBlock(of: blocks) { block in
        switch block {
        case .paragraph(let message, _), .heading(_, let message, _): messages.append(message)
        case .thematicBreak, .blockQuote, .list, .codeBlock, .html, .insert: break
        }
    }
    return messages
}
