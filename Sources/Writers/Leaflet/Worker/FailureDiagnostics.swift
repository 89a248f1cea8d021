import Content
package import Diagnostics
import Site

extension LeafletFailure {
    /// The failure in words for the person who can do something about it, at the leaflet's source file.
    ///
    /// `job` is nil where the worker could not start, and so no leaflet can be printed.
    package func diagnostic(for job: PrintJob?) -> Diagnostic {
        let location = job?.location ?? SourceLocation(file: "content/leaflets")
        return .error(problem(with: job?.printable.words ?? .noLeaflet, job: job), at: location)
    }

    private func problem(with sheet: Wording, job: PrintJob?) -> Problem {
        switch kind {
        case .overflow(let excesses):
            let sides = excesses.map { Wording.overflowing(side: $0.panel, lines: $0.lines, millimetres: "\($0.mm)") }
            return .leafletOverflow(sheet, sides: sides, canHaveSecondSide: Self.isOneSided(job))
        case .glyphs(let glyphs): return .leafletGlyphs(sheet, Self.names(of: glyphs))
        case .font(let family?): return .leafletFont(sheet, family: family)
        case .font(nil): return .leafletFonts(reason: message)
        case .tooWide(let word): return .leafletTooWide(sheet, word: word)
        case .structure(let side): return .leafletStructure(sheet, side: side, reason: message, hint: hints.first)
        case .output: return .leafletNotWritten(sheet, reason: message)
        case .time: return .leafletTime(sheet)
        case .program(let name, let place):
            let fault = ([name] + [place].compactMap(\.self)).joined(separator: ", ")
            return .leafletProgramFault(sheet, fault: fault, reason: message, hint: hints.first)
        }
    }

    private static func isOneSided(_ job: PrintJob?) -> Bool {
        guard case .leaflet(let sheet) = job?.printable else { return false }
        return sheet.layout == .single && sheet.leaflet.format == .a4 && sheet.leaflet.panels.count == 1
    }

    /// Each with its code points: `ⴰ (U+2D30)`.
    private static func names(of glyphs: [String]) -> String {
        glyphs.map { glyph in
            "\(glyph) (\(glyph.unicodeScalars.map(unicodeName).joined(separator: " ")))"
        }.joined(separator: ", ")
    }
}

extension Printable {
    /// `MG-01 in ar`, `MG-01 in ar and Italian for esempio-nord`.
    fileprivate var words: Wording {
        switch self {
        case .leaflet(let sheet):
            .sheet(
                sheet.leaflet.code,
                language: sheet.language.code,
                isBilingual: sheet.layout == .bilingual,
                centre: sheet.centre?.id
            )
        case .form(let language, _): .printedForm(language: language.code)
        }
    }
}
