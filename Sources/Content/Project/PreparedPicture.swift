internal import Diagnostics

/// A photo made ready to be shown: upright, small, and without what cameras write into it.
package struct PreparedPicture: Hashable, Sendable {
    package enum FileType: String, Codable, Hashable, Sendable {
        case jpeg = "jpg"
        case png
        case webp

        /// As HTML and data addresses name it (RFC 6838).
        package var mediaType: String {
            switch self {
            case .jpeg: "image/jpeg"
            case .png: "image/png"
            case .webp: "image/webp"
            }
        }
    }

    /// One file of it.
    package struct Form: Hashable, Sendable {
        package let type: FileType
        package let size: PictureSize
        package let bytes: [UInt8]
        /// SHA-256, in hexadecimal.
        package let digest: String

        package init(type: FileType, size: PictureSize, bytes: [UInt8], digest: String) {
            self.type = type
            self.size = size
            self.bytes = bytes
            self.digest = digest
        }
    }

    /// For pages, narrow before wide; of each width one that every browser shows, and where that is smaller a WebP.
    package let forPages: [Form]
    /// JPEG or PNG.
    package let forPaper: Form
    /// How many pixels the photo itself is wide, held upright.
    package let width: Int

    package init(forPages: [Form], forPaper: Form, width: Int) {
        self.forPages = forPages
        self.forPaper = forPaper
        self.width = width
    }

    /// Those that stand in for a browser which does not know WebP; all of them where WebP is all there is.
    package var common: [Form] {
        let others = forPages.filter { $0.type != .webp }
        return others.isEmpty ? forPages : others
    }

    /// The WebP files that stand beside others.
    package var modern: [Form] { common.count == forPages.count ? [] : forPages.filter { $0.type == .webp } }
}

extension MediaFile {
    /// Whether it has to be made ready before it can be shown.
    package var isPhoto: Bool { Self.isPhoto(path) }

    package static func isPhoto(_ path: String) -> Bool { ["jpg", "jpeg", "png", "webp"].contains(ending(of: path)) }

    package var isDrawing: Bool { Self.ending(of: path) == "svg" }

    private static func ending(of path: String) -> String {
        path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
}

extension Project {
    /// The photos that are shown, none of which goes out as it is.
    package var shownPhotos: [MediaFile] { shownMedia.filter(\.isPhoto) }

    /// The project with photos made ready, by their paths.
    package func showing(_ pictures: [String: PreparedPicture]) -> Project {
        var project = self
        for (path, picture) in pictures { project.media[path]?.picture = picture }
        return project
    }

    /// What is wrong with the pictures that are shown, as far as can be told without making them ready.
    var pictureProblems: [Diagnostic] {
        shownMedia.filter { !$0.isPhoto }.flatMap { file in
            file.isDrawing
                ? drawingProblems(of: file)
                : [.error(.pictureFormat(file.name), at: SourceLocation(file: file.path))]
        }
    }
}
