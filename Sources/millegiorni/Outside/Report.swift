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

    func print(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics.sortedByPlace() { printLine(line(for: diagnostic)) }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        if format == .text, errors + warnings > 0 {
            printLine("\(counted(errors, "error")), \(counted(warnings, "warning"))")
        }
    }

    /// A sentence for a person; kept out of the way of machines.
    func say(_ sentence: String) {
        if format == .text { printLine(sentence) }
    }

    /// What a command was asked for, on standard output.
    func show(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private func line(for diagnostic: Diagnostic) -> String {
        switch format {
        case .text: return diagnostic.description
        case .json:
            let line = DiagnosticLine(diagnostic)
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

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        identifier = diagnostic.identifier
        message = diagnostic.message.english
        hint = diagnostic.hint?.english
        file = diagnostic.location.file
        line = diagnostic.location.position?.line
        column = diagnostic.location.position?.column
    }
}
