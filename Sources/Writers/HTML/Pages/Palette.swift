package import Content
package import Diagnostics

/// The colours of the style sheets, and where they meet: the sheets name them as `var(--ink)` and know no others.
package struct Palette: Sendable {
    package enum Name: String, CaseIterable, Sendable {
        /// Of the page, and of what stands out from it.
        case paper, ground
        /// Of text, and of text that matters less.
        case ink, soft
        /// Of text on the accent.
        case mark
        case notice
        case noticeInk = "notice-ink"
        case error
        case accent
        /// Of rules and frames that part what is apart anyway.
        case line
    }

    /// A colour on another, and the contrast that they must have (WCAG 2.2, 1.4.3 and 1.4.11).
    package struct Pair: Hashable, Sendable {
        package let colour: Name
        package let ground: Name
        package let minimum: Double

        /// Text of any size: 4.5 to 1.
        static func text(_ colour: Name, on ground: Name) -> Pair { Pair(colour: colour, ground: ground, minimum: 4.5) }

        /// Frames of what can be used, and of what has the focus: 3 to 1.
        static func frame(_ colour: Name, on ground: Name) -> Pair { Pair(colour: colour, ground: ground, minimum: 3) }
    }

    package static let pairs: [Pair] =
        [Name.paper, .ground].flatMap { ground in
            [Name.ink, .soft, .accent, .error].flatMap { [.text($0, on: ground), .frame($0, on: ground)] }
        } + [.text(.mark, on: .accent), .text(.noticeInk, on: .notice)]

    package let colours: [Name: Colour]

    package subscript(name: Name) -> Colour { colours[name] ?? Colour(red: 0, green: 0, blue: 0) }

    /// The pairs that are too much alike.
    package var faintPairs: [(pair: Pair, contrast: Double)] {
        Self.pairs.map { ($0, self[$0.colour].contrast(with: self[$0.ground])) }.filter { $1 < $0.minimum }
    }

    package static func light(_ theme: SiteSettings.Theme) -> Palette { Palette(light, accent: theme.accent) }
    package static func dark(_ theme: SiteSettings.Theme) -> Palette { Palette(dark, accent: theme.accentDark) }

    private init(_ colours: [(Name, UInt32)], accent: String) {
        var all = Dictionary(colours.map { ($0, Colour($1)) }) { first, _ in first }
        all[.accent] = Colour(accent)
        self.colours = all
    }

    private static let light: [(Name, UInt32)] = [
        (.paper, 0xFFFDFA), (.ground, 0xFBF3EC), (.ink, 0x26211E), (.soft, 0x5E5550), (.mark, 0xFFFFFF),
        (.notice, 0xFDF0C4), (.noticeInk, 0x4A3800), (.error, 0xB00020), (.line, 0xE4D6CA),
    ]

    private static let dark: [(Name, UInt32)] = [
        (.paper, 0x1D1A18), (.ground, 0x282320), (.ink, 0xF3ECE6), (.soft, 0xC2B5AC), (.mark, 0x1D1A18),
        (.notice, 0x43370F), (.noticeInk, 0xFFEEB8), (.error, 0xFFB3AD), (.line, 0x463D37),
    ]
}

extension Palette {
    private var properties: String {
        Name.allCases.map { "--\($0.rawValue):\(self[$0])" }.joined(separator: ";")
    }

    /// The custom properties of a site, for light screens and for dark ones.
    static func styles(_ theme: SiteSettings.Theme) -> String {
        ":root{\(light(theme).properties)}\n"
            + "@media (prefers-color-scheme:dark){:root{\(dark(theme).properties)}}\n"
    }
}

/// One error for each colour of the theme that can't be read on its grounds, with a near one that can.
package func colourProblems(of settings: SiteSettings) -> [Diagnostic] {
    let theme = settings.theme
    return [
        (Palette.light(theme), theme.accentLocation, UInt8.min),
        (Palette.dark(theme), theme.accentDarkLocation, UInt8.max),
    ].compactMap { palette, location, extreme in
        let faint = palette.faintPairs.filter { [$0.pair.colour, $0.pair.ground].contains(.accent) }
        guard let worst = faint.min(by: { $0.contrast < $1.contrast }) else { return nil }
        let other = worst.pair.colour == .accent ? worst.pair.ground : worst.pair.colour
        let problem = Problem.lowContrast(
            "\(palette[.accent])",
            with: "\(palette[other])",
            is: worst.contrast,
            minimum: worst.pair.minimum,
            better: palette.nearestAccent(towards: extreme).map { "\($0)" }
        )
        return .error(problem, at: location)
    }
}

extension Palette {
    /// The first accent on the way to black or white that can be read in all of its pairs.
    fileprivate func nearestAccent(towards extreme: UInt8) -> Colour? {
        (1...100).lazy.map { self[.accent].mixed(with: extreme, percent: $0) }.first { accent in
            var colours = colours
            colours[.accent] = accent
            return Palette(colours: colours).faintPairs.isEmpty
        }
    }

    private init(colours: [Name: Colour]) { self.colours = colours }
}
