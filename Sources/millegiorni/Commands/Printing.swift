import ArgumentParser

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
            var sentence = "stopped"
            if let count = (stop.reason as? PrintingStopped)?.count {
                sentence += "; \(count.kept) of \(count.total) leaflets are kept in the cache"
            }
            report.say("millegiorni: \(sentence); '\(unharmed)' is as it was")
            throw ExitCode(stop.exitCode)
        }
    }
}
