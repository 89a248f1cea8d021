import Content
package import Diagnostics
package import Referral
package import Site

/// One sheet, ready to be printed: all that its PDF is made from, and where it is published.
package struct LeafletJob: Hashable, Sendable {
    package let sheet: LeafletSheet
    /// What `leaflet.typ` lays out; the README describes it.
    package let document: JSONValue

    /// `MG-01-ar-it-esempio-nord`.
    package var id: String { sheet.name }

    /// Where an editor mends what goes wrong in print.
    package var location: SourceLocation { SourceLocation(file: sheet.leaflet.path) }

    /// The creation date written in the PDF, in Unix seconds: midnight UTC of the day of its release, or for a draft of
    /// its text's last check, so that the same content gives the same bytes.
    package var timestamp: Int { (sheet.edition.released ?? sheet.leaflet.review.reviewed).unixSeconds }

    /// PDF/UA-1 for those who have it read aloud, PDF/A-2a for archives.
    package static let standards = ["ua-1", "a-2a"]
    /// A4 at 60 pixels an inch is 496 pixels wide: sharp at twice the width at which catalogues show it.
    package static let pixelsPerInch = 60

    /// The worker's job, one line of JSON without its line end; the paths are absolute, and nil for what is not wanted.
    package func request(pdf: String, print: String?, png: String?) -> String {
        var request: JSONObject = [
            "id": .string(id),
            "doc": document,
            "pdf": .string(pdf),
            "timestamp": .integer(timestamp),
            "standards": .array(Self.standards.map { .string($0) }),
        ]
        if let print { request["print"] = .string(print) }
        if let png {
            request["png"] = .string(png)
            request["ppi"] = .integer(Self.pixelsPerInch)
        }
        return JSONValue.object(request).compactText
    }

    /// All that shapes its files besides the engine, for the key of a cache.
    package var cacheKeyMaterial: String {
        request(
            pdf: "pdf",
            print: sheet.printFile.map { _ in "print" },
            png: sheet.preview.map { _ in "png" }
        )
    }
}

/// The job of a sheet; nil where the site does not have its language.
///
/// What can't be printed as written is reported for each language in which it goes wrong.
package func leafletJob(for sheet: LeafletSheet, of site: Site) -> Diagnosed<LeafletJob?> {
    leafletDocument(of: sheet, site: site).map { document in
        document.map { LeafletJob(sheet: sheet, document: $0) }
    }
}

extension CalendarDate {
    /// The day's first second in Universal Time, in seconds since that of 1 January 1970 (POSIX.1, 4.16).
    fileprivate var unixSeconds: Int { (dayNumber - 719_468) * 86_400 }
}
