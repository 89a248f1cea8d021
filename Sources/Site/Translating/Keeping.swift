package import Diagnostics
package import Gettext

/// What came of somebody saying that a translation still holds although its Italian text changed.
package enum Keeping: Sendable {
    /// The catalogue in which the message is a draft again.
    case kept(Catalogue, Entry)
    /// The translation lacks, or has too much of, what the text has now.
    case unfit([Diagnostic])
    case ambiguous([Entry])
    /// No message that begins so is stale; these are not.
    case notStale([Entry])
    /// No message begins so; the one that is most likely meant.
    case unknown(nearest: Entry?)
}

extension CatalogueFile {
    /// Finds the one stale message that begins so, and keeps its translation.
    ///
    /// White space and letter case do not matter. A message that says exactly this comes before longer ones. Nil when
    /// `reviewer` is blank.
    package func keeping(
        messageBeginningWith words: String,
        context: String? = nil,
        units: [TranslationUnit],
        on date: ISODate,
        by reviewer: String
    ) -> Keeping? {
        guard !reviewer.allSatisfy(\.isWhitespace) else { return nil }
        let wanted = foldingSpaces(words).lowercased()
        let candidates = catalogue.entries.filter { context == nil || $0.context == context }
        let found = candidates.filter { foldingSpaces($0.id).lowercased().hasPrefix(wanted) }
        guard !wanted.isEmpty else { return .unknown(nearest: nil) }
        guard !found.isEmpty else {
            return .unknown(nearest: nearestEntry(to: wanted, among: candidates))
        }
        let stale = found.filter { $0.state == .stale }
        guard !stale.isEmpty else { return .notStale(found) }
        let exact = stale.filter { foldingSpaces($0.id).lowercased() == wanted }
        let matches = exact.isEmpty ? stale : exact
        guard matches.count == 1, let entry = matches.first, let kept = entry.kept(on: date, by: reviewer),
            let index = catalogue.entries.firstIndex(where: { $0.key == entry.key })
        else { return .ambiguous(matches) }

        var file = self
        file.catalogue.entries[index] = kept
        let problems = blockingProblems(of: file, units: units.filter { $0.key == entry.key })
        return problems.isEmpty ? .kept(file.catalogue, kept) : .unfit(problems)
    }

    /// Compared with as much of each message as was written, stale messages first.
    private func nearestEntry(to words: String, among entries: [Entry]) -> Entry? {
        func nearest(_ entries: [Entry]) -> Entry? {
            let beginnings = Dictionary(
                entries.map { (String(foldingSpaces($0.id).lowercased().prefix(words.count)), $0) },
                uniquingKeysWith: { first, _ in first }
            )
            return Diagnostics.nearest(to: words, among: beginnings.keys).flatMap { beginnings[$0] }
        }
        return nearest(entries.filter { $0.state == .stale }) ?? nearest(entries)
    }
}
