import Diagnostics
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far the printing is.
struct PrintCount: Hashable, Sendable {
    let total: Int
    /// Of these, the ones that are dealt with, well or not.
    var done = 0
    /// Of the done ones, those that were printed before.
    var cached = 0
    var printed = 0

    /// In the cache by now, and so there for the next build, whatever becomes of this one.
    var kept: Int { cached + printed }

    var words: Wording { .printing(done: done, of: total, cached: cached) }
}

/// Says how far the printing is: one line that changes on a terminal, now and then a line elsewhere, nothing to machines.
struct PrintProgress: Sendable {
    private enum Style: Sendable {
        case silent
        case lines
        case rewrittenLine

        init(_ format: ReportFormat) {
            let isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
            self =
                switch format {
                case .json: .silent
                case .text: isTerminal ? .rewrittenLine : .lines
                }
        }

        /// The shortest time between two reports.
        fileprivate var pause: Duration { self == .lines ? .seconds(5) : .milliseconds(100) }
    }

    private let style: Style
    private let language: DiagnosticLanguage
    private var last = ContinuousClock.now
    private var isLineOpen = false

    init(_ report: Report) {
        style = Style(report.format)
        language = report.language
    }

    mutating func show(_ count: PrintCount) {
        let now = ContinuousClock.now
        guard style != .silent, now - last >= style.pause else { return }
        last = now
        isLineOpen = style == .rewrittenLine
        let words = count.words(in: language)
        write(isLineOpen ? "\r\(words)\u{1B}[K" : "\(words)\n")
    }

    /// Leaves the terminal's line empty for whatever comes next.
    mutating func end() {
        if isLineOpen { write("\r\u{1B}[K") }
        isLineOpen = false
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
