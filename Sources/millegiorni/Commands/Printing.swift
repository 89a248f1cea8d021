import ArgumentParser
import Diagnostics

/// Runs a command that prints; a signal that stops it becomes one sentence, which says what was kept and what is as it
/// was, and the exit code of the signal.
func printing(
    _ report: Report,
    unharmed: String,
    _ work: @escaping @Sendable () async throws -> Void
) async throws {
    ignoreWriteSignals()
    try await reportingOutsideErrors(report) {
        do {
            try await interruptible { try await work() }
        } catch let stop as Interruption {
            let count = (stop.reason as? PrintingStopped)?.count
            report.say(.stopped(unharmed: unharmed, kept: count.map { ($0.kept, of: $0.total) }))
            throw ExitCode(stop.exitCode)
        }
    }
}
