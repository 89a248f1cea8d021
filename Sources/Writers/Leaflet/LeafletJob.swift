package import Content
package import Diagnostics
package import Referral
package import Site

/// One leaflet in one language, ready to be printed: all that its PDF is made from, and where it is published.
package struct LeafletJob: Hashable, Sendable {
    /// Code and language: `MG-01-ar`.
    package let id: String
    /// As printed in the corner: `MG-01`.
    package let code: String
    package let language: Language
    /// The place of the PDF in the web root.
    package let file: String
    /// The place of the picture of its first side.
    package let preview: String
    /// What `leaflet.typ` lays out; the README describes it.
    package let document: JSONValue
    /// The creation date written in the PDF, in Unix seconds: midnight UTC of the edition's day, so that the same
    /// content gives the same bytes.
    package let timestamp: Int
    /// How many sides of paper its text is parted in.
    package let sides: Int
    /// Where an editor mends what goes wrong in print.
    package let location: SourceLocation

    /// PDF/UA-1 for those who have it read aloud, PDF/A-2a for archives.
    package static let standards = ["ua-1", "a-2a"]
    /// A4 at 60 pixels an inch is 496 pixels wide: sharp at twice the width at which catalogues show it.
    package static let pixelsPerInch = 60

    /// The worker's job, one line of JSON without its line end; the paths are absolute.
    package func request(pdf: String, png: String) -> String {
        JSONValue.object([
            "id": .string(id),
            "doc": document,
            "pdf": .string(pdf),
            "timestamp": .integer(timestamp),
            "standards": .array(Self.standards.map { .string($0) }),
            "png": .string(png),
            "ppi": .integer(Self.pixelsPerInch),
        ]).compactText
    }
}

/// Every leaflet in every language, languages in the order of the site and leaflets in that of their files.
///
/// What can't be printed as written is reported once, though it may go wrong in several languages.
package func leafletJobs(of site: Site) -> Diagnosed<[LeafletJob]> {
    var jobs: [LeafletJob] = []
    var diagnostics: [Diagnostic] = []
    for edition in site.editions {
        for leaflet in edition.leaflets {
            let document = leafletDocument(of: leaflet, in: edition, site: site).value(reportingTo: &diagnostics)
            jobs.append(LeafletJob(leaflet, document: document))
        }
    }
    var reported: Set<Diagnostic> = []
    return Diagnosed(jobs, diagnostics.filter { reported.insert($0).inserted })
}

extension LeafletJob {
    fileprivate init(_ leaflet: LocalizedLeaflet, document: JSONValue) {
        let code = leaflet.leaflet.code
        self.init(
            id: "\(code)-\(leaflet.language.code)",
            code: code,
            language: leaflet.language,
            file: leaflet.file,
            preview: leaflet.leaflet.preview(in: leaflet.language),
            document: document,
            timestamp: leaflet.edition.date.unixSeconds,
            sides: leaflet.paperPanels.count,
            location: SourceLocation(file: leaflet.leaflet.path)
        )
    }
}

extension CalendarDate {
    /// The day's first second in Universal Time, in seconds since that of 1 January 1970 (POSIX.1, 4.16).
    fileprivate var unixSeconds: Int { (dayNumber - 719_468) * 86_400 }
}
