import Diagnostics
import Foundation

/// Reads the lines that problems are in; each file once.
struct SourceLineReader {
    private let folder: ProjectFolder
    private var files: [String: [Substring]] = [:]

    init(folder: ProjectFolder) {
        self.folder = folder
    }

    /// The line of a place; nil where there is none, or its file can't be read.
    mutating func line(at location: SourceLocation) -> String? {
        guard let position = location.position else { return nil }
        let lines = files[location.file] ?? read(location.file)
        files[location.file] = lines
        guard lines.indices.contains(position.line - 1) else { return nil }
        return String(lines[position.line - 1])
    }

    private func read(_ file: String) -> [Substring] {
        guard let bytes = try? Data(contentsOf: folder.url.appending(path: file)) else { return [] }
        // CR LF is one character, and one line end, to Swift.
        return String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isLineEnd }
    }
}

extension Character {
    /// What ends a line for libcmark, YAML and gettext; U+2028 and its like do not.
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
