import Content
import Diagnostics
import Testing

@testable import HTMLWriter

/// Whoever reads the site can tell text from ground, whatever colours a service chooses.
@Suite struct PaletteTests {
    /// Values that the formula of WCAG 2.2 is known by.
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.47),
        ("#ff0000", "#ffffff", 3.99), ("#0000ff", "#ffffff", 8.59),
    ])
    func contrastIsThatOfWCAG(colour: String, ground: String, expected: Double) throws {
        let contrast = try #require(Colour(colour)).contrast(with: #require(Colour(ground)))
        #expect(abs(contrast - expected) < 0.01)
    }

    private static func settings(accent: String = "#9a3b1b", accentDark: String = "#f2a688") throws -> SiteSettings {
        let text = """
            name: Prova
            base-url: https://prova.example
            source-language: it
            languages: [it]
            publisher: {name: Ente}
            accessibility-statement: index
            theme:
              accent: "\(accent)"
              accent-dark: "\(accentDark)"
            """
        return try #require(readSiteSettings(SourceText(file: "content/site.yml", text: text)).value)
    }

    @Test func ourOwnColoursAreReadable() throws {
        let theme = try Self.settings().theme
        #expect(Palette.light(theme).faintPairs.isEmpty)
        #expect(Palette.dark(theme).faintPairs.isEmpty)
    }

    /// Each is one error, at the colour, with one that can be read as the hint.
    @Test(arguments: [
        ("#9a3b1b", "#222222", 9), ("#c9a400", "#f2a688", 8), ("#ffffff", "#f2a688", 8), ("#9a3b1b", "#9a3b1b", 9),
        ("#797979", "#f2a688", 8),
    ])
    func aColourThatCannotBeReadIsOneError(accent: String, accentDark: String, line: Int) throws {
        let found = colourProblems(of: try Self.settings(accent: accent, accentDark: accentDark))
        #expect(found.map(\.identifier) == ["low-contrast"])
        #expect(found.first?.location.position == SourcePosition(line: line, column: line == 8 ? 11 : 16))
        let hint = try #require(found.first?.hint?.english)
        let better = try #require(hint.split(separator: "\"").map(String.init).first { $0.hasPrefix("#") })
        let mended =
            line == 8
            ? try Self.settings(accent: better, accentDark: accentDark)
            : try Self.settings(accent: accent, accentDark: better)
        #expect(colourProblems(of: mended).isEmpty, "\(better)")
    }

    @Test func twoColoursAreTwoErrors() throws {
        let found = colourProblems(of: try Self.settings(accent: "#eeeeee", accentDark: "#111111"))
        #expect(found.count == 2)
    }

    // MARK: What the style sheets do

    private struct Rule {
        let selector: String
        let declarations: [(property: String, value: String)]
    }

    /// The rules for screens; paper has colours of its own, black on white.
    private static var rules: [Rule] {
        [PackageResources.site_css, PackageResources.form_css, PackageResources.paper_css].flatMap { bytes in
            var text = String(decoding: bytes, as: UTF8.self).replacing(#/\/\*.*?\*\//#.dotMatchesNewlines(), with: "")
            text = text.replacing(#/@media print \{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/#, with: "")
            return text.matches(of: #/([^{}]+)\{([^{}]*)\}/#).map { match in
                let declarations = match.output.2.split(separator: ";").compactMap { line -> (String, String)? in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2 else { return nil }
                    return (parts[0].trimmingPrefix(#/\s+/#) + "", String(parts[1]))
                }
                return Rule(selector: String(match.output.1), declarations: declarations)
            }
        }
    }

    private static func colours(in value: String) -> [Palette.Name] {
        value.matches(of: #/var\(--([a-z-]+)\)/#).compactMap { Palette.Name(rawValue: String($0.output.1)) }
    }

    @Test func theSheetsKnowNoOtherColours() {
        #expect(Self.rules.count > 100)
        for rule in Self.rules {
            for (property, value) in rule.declarations {
                let names = value.matches(of: #/var\(--([a-z-]+)\)/#).map { String($0.output.1) }
                #expect(names.allSatisfy { Palette.Name(rawValue: $0) != nil }, "\(rule.selector): \(value)")
                // The first page of a leaflet is white paper, on dark screens too.
                let isPaper = rule.selector.contains(".cards img") && property == "background"
                #expect(
                    isPaper || !value.contains(#/#[0-9a-fA-F]{3}|rgb|hsl|\b(white|black)\b/#),
                    "\(rule.selector): \(value)"
                )
            }
        }
    }

    /// Text that names its ground is on it; text that names none may be on the page or on what stands out from it, and a
    /// ground that names no text may carry all of them.
    @Test func theTableHoldsEveryPairOfTheSheets() {
        let texts = Set(Palette.pairs.filter { $0.minimum == 4.5 }.map { [$0.colour, $0.ground] })
        let frames = Set(Palette.pairs.map { [$0.colour, $0.ground] })
        for rule in Self.rules {
            func named(_ properties: [String]) -> [Palette.Name] {
                rule.declarations.filter { properties.contains($0.property) }.flatMap { Self.colours(in: $0.value) }
            }
            let grounds = named(["background", "background-color"])
            let inks = named(["color"])
            for ink in inks {
                for ground in grounds.isEmpty ? [.paper, .ground] : grounds {
                    #expect(texts.contains([ink, ground]), "\(ink) on \(ground): \(rule.selector)")
                }
            }
            for ground in grounds where inks.isEmpty {
                for ink in [Palette.Name.ink, .soft, .accent] {
                    #expect(texts.contains([ink, ground]), "\(ink) on \(ground): \(rule.selector)")
                }
            }
            let edges = rule.declarations.filter {
                $0.property.contains(#/^(border|outline|accent-color|fill|box-shadow)/#)
            }
            for edge in edges.flatMap({ Self.colours(in: $0.value) }) where edge != .line {
                #expect(
                    frames.contains([edge, .paper]) && frames.contains([edge, .ground]),
                    "\(edge): \(rule.selector)"
                )
            }
        }
    }

    @Test func bothPalettesArePublished() throws {
        let theme = try Self.settings().theme
        let text = Palette.styles(theme)
        for name in Palette.Name.allCases {
            #expect(text.contains("--\(name.rawValue):\(Palette.light(theme)[name])"))
            #expect(text.contains("--\(name.rawValue):\(Palette.dark(theme)[name])"))
        }
    }
}
