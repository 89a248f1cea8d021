import Foundation
import Testing

/// A program that referees: GNU gettext's tools, Python and the shell.
///
/// They are needed; a test without its referee fails.
struct Tool {
    struct Outcome {
        var status: Int32
        var output: String
        var problems: String
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    var name: String

    static let msgattrib = Tool(name: "msgattrib")
    static let msgcat = Tool(name: "msgcat")
    static let msgfmt = Tool(name: "msgfmt")
    static let msginit = Tool(name: "msginit")
    static let msgmerge = Tool(name: "msgmerge")
    static let python = Tool(name: "python3")
    static let shell = Tool(name: "sh")

    /// Runs it in a new folder with these files, for at most thirty seconds.
    func run(_ arguments: [String], files: [String: String] = [:]) throws -> Outcome {
        try run(arguments, files: files.mapValues { Data($0.utf8) })
    }

    func run(_ arguments: [String], files: [String: Data]) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gettext-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (file, data) in files { try data.write(to: folder.appending(path: file)) }
        let (output, problems) = (folder.appending(path: ".output"), folder.appending(path: ".problems"))
        for file in [output, problems] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["LC_ALL=C.UTF-8", "timeout", "30", name] + arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: problems)
        try process.run()
        process.waitUntilExit()
        let status = process.terminationStatus
        switch status {
        case 124: throw Failure(description: "\(name) took more than thirty seconds")
        case 126, 127: throw Failure(description: "\(name) is not installed; apt-get install gettext python3")
        default: break
        }
        return Outcome(
            status: status,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            problems: String(decoding: try Data(contentsOf: problems), as: UTF8.self)
        )
    }

    /// The same, where anything but success is a failure of the test.
    func output(_ arguments: [String], files: [String: String] = [:]) throws -> String {
        let outcome = try run(arguments, files: files)
        guard outcome.status == 0 else {
            throw Failure(description: "\(name) \(arguments) ended with \(outcome.status): \(outcome.problems)")
        }
        return outcome.output
    }
}
