package import Content
package import Diagnostics

/// Anything that is printed: a sheet of a leaflet, or the blank referral form in a language.
package enum Printable: Hashable, Sendable {
    case leaflet(LeafletSheet)
    case form(Language, page: Page)

    /// What its files are called: `MG-01-ar-it-esempio-nord`, `referral-form-ar`.
    package var name: String {
        switch self {
        case .leaflet(let sheet): sheet.name
        case .form(let language, _): "referral-form-\(language.code)"
        }
    }

    /// The name of what it has in common with others that differ in whom to call alone.
    package var text: String {
        switch self {
        case .leaflet(let sheet): sheet.text
        case .form: name
        }
    }

    /// The PDF to read, from the root of the site.
    package var file: String { "leaflets/\(name).pdf" }

    /// The PDF for the printer, where it is another.
    package var printFile: String? { if case .leaflet(let sheet) = self { sheet.printFile } else { nil } }

    /// The picture of its first side, where one is shown.
    package var preview: String? { if case .leaflet(let sheet) = self { sheet.preview } else { nil } }

    /// The file in which its text is mended.
    package var source: String {
        switch self {
        case .leaflet(let sheet): sheet.leaflet.path
        case .form(_, let page): page.path
        }
    }

    /// Which edition it is; nil for the form, which has none.
    package var edition: Edition? { if case .leaflet(let sheet) = self { sheet.edition } else { nil } }

    /// The day that the PDF gives for its making: of its release, or else of its text's last check.
    package var day: CalendarDate {
        switch self {
        case .leaflet(let sheet): sheet.edition.released ?? sheet.leaflet.review.reviewed
        case .form(_, let page): page.review.reviewed
        }
    }
}

extension Site {
    /// Everything that is printed.
    package var printables: [Printable] { sheets.map { .leaflet($0) } + forms }

    private var forms: [Printable] {
        guard form != nil else { return [] }
        return editions.compactMap { edition in
            edition.pageOfForm.map { .form(edition.language, page: $0.page) }
        }
    }

    /// The blank form to print, where there is one in this language.
    package func blankForm(in edition: LocalizedSite) -> Printable? {
        guard form != nil, hasPaper else { return nil }
        return edition.pageOfForm.map { .form(edition.language, page: $0.page) }
    }

    /// What it prints; nil where the site does not have it.
    package func document(of printable: Printable) -> Diagnosed<PaperDocument?> {
        switch printable {
        case .leaflet(let sheet):
            guard let edition = editions.first(where: { $0.language == sheet.language }),
                let leaflet = edition.leaflets.first(where: { $0.leaflet.code == sheet.leaflet.code })
            else { return Diagnosed(nil) }
            return document(of: leaflet, in: edition, sheet.layout, for: sheet.centre).map(Optional.some)
        case .form(let language, _):
            return Diagnosed(editions.first { $0.language == language }.flatMap { formDocument(in: $0) })
        }
    }
}
