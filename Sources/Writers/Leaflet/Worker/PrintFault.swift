import Content
package import Diagnostics
package import Site

/// A sheet that could not be printed, and why.
package struct PrintFault: Hashable, Sendable {
    package let printable: Printable
    package let failure: LeafletFailure

    package init(_ printable: Printable, _ failure: LeafletFailure) {
        self.printable = printable
        self.failure = failure
    }
}

/// What could not be printed, once for each cause, at the place where that can be mended; whatever the order of `faults`.
///
/// A text that is too long is so in its Italian where that does not fit either, in a centre's file where the sheet of all
/// centres fits, and in the catalogue else.
package func problems(with faults: [PrintFault], in site: Site) -> [Diagnostic] {
    let overflowing = Set(
        faults.compactMap { fault in if case .overflow = fault.failure.kind { fault.printable.sheetKey } else { nil } }
    )
    var groups: [PrintCause: [PrintFault]] = [:]
    for fault in faults {
        for cause in fault.causes(overflowing, in: site) { groups[cause, default: []].append(fault) }
    }
    return groups.map { cause, faults in cause.diagnostic(with: faults, in: site) }.sortedByPlace()
}

// MARK: Causes

/// What several sheets can fail by together, with the place where it can be mended, where that is known by now.
private enum PrintCause: Hashable {
    /// A leaflet's text is too long in a language.
    case text(leaflet: String, Language)
    /// A centre's file says too much.
    case centre(SourceLocation)
    /// Something is too long, where nothing more is known, as of the form.
    case whole(SourceLocation)
    case tooWide(String, SourceLocation)
    case glyphs(SourceLocation)
    /// Whatever else, which the worker tells of.
    case common(Problem, SourceLocation)
}

/// A sheet among those of its leaflet.
private struct SheetKey: Hashable {
    let leaflet: String
    var language: Language
    var layout: Leaflet.Layout
    var centre: String?
}

extension Printable {
    fileprivate var sheetKey: SheetKey? {
        guard case .leaflet(let sheet) = self else { return nil }
        return SheetKey(
            leaflet: sheet.leaflet.code,
            language: sheet.language,
            layout: sheet.layout,
            centre: sheet.centre?.id
        )
    }
}

extension PrintFault {
    private var file: SourceLocation { SourceLocation(file: printable.source) }

    fileprivate func causes(_ overflowing: Set<SheetKey>, in site: Site) -> Set<PrintCause> {
        switch failure.kind {
        case .overflow: [overflow(overflowing, in: site)]
        case .tooWide(let word): [.tooWide(word, place(in: site) { $0.contains(word) })]
        case .glyphs: Set(glyphsByPlace(in: site).keys.map { .glyphs($0) })
        case .font, .structure, .output, .time, .program: [.common(failure.commonProblem, file)]
        }
    }

    /// Which characters to mend where: first in the words that have most of them, since a letter that is lost in a font
    /// of one language may stand in good order elsewhere.
    fileprivate func glyphsByPlace(in site: Site) -> [SourceLocation: [String]] {
        guard case .glyphs(var lacking) = failure.kind else { return [:] }
        let all = site.words(of: printable)
        var found: [SourceLocation: [String]] = [:]
        while !lacking.isEmpty {
            let held = all.map { words in lacking.filter { words.words.holds($0) } }
            guard let best = held.indices.max(by: { (held[$0].count, $1) < (held[$1].count, $0) }),
                !held[best].isEmpty
            else {
                found[file, default: []] += lacking
                break
            }
            found[all[best].place, default: []] += held[best]
            lacking.removeAll { held[best].contains($0) }
        }
        return found
    }

    /// The first words of the sheet that are what is looked for; else its file.
    private func place(in site: Site, _ isWanted: (String) -> Bool) -> SourceLocation {
        site.words(of: printable).first { isWanted($0.words) }?.place ?? file
    }

    private func overflow(_ overflowing: Set<SheetKey>, in site: Site) -> PrintCause {
        guard case .leaflet(let sheet) = printable, let key = printable.sheetKey else { return .whole(file) }
        var ofAll = key
        ofAll.centre = nil
        if let centre = sheet.centre, !overflowing.contains(ofAll) {
            return .centre(SourceLocation(file: centre.location.file))
        }
        let isItalian = isItalianTooLong(key, overflowing, in: site)
        return .text(leaflet: key.leaflet, isItalian ? site.source : key.language)
    }

    private func isItalianTooLong(_ key: SheetKey, _ overflowing: Set<SheetKey>, in site: Site) -> Bool {
        var italian = key
        italian.language = site.source
        italian.layout = .single
        if overflowing.contains(italian) { return true }
        // Beside every other language, and not for the sake of one translation.
        let others = site.languages.filter { $0 != site.source }
        return key.layout == .bilingual && others.count > 1
            && others.allSatisfy { language in
                var beside = key
                beside.language = language
                return overflowing.contains(beside)
            }
    }
}

