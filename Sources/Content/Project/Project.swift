package import Diagnostics

/// All of `content/`, read and joined up: the value that everything else is made from.
package struct Project: Hashable, Sendable {
    package let settings: SiteSettings
    package let facts: Facts
    /// In the order of their file names.
    package let centres: [Centre]
    package let pages: [Page]
    package let leaflets: [Leaflet]
    package internal(set) var media: [String: MediaFile]
    package let attachments: [String: Attachment]
    /// The routes that have been published and must keep working: slugs, by line of `routes.txt`.
    package let publishedRoutes: [String]
    package let ledger: EditionLedger
    /// Whether all that is written is in here: what could not be read has been reported, and left out.
    ///
    /// Only then can be said what is missing from the content.
    package let isWhole: Bool

    /// Sample data of any kind, which a release must not hold.
    package var isExample: Bool { settings.isExample || centres.contains(where: \.isExample) }

    /// When each text was checked, pages first; what is withdrawn is checked no more.
    package var reviews: [Review] {
        pages.map(\.review) + leaflets.filter { !$0.isWithdrawn }.map(\.review)
    }

    /// Every message of the content, in the order of the catalogues: settings, facts, centres, pages, leaflets.
    package var messages: [Message] {
        facts.entries.compactMap { if case .text(let message) = $0.fact { message } else { nil } }
            + centres.flatMap(\.messages)
            + pages.flatMap(\.messages)
            + leaflets.flatMap(\.messages)
    }

    /// The pictures that a page or a leaflet shows, by their paths; no others are published.
    package var shownMedia: [MediaFile] {
        let paths = (pages.flatMap(\.messages) + leaflets.flatMap(\.messages)).flatMap(\.targets).compactMap { target in
            if case .media(let path) = target { path } else { nil }
        }
        return Set(paths).sorted().compactMap { media[$0] }
    }

    /// The pictures that nothing shows: a warning for each, unless what shows them could not be read.
    package var unshownMediaProblems: [Diagnostic] {
        guard isWhole else { return [] }
        return Set(media.keys).subtracting(shownMedia.map(\.path)).sorted().map { path in
            .warning(.unlinkedPicture, at: SourceLocation(file: path))
        }
    }
}

/// A picture of `content/media/`.
package struct MediaFile: Hashable, Sendable {
    /// `content/media/visit.svg`.
    package let path: String
    package let bytes: [UInt8]
    /// A photo made ready; nil for a drawing, and where nothing is shown.
    package internal(set) var picture: PreparedPicture?

    /// SHA-256 of a photo, in hexadecimal, by which an edition of paper knows it: what a photo is made into may change
    /// with the program that does it, while the photo stays what it is.
    package let digest: String

    package init(path: String, bytes: [UInt8], digest: String = "") {
        self.path = path
        self.bytes = bytes
        self.digest = digest
    }

    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// The files of `content/` as the outside hands them over, paths relative to the project.
package struct ContentFiles: Sendable {
    package var texts: [SourceText]
    package var media: [MediaFile]
    package var attachments: [Attachment] = []
    /// Paths of what other programs left beside them, which nothing reads.
    package var leavings: [String] = []

    package init(texts: [SourceText], media: [MediaFile]) {
        self.texts = texts
        self.media = media
    }
}
