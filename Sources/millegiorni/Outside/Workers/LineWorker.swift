import Diagnostics
import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A running worker, as the one who gives it jobs sees it: a line in, a line out.
struct LineWorker {
    /// What came of a line.
    enum Reply {
        case line(String)
        /// It has ended, or is about to.
        case end
        /// It has said nothing for as long as our patience lasts, and was killed.
        case silence
        /// It has said more than a line holds.
        case overlong
    }

    fileprivate typealias Process = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    fileprivate let process: Process
    fileprivate var lines: SubprocessOutputSequence.StringSequence<UTF8>.AsyncIterator
    fileprivate let patience: Duration
    fileprivate var hasEnded = false

    /// Sends a job, if one is given, and waits for what the worker says.
    mutating func reply(to request: String? = nil) async throws -> Reply {
        // Time in which the machine sleeps is not the worker's.
        let deadline = SuspendingClock.now.advanced(by: patience)
        let (process, clock) = (process, SuspendingClock())
        let line: String?
        do {
            line = try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await clock.sleep(until: deadline)
                    try process.send(signal: .kill, toProcessGroup: true)
                }
                defer { group.cancelAll() }
                if let request { _ = try await process.standardInputWriter.write(request + "\n") }
                return try await lines.next()
            }
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .overlong
        } catch is SubprocessError {
            line = nil
        }
        try Task.checkCancellation()
        guard let line else {
            hasEnded = clock.now < deadline
            return hasEnded ? .end : .silence
        }
        return .line(line)
    }
}

/// How a worker has ended.
struct WorkerEnd {
    let status: TerminationStatus
    /// The last line that it wrote to its standard error.
    let lastWords: String

    var words: Wording {
        switch status {
        case .exited(let code): .exitCode(code, lastWords: lastWords)
        case .signaled(let number): .signal(number, lastWords: lastWords)
        }
    }
}

/// Thrown where a worker's process could not be started.
struct WorkerNotStarted: Error {
    let reason: String
}

/// A Python that runs workers of ours.
struct Python {
    let url: URL
    /// How long a worker may be silent over one job, whatever it does meanwhile.
    let patience: Duration

    init(options: PythonOptions, project: ProjectFolder) {
        let tools = project.url.appending(path: ".tools", directoryHint: .isDirectory)
        url = options.path.map { URL(filePath: $0) } ?? tools.appending(path: "venv/bin/python3")
        patience = .seconds(options.printTimeout)
    }

    var exists: Bool { Disk.exists(url.plainPath) }

    /// The folder that `python3 -m venv` made it in.
    var environment: String { url.deletingLastPathComponent().deletingLastPathComponent().plainPath }

    /// Where such an environment keeps its packages.
    var packages: String? {
        Disk.names(in: environment + "/lib").filter { $0.hasPrefix("python3") }
            .map { "\(environment)/lib/\($0)/site-packages" }
            .first { Disk.facts(of: $0) != nil }
    }

    /// Starts a worker, lets `body` give it jobs, and ends it, whatever comes.
    ///
    /// By force, since all that it may leave unfinished lies in a folder of its own. It leads a process group of its own, so
    /// that Ctrl-C at a terminal reaches us alone, and nothing that it may have started stays behind. If we are killed,
    /// its input closes, and it ends by itself.
    func withWorker<Result: Sendable>(
        arguments: [String],
        scratch: String,
        _ body: (inout LineWorker) async throws -> Result
    ) async throws -> (result: Result, end: WorkerEnd) {
        var platform = PlatformOptions()
        platform.processGroupID = 0
        do {
            let run = try await run(
                .path(FilePath(url.plainPath)),
                arguments: Arguments(arguments),
                environment: .inherit.updating(["TMPDIR": scratch]),
                platformOptions: platform,
                input: .inputWriter,
                output: .sequence,
                error: .sequence
            ) { process -> (Result, String) in
                defer { try? process.send(signal: .kill, toProcessGroup: true) }
                async let lastWords = Self.lastLine(of: process.standardError)
                var worker = LineWorker(
                    process: process,
                    lines: process.standardOutput.strings().makeAsyncIterator(),
                    patience: patience
                )
                let result = try await body(&worker)
                // One that has closed its output is on its way out: a moment more, and it says itself how it ended.
                let wait = TeardownStep.send(signal: .resume, allowedDurationToNextStep: .seconds(2))
                await process.teardown(using: worker.hasEnded ? [wait] : [])
                return (result, await lastWords)
            }
            return (run.closureResult.0, WorkerEnd(status: run.terminationStatus, lastWords: run.closureResult.1))
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw WorkerNotStarted(reason: "\(error)")
        }
    }

    /// Reads a worker's complaints to their end and keeps the last line.
    private static func lastLine(of output: SubprocessOutputSequence) async -> String {
        var last = ""
        do {
            for try await line in output.strings() where !line.isEmpty { last = line }
        } catch {
            return last
        }
        return last
    }
}
