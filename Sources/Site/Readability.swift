import CommonMark
package import Content
package import Diagnostics

/// How easy an Italian text is to read: the Gulpease index (Lucisano and Piemontese, 1988), from 0 to 100.
///
/// 89 + (300 × sentences − 10 × letters) / words. Above 80 it can be read by people with primary school, above 60 by
/// people with middle school.
package struct Readability: Hashable, Sendable {
    package private(set) var letters = 0
    package private(set) var words = 0
    package private(set) var sentences = 0
    package private(set) var hardest: Sentence?

    /// The sentence with the lowest index of its own, and where it stands.
    package struct Sentence: Hashable, Sendable {
        package let text: String
        package let index: Int
        package let place: SourceRange
    }

    package var index: Int { Self.index(letters: letters, words: words, sentences: sentences) }

    /// Prose of some Italian blocks; headings and pictures are left out.
    package init(of blocks: [LocalizedBlock]) {
        add(blocks)
    }

    private mutating func add(_ blocks: [LocalizedBlock]) {
        for block in blocks {
            block.forEach { inner in
                switch inner {
                case .paragraph(let passage, let range): add(passage, at: range)
                case .insert(let directive, _): add(directive.blocks)
                case .heading, .thematicBreak, .blockQuote, .list, .codeBlock, .html: break
                }
            }
        }
    }

    private mutating func add(_ passage: Passage, at range: SourceRange) {
        if passage.spans.count == 1, case .image? = passage.spans.first { return }
        for sentence in plainWords(of: passage.spans).split(whereSeparator: { ".!?;:".contains($0) }) {
            let words = sentence.split { !($0.isLetter || $0.isNumber) }
            guard !words.isEmpty else { continue }
            let letters = words.reduce(0) { $0 + $1.count }
            self.letters += letters
            self.words += words.count
            sentences += 1
            let index = Self.index(letters: letters, words: words.count, sentences: 1)
            if words.count > 3, index < hardest?.index ?? .max {
                let text = sentence.split(separator: " ").joined(separator: " ")
                hardest = Sentence(text: text, index: index, place: range)
            }
        }
    }

    private static func index(letters: Int, words: Int, sentences: Int) -> Int {
        guard words > 0 else { return 100 }
        return min(100, max(0, 89 + (300 * sentences - 10 * letters) / words))
    }
}

extension Page.Audience {
    /// The lowest index that the service accepts: families 60, referrers and the site's own pages 45.
    package var minimumReadability: Int { self == .families ? 60 : 45 }
}

/// The pages and leaflets whose Italian is too hard, each with its hardest sentence.
package func readabilityProblems(of source: LocalizedSite) -> [Diagnostic] {
    func problem(path: String, blocks: [LocalizedBlock], minimum: Int) -> Diagnostic? {
        let readability = Readability(of: blocks)
        guard readability.index < minimum, let hardest = readability.hardest else { return nil }
        let problem = Problem.hardToRead(
            index: readability.index,
            minimum: minimum,
            hardest: hardest.text,
            hardestIndex: hardest.index
        )
        return .warning(problem, at: SourceLocation(file: path, position: hardest.place.first))
    }
    return source.pages.compactMap { page in
        problem(path: page.page.path, blocks: page.blocks, minimum: page.page.audience.minimumReadability)
    }
        + source.leaflets.compactMap { leaflet in
            problem(
                path: leaflet.leaflet.path,
                blocks: leaflet.pageBlocks,
                minimum: Page.Audience.families.minimumReadability
            )
        }
}
