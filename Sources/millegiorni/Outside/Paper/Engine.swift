import Crypto
import Diagnostics
import Foundation
import LeafletWriter

/// The PDF engine: a Python with Typst in it, the fonts that it may use, and the files of ours that it runs.
struct Engine {
    let python: Python
    let fonts: URL

    init(options: PaperOptions, project: ProjectFolder) throws {
        let tools = project.url.appending(path: ".tools", directoryHint: .isDirectory)
        python = Python(options: options.python, project: project)
        fonts = options.fonts.map { URL(filePath: $0) } ?? tools.appending(path: "fonts")
        if !python.exists { throw Refusal(.engineMissing(at: python.url.relativePath)) }
        if !Disk.exists(fonts.plainPath) { throw Refusal(.fontsMissing(at: fonts.relativePath)) }
    }

    /// Puts the engine's own files into a folder.
    func install(in folder: String) throws(DiskError) {
        try Disk.makeFolder("\(folder)/\(Self.templateFolder)")
        for file in Self.files { try Disk.write(file.bytes, to: "\(folder)/\(file.path)") }
    }

    /// What Python runs them with.
    ///
    /// Isolated (`-I`), so that no variable of the environment and no module of the user's can change what is printed,
    /// and without compiled files (`-B`).
    func arguments(in folder: String) -> [String] {
        ["-I", "-B", "\(folder)/\(Self.workerFile)", "\(folder)/\(Self.templateFolder)", fonts.plainPath]
    }

    private static let workerFile = "worker.py"
    private static let templateFolder = "template"

    private static var files: [(path: String, bytes: [UInt8])] {
        LeafletResources.worker.map { ($0.name, $0.bytes) }
            + LeafletResources.template.map { ("\(templateFolder)/\($0.name)", $0.bytes) }
    }
}

extension Engine {
    /// A hash of what the engine is made from, as far as it can be seen without starting it; nil where it can't.
    ///
    /// Our own files go in by their bytes; Python, the installed Typst and the fonts by name, size and time, links
    /// followed. As long as this stays the same, so does the worker's fingerprint.
    var identity: String? {
        guard let python = Self.line("python", for: self.python.url.plainPath), let packages = self.python.packages
        else {
            return nil
        }
        let typst = Disk.names(in: packages).filter { $0 == "typst" || $0.hasPrefix("typst-") }
        let installed = typst.flatMap { Self.lines(for: "\(packages)/\($0)") }
        let shapes = Self.lines(for: fonts.plainPath)
        guard !installed.isEmpty, !shapes.isEmpty else { return nil }
        let settings = Self.line("pyvenv.cfg", for: self.python.environment + "/pyvenv.cfg") ?? ""
        let ours = Self.files.map { "\($0.path) \(hexadecimal(SHA256.hash(data: $0.bytes)))" }
        let all = [python, settings] + typst + installed + shapes + ours
        return hexadecimal(SHA256.hash(data: Data(all.joined(separator: "\n").utf8)))
    }

    private static func lines(for folder: String) -> [String] {
        Disk.names(in: folder).compactMap { line($0, for: "\(folder)/\($0)") }
    }

    private static func line(_ name: String, for path: String) -> String? {
        Disk.facts(of: path).map { "\(name) \($0.size) \($0.modified)" }
    }
}
