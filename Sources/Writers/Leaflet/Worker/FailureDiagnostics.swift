import Content
package import Diagnostics
import Site

extension LeafletFailure {
    /// The failure in words for the person who can do something about it, at the leaflet's source file.
    ///
    /// `job` is nil where the worker could not start, and so no leaflet can be printed.
    package func diagnostic(for job: LeafletJob?) -> Diagnostic {
        let location = job?.location ?? SourceLocation(file: "content/leaflets")
        let sheet = job.map { "\($0.sheet.leaflet.code) in \($0.sheet.words)" } ?? "no leaflet"
        func error(_ identifier: String, _ message: String, hint: String?) -> Diagnostic {
            .error(identifier, message, hint: hint, at: location)
        }
        switch kind {
        case .overflow(let excesses):
            return error("leaflet-overflow", "\(sheet) \(Self.words(for: excesses))", hint: Self.remedy(for: job))
        case .glyphs(let glyphs):
            let hint = "write it with other characters, or add a font that has them to fonts.txt"
            return error(
                "leaflet-glyph",
                "\(sheet) has characters that no font shows: \(Self.names(of: glyphs))",
                hint: hint
            )
        case .font(let family?):
            let problem = "\(sheet) can't be printed without the font '\(family)' in regular and bold"
            return error("leaflet-font", problem, hint: "run 'make site', which links the fonts of fonts.txt")
        case .font(nil):
            return error(
                "leaflet-font",
                "no leaflet can be printed: \(message)",
                hint: "run 'make site', which sets the fonts up"
            )
        case .tooWide(let word):
            let hint = "write a shorter word, or part it with a hyphen"
            return error("leaflet-too-wide", "\(sheet) has a word wider than its line: '\(word)'", hint: hint)
        case .structure(let side):
            let place = side.map { " on side \($0)" } ?? ""
            return error("leaflet-structure", "\(sheet) can't be laid out\(place): \(message)", hint: hints.first)
        case .output:
            return error(
                "leaflet-output",
                "\(sheet) can't be written: \(message)",
                hint: "look for a full disk or a read-only folder"
            )
        case .time:
            return error(
                "leaflet-time",
                "\(sheet) takes too long to lay out",
                hint: "look for a picture with very many shapes"
            )
        case .program(let name, let place):
            let fault = ([name] + [place].compactMap(\.self)).joined(separator: ", ")
            let problem = "\(sheet) can't be printed by a fault of the program (\(fault)): \(message)"
            return error("leaflet-engine", problem, hint: hints.first ?? "report it together with the leaflet")
        }
    }

    private static func words(for excesses: [Excess]) -> String {
        guard !excesses.isEmpty else { return "takes more sides of paper than its text has" }
        let sides = excesses.map { excess in
            "side \(excess.panel) by \(excess.lines) \(excess.lines == 1 ? "line" : "lines") (\(excess.mm) mm)"
        }
        return "does not fit: in the smallest type it overflows " + sides.joined(separator: " and ")
    }

    private static func remedy(for job: LeafletJob?) -> String {
        let shorter = "shorten the text or its translation"
        guard let sheet = job?.sheet, sheet.layout == .single, sheet.leaflet.format == .a4,
            sheet.leaflet.panels.count == 1
        else { return shorter }
        return shorter + ", or begin a second side with a line of ---"
    }

    /// Each with its code points: `ⴰ (U+2D30)`.
    private static func names(of glyphs: [String]) -> String {
        glyphs.map { glyph in
            let points = glyph.unicodeScalars.map { scalar in
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }
            return "\(glyph) (\(points.joined(separator: " ")))"
        }.joined(separator: ", ")
    }
}

extension LeafletSheet {
    /// `ar`, `ar and Italian for esempio-nord`.
    fileprivate var words: String {
        language.code + (layout == .bilingual ? " and Italian" : "") + (centre.map { " for \($0.id)" } ?? "")
    }
}
