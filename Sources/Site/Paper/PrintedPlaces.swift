import Content
package import Diagnostics

/// Where the words of a sheet can be changed.
package struct PrintedWords: Hashable, Sendable {
    /// As they are printed, without markup.
    package let words: String
    package let place: SourceLocation
}

extension Site {
    /// All words of a sheet with the places where they are written, what is told of centres and the publisher last.
    ///
    /// Words that are in no file of the project's own, such as dates, are not among them.
    package func words(of printable: Printable) -> [PrintedWords] {
        guard case .leaflet(let sheet) = printable, let edition = edition(of: sheet) else { return [] }
        let leaflet = sheet.leaflet
        // The Italian title stands in the head of every sheet.
        var found = [printed(leaflet.title, by: original.localizer)]
        let messages = [leaflet.title] + Content.words(of: leaflet.panels.flatMap { $0 })
        if sheet.layout == .bilingual { found += messages.map { printed($0, by: original.localizer) } }
        found += messages.map { printed($0, by: edition.localizer) }
        for centre in sheet.centre.map({ [$0] }) ?? project.centres {
            let names = [centre.name, centre.address.street, centre.address.city] + centre.municipalities.map(\.name)
            found += names.map { PrintedWords(words: $0, place: SourceLocation(file: centre.location.file)) }
            found += centre.messages.map { printed($0, by: edition.localizer) }
        }
        let publisher = project.settings.publisher.name
        return found + [PrintedWords(words: publisher, place: SourceLocation(file: "content/site.yml"))]
    }

    /// What fills a panel, the longest first, in Italian or in the sheet's language.
    ///
    /// Panels are counted from 1; nil stands for all of them.
    package func text(onPanel panel: Int?, of sheet: LeafletSheet, inItalian: Bool) -> [PrintedWords] {
        let panels = sheet.leaflet.panels
        let blocks = panel.flatMap { panels.indices.contains($0 - 1) ? panels[$0 - 1] : nil } ?? panels.flatMap { $0 }
        guard let localizer = inItalian ? original.localizer : edition(of: sheet)?.localizer else { return [] }
        let words = Content.words(of: blocks).map { printed($0, by: localizer) }
        return words.enumerated()
            .sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
            .map(\.element)
    }

    private func edition(of sheet: LeafletSheet) -> LocalizedSite? {
        editions.first { $0.language == sheet.language }
    }

    private func printed(_ message: Message, by localizer: Localizer) -> PrintedWords {
        PrintedWords(words: localizer.phrase(message).text, place: localizer.place(of: message))
    }
}

extension Localizer {
    /// Where the words that a reader gets of a message are written: in the catalogue, or in the content.
    fileprivate func place(of message: Message) -> SourceLocation {
        guard language != source, state(of: message).isShown, let position = translationPosition(of: message) else {
            return message.location
        }
        return SourceLocation(file: "translations/\(language.code).po", position: position)
    }
}
