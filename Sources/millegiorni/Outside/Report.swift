import ArgumentParser
import Diagnostics
import Foundation

/// How problems are printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// `file:line:column: error: [identifier] message`
    case text
    /// One JSON object a line.
    case json
}

/// Prints problems to standard error and counts them.
struct Report {
    let format: ReportFormat
    let language: DiagnosticLanguage
    /// The files that problems are in, from which their lines are quoted.
    let folder: ProjectFolder

    func print(_ diagnostics: [Diagnostic]) { print(diagnostics, isCounted: true) }

    private func print(_ diagnostics: [Diagnostic], isCounted: Bool) {
        var lines = SourceLineReader(folder: folder)
        for diagnostic in diagnostics.sortedByPlace() {
            printLine(text(for: diagnostic, line: lines.line(at: diagnostic.location)))
        }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        if isCounted, errors + warnings > 0 {
            say(.count(errors: errors, warnings: warnings))
        }
    }

    /// A sentence for a person; kept out of the way of machines.
    func say(_ sentence: Wording) { say(sentence(in: language)) }

    func say(_ sentence: String) {
        if format == .text { printLine(sentence) }
    }

    /// A problem that has no place in a file.
    func say(_ problem: Problem) {
        print([.error(problem, at: SourceLocation(file: "millegiorni"))], isCounted: false)
    }

    /// What a command was asked for, on standard output.
    func show(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    private func text(for diagnostic: Diagnostic, line: String?) -> String {
        switch format {
        case .text: return diagnostic.description(in: language, line: line)
        case .json:
            let line = DiagnosticLine(diagnostic, in: language)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let bytes = (try? encoder.encode(line)) ?? Data()
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func printLine(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

private struct DiagnosticLine: Encodable {
    let severity: String
    let identifier: String
    let message: String
    let hint: String?
    let file: String
    let line: Int?
    let column: Int?

    init(_ diagnostic: Diagnostic, in language: DiagnosticLanguage) {
        severity = diagnostic.severity.rawValue
        identifier = diagnostic.identifier
        message = diagnostic.message(in: language)
        hint = diagnostic.hint?(in: language)
        file = diagnostic.location.file
        line = diagnostic.location.position?.line
        column = diagnostic.location.position?.column
    }
}
