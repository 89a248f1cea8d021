package import Diagnostics

/// A file of `content/files/` that pages link to: a form, a guide of somebody else.
package struct Attachment: Hashable, Sendable {
    /// `content/files/guida.ar.pdf`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What a link says of a file, beside its words, so that who has little data knows before the tap.
package struct LinkedFile: Hashable, Sendable {
    package let path: String
    /// Bytes.
    package let size: Int

    /// `PDF`.
    package var kind: String { (nameParts.last ?? "").uppercased() }

    /// The code between the last two dots of its name, `ar` in `guida.ar.pdf`; nil where there is none.
    package var languageCode: String? {
        guard nameParts.count > 2 else { return nil }
        let code = nameParts[nameParts.count - 2]
        let isCode = (2...3).contains(code.count) && code.allSatisfy { ("a"..."z").contains($0) }
        return isCode ? String(code) : nil
    }

    private var nameParts: [Substring] { (path.split(separator: "/").last ?? "").split(separator: ".") }
}

/// Kinds of files that a phone opens or keeps, and that run nothing in a browser.
///
/// No pictures, which have to be made ready first, and nothing that is a page of its own.
let attachmentKinds = [
    "csv", "doc", "docx", "epub", "ics", "m4a", "mp3", "mp4", "odp", "ods", "odt", "pdf", "pptx", "rtf", "txt", "vcf",
    "xlsx", "zip",
]

extension Project {
    /// The files that a page or a leaflet links to, by their paths; no others are published.
    package var linkedAttachments: [Attachment] {
        let paths = (pages.flatMap(\.messages) + leaflets.flatMap(\.messages)).flatMap(\.targets).compactMap { target in
            if case .file(let file) = target { file.path } else { nil }
        }
        return Set(paths).sorted().compactMap { attachments[$0] }
    }

    /// The files that nothing links to: a warning for each, unless what links to them could not be read.
    package var unlinkedAttachmentProblems: [Diagnostic] {
        guard isWhole else { return [] }
        return Set(attachments.keys).subtracting(linkedAttachments.map(\.path)).sorted().map { path in
            .warning(.unlinkedFile, at: SourceLocation(file: path))
        }
    }
}
