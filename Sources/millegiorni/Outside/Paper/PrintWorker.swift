import Diagnostics
import Foundation
import LeafletWriter

/// A running worker of the PDF engine, which answers jobs in its own words.
struct PrintWorker {
    /// What came of a line.
    enum Reply {
        case answer(WorkerAnswer)
        /// It has ended, or is about to.
        case end
        /// It has said nothing for as long as the engine's patience lasts, and was killed.
        case silence
        /// It has said something that is no answer.
        case nonsense(String)
    }

    fileprivate var worker: LineWorker

    /// Sends a job, if one is given, and waits for what the worker says.
    mutating func reply(to request: String? = nil) async throws -> Reply {
        let line: String
        switch try await worker.reply(to: request) {
        case .line(let said): line = said
        case .end: return .end
        case .silence: return .silence
        case .overlong: return .nonsense("more than a line holds")
        }
        let answer = readWorkerAnswer(line)
        if case .failed(let failure) = answer, failure.kind == .program("unreadable", place: nil) {
            return .nonsense(line.count > 200 ? line.prefix(200) + "…" : line)
        }
        return .answer(answer)
    }
}

extension Engine {
    /// Starts a worker, lets `body` give it jobs, and ends it, whatever comes.
    func withWorker<Result: Sendable>(
        arguments: [String],
        scratch: String,
        _ body: (inout PrintWorker) async throws -> Result
    ) async throws -> (result: Result, end: WorkerEnd) {
        do {
            return try await python.withWorker(arguments: arguments, scratch: scratch) { lines in
                var worker = PrintWorker(worker: lines)
                defer { lines = worker.worker }
                return try await body(&worker)
            }
        } catch let error as WorkerNotStarted {
            throw Refusal(.engineNotStarted(at: python.url.relativePath, reason: error.reason))
        }
    }
}
