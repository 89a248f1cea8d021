import Content
import Crypto
import Diagnostics
import Foundation
import Gettext
import Site

/// The project on disk: reads all that people write, and nothing else.
struct ProjectFolder {
    let url: URL

    init(path: String) {
        url = URL(filePath: path, directoryHint: .isDirectory)
    }

    /// Everything under `content/`, texts decoded; a text that is not UTF-8 is an error with the place of the first bad byte.
    func contentFiles() throws -> Diagnosed<ContentFiles> {
        var files = ContentFiles(texts: [], media: [])
        var diagnostics: [Diagnostic] = []
        for path in try paths(under: "content") where !path.hasPrefix(Self.publicPath + "/") {
            if isLeaving(path.split(separator: "/").last.map(String.init) ?? path) {
                files.leavings.append(path)
                continue
            }
            let bytes = try Array(Data(contentsOf: url.appending(path: path)))
            if path.hasPrefix("content/files/") {
                files.attachments.append(Attachment(path: path, bytes: bytes))
                continue
            }
            guard isText(path) else {
                let digest = MediaFile.isPhoto(path) ? hexadecimal(SHA256.hash(data: bytes)) : ""
                files.media.append(MediaFile(path: path, bytes: bytes, digest: digest))
                continue
            }
            if !path.hasSuffix(".tsv"), bytes.count > Self.textLimit {
                let problem = Problem.longFile(bytes: bytes.count, limit: Self.textLimit)
                diagnostics.append(.error(problem, at: SourceLocation(file: path)))
                files.texts.append(SourceText(file: path, text: "", isUnread: true))
                continue
            }
            files.texts.append(SourceText.decoding(bytes, file: path).value(reportingTo: &diagnostics))
        }
        return Diagnosed(files, diagnostics)
    }

    /// The longest text that a person writes, in bytes: some fifty times the longest page of a service.
    ///
    /// A ledger, which the program writes, grows with the years.
    private static let textLimit = 1_000_000

    /// The catalogue of a language, nil where there is none.
    func catalogue(of language: Language) throws -> Diagnosed<CatalogueFile>? {
        let path = Self.cataloguePath(of: language)
        let file = url.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return nil }
        return readCatalogueFile(bytes: try Array(Data(contentsOf: file)), path: path)
    }

    /// The catalogue of a language that has to have one.
    func existingCatalogue(of language: Language) throws -> Diagnosed<CatalogueFile?> {
        if let file = try catalogue(of: language) { return file.map { $0 } }
        let place = SourceLocation(file: Self.cataloguePath(of: language))
        return Diagnosed(nil, [.error(.missingCatalogue(language: language.code), at: place)])
    }

    /// The glossary; an empty one where there is none, since no project has to have it.
    func glossary() throws -> Diagnosed<Glossary> {
        let file = url.appending(path: Self.glossaryPath)
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
            return Diagnosed(Glossary())
        }
        let text = SourceText.decoding(try Array(Data(contentsOf: file)), file: Self.glossaryPath)
        guard !text.diagnostics.hasErrors else { return Diagnosed(Glossary(), text.diagnostics) }
        return text.flatMap { readGlossary($0) }
    }

    static let glossaryPath = "translations/glossary.csv"

    static func cataloguePath(of language: Language) -> String { "translations/\(language.code).po" }

    static let templatePath = "translations/millegiorni.pot"

    func text(at path: String) throws -> String? {
        let file = url.appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { return nil }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// Whether a file holds exactly this text, byte by byte: two spellings of one letter are two texts to gettext.
    func holds(_ text: String, at path: String) -> Bool {
        (try? Data(contentsOf: url.appending(path: path))) == Data(text.utf8)
    }

    /// Writes a text whole or not at all; a text that is there already is left alone.
    ///
    /// Returns whether it was written.
    @discardableResult
    func write(_ text: String, to path: String) throws -> Bool {
        if holds(text, at: path) { return false }
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
        return true
    }

    /// Paths of all files below a folder, sorted, hidden ones left out.
    func paths(under folder: String) throws -> [String] {
        let root = url.appending(path: folder, directoryHint: .isDirectory)
        guard Disk.isFolder(root.plainPath), let walk = FileManager.default.enumerator(atPath: root.plainPath) else {
            throw Refusal(.missingProject(root.relativePath))
        }
        var paths: [String] = []
        while let path = walk.nextObject() as? String {
            let parts = path.split(separator: "/")
            guard !parts.contains(where: { $0.hasPrefix(".") }) else { continue }
            if walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory { continue }
            paths.append("\(folder)/\(path)")
        }
        return paths.sorted()
    }

    private func isText(_ path: String) -> Bool {
        ["md", "yml", "yaml", "txt", "tsv"].contains { path.hasSuffix("." + $0) }
    }
}
