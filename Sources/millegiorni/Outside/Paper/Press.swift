import Diagnostics
import LeafletWriter

/// The engine and the folder in which it works: its own files, what it makes on the way, and leaflets not yet whole.
struct Press {
    let engine: Engine
    let folder: String

    private var scratch: String { folder + "/scratch" }

    /// Makes the folder and puts the engine's files there.
    func setUp() throws(DiskError) {
        try Disk.makeFolder(scratch)
        try engine.install(in: folder)
    }

    /// What a worker tells about itself, and nothing more.
    func fingerprint() async throws -> String {
        let (fingerprint, end) = try await withWorker { _, fingerprint in fingerprint }
        guard let fingerprint else { throw Self.notStarted(end.words) }
        return fingerprint
    }

    /// Starts a worker and, when it is ready, lets `body` give it jobs.
    ///
    /// The result is nil where the worker has ended without a word.
    func withWorker<Result: Sendable>(
        _ body: (inout PrintWorker, _ fingerprint: String) async throws -> Result
    ) async throws -> (result: Result?, end: WorkerEnd) {
        try await engine.withWorker(arguments: engine.arguments(in: folder), scratch: scratch) { worker in
            switch try await worker.reply() {
            case .answer(.ready(let identity)): return try await body(&worker, identity.fingerprint)
            case .answer(.failed(let failure)): throw Self.notStarted(.foreign(failure.message))
            case .answer(.done(let id, _, _)): throw Self.notStarted(.speaksTooEarly(of: id))
            case .nonsense(let words): throw Self.notStarted(.says(words))
            case .silence: throw Self.notStarted(.silent(seconds: engine.python.patience.components.seconds))
            case .end: return nil
            }
        }
    }

    static func notStarted(_ reason: Wording) -> Refusal { Refusal(.engineNotStarted(reason)) }
}