extension String {
    fileprivate func holds(_ glyph: String) -> Bool {
        glyph.unicodeScalars.allSatisfy { unicodeScalars.contains($0) }
    }
}

// MARK: Words

extension PrintCause {
    func diagnostic(with faults: [PrintFault], in site: Site) -> Diagnostic {
        let sheets = Wording.sheets(faults.map(\.printable.name).sorted())
        func tooLong(_ mend: Wording, _ fault: PrintFault?, at place: SourceLocation) -> Diagnostic {
            .error(.leafletTooLong(sheets, excess: fault?.excess, mend: mend), at: place)
        }
        let worst = faults.max { ($0.worst, $1.printable.name) < ($1.worst, $0.printable.name) }
        switch self {
        case .text(_, let language):
            // Its own panels tell where the text is too long; beside another language it is on other sides.
            let own = faults.filter { $0.isAlone(in: language) }.max { $0.worst < $1.worst }
            let longest = (own ?? worst)?.longestText(in: language, of: site) ?? []
            let place = longest.first?.place ?? SourceLocation(file: worst?.printable.source ?? "content/leaflets")
            // Where a person begins to shorten.
            let lines = longest.prefix(3).filter { $0.place.file == place.file }.compactMap(\.place.position?.line)
            return tooLong(.shortenText(lines: Set(lines).sorted()), own ?? worst, at: place)
        case .centre(let place): return tooLong(.shortenCentre, worst, at: place)
        case .whole(let place): return tooLong(.shortenText(lines: []), worst, at: place)
        case .tooWide(let word, let place): return .error(.leafletTooWide(sheets, word: word), at: place)
        case .glyphs(let place):
            let glyphs = faults.flatMap { $0.glyphsByPlace(in: site)[place] ?? [] }
            return .error(.leafletGlyphs(sheets, glyphs: described(Set(glyphs))), at: place)
        case .common(let problem, let place): return .error(problem.told(of: sheets), at: place)
        }
    }
}

extension PrintFault {
    /// By how much it is too long where it is that most, in millimetres.
    fileprivate var worst: Double { excesses.map(\.mm).max() ?? 0 }

    private var excesses: [LeafletFailure.Excess] {
        if case .overflow(let excesses) = failure.kind { excesses } else { [] }
    }

    fileprivate var excess: Wording? {
        guard !excesses.isEmpty else { return nil }
        let folds = if case .leaflet(let sheet) = printable { sheet.printFile != nil } else { false }
        return .excess(excesses.map { (side: $0.panel, lines: $0.lines, mm: $0.mm) }, onPanels: folds)
    }

    fileprivate func isAlone(in language: Language) -> Bool {
        if case .leaflet(let sheet) = printable { sheet.layout == .single && sheet.language == language } else { false }
    }

    /// The words of the fullest panel, or of all where panels are not known, the longest first.
    fileprivate func longestText(in language: Language, of site: Site) -> [PrintedWords] {
        guard case .leaflet(let sheet) = printable else { return [] }
        let panel = sheet.layout == .single ? excesses.max { $0.mm < $1.mm }?.panel : nil
        return site.text(onPanel: panel, of: sheet, inItalian: language == site.source)
    }
}

/// Characters, each once, as `ⴰ (U+2D30)`.
private func described(_ glyphs: Set<String>) -> String {
    glyphs.sorted().map { glyph in
        "\(glyph) (\(glyph.unicodeScalars.map(unicodeName).joined(separator: " ")))"
    }.joined(separator: ", ")
}

extension Problem {
    fileprivate func told(of sheets: Wording) -> Problem {
        var problem = self
        problem.message = Wording(
            en: "\(sheets.english): \(message.english)",
            it: "\(sheets.italian): \(message.italian)"
        )
        return problem
    }
}

extension LeafletFailure {
    /// What is the fault of no word in particular; the worker's reasons are in English.
    fileprivate var commonProblem: Problem {
        switch kind {
        case .font(let family?): .leafletFont(family)
        case .font(nil): .leafletFonts(reason: message)
        case .structure(let side): .leafletStructure(reason: message, side: side)
        case .output: .leafletOutput(reason: message)
        case .time: .leafletTime
        case .program(let name, let place):
            .leafletEngine(
                fault: ([name] + [place].compactMap(\.self)).joined(separator: ", "),
                reason: ([message] + hints).joined(separator: "; ")
            )
        case .overflow, .tooWide, .glyphs: .leafletEngine(fault: "\(kind)", reason: message)
        }
    }
}
