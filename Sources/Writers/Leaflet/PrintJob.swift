import Content
package import Diagnostics
package import Referral
package import Site

/// One PDF, ready to be printed: all that it is made from, and where it is published.
package struct PrintJob: Hashable, Sendable {
    package let printable: Printable
    /// What the template lays out; the README describes it.
    package let document: JSONValue
    /// The document as it is sent, which a large site spells out thousands of times.
    private let documentText: String

    init(_ printable: Printable, document: JSONValue) {
        self.printable = printable
        self.document = document
        documentText = document.compactText
    }

    /// `MG-01-ar-it-esempio-nord`.
    package var id: String { printable.name }

    /// Where an editor mends what goes wrong in print.
    package var location: SourceLocation { SourceLocation(file: printable.source) }

    /// The creation date written in the PDF, in Unix seconds: midnight UTC of a day of the content, so that the same
    /// content gives the same bytes.
    package var timestamp: Int { printable.day.unixSeconds }

    /// PDF/UA-1 for those who have it read aloud, PDF/A-2a for archives.
    package static let standards = ["ua-1", "a-2a"]
    /// A4 at 60 pixels an inch is 496 pixels wide: sharp at twice the width at which catalogues show it.
    package static let pixelsPerInch = 60

    /// The worker's job, one line of JSON without its line end; the paths are absolute, and nil for what is not wanted.
    package func request(pdf: String, print: String?, png: String?) -> String {
        var request: JSONObject = [
            "id": .string(id),
            "pdf": .string(pdf),
            "timestamp": .integer(timestamp),
            "standards": .array(Self.standards.map { .string($0) }),
        ]
        if let print { request["print"] = .string(print) }
        if let png {
            request["png"] = .string(png)
            request["ppi"] = .integer(Self.pixelsPerInch)
        }
        return JSONValue.object(request).compactText.dropLast() + ",\"doc\":" + documentText + "}"
    }

    /// All that shapes its files besides the engine, for the key of a cache.
    package var cacheKeyMaterial: String {
        request(
            pdf: "pdf",
            print: printable.printFile.map { _ in "print" },
            png: printable.preview.map { _ in "png" }
        )
    }
}

/// The job of something to print; nil where the site does not have its language.
///
/// What can't be printed as written is reported for each language in which it goes wrong.
package func printJob(for printable: Printable, of site: Site) -> Diagnosed<PrintJob?> {
    var diagnostics: [Diagnostic] = []
    guard let document = site.document(of: printable).value(reportingTo: &diagnostics) else {
        return Diagnosed(nil, diagnostics)
    }
    var copy = CopyWriter(edition: printable.edition, path: printable.source)
    let written = copy.json(document.encoded)
    return Diagnosed(written.map { PrintJob(printable, document: $0) }, diagnostics + copy.diagnostics)
}

extension CalendarDate {
    /// The day's first second in Universal Time, in seconds since that of 1 January 1970 (POSIX.1, 4.16).
    fileprivate var unixSeconds: Int { (dayNumber - 719_468) * 86_400 }
}
