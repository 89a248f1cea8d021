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
            case .answer(.failed(let failure)): throw Self.notStarted(failure.message)
            case .answer(.done(let id, _, _)): throw Self.notStarted("it speaks of '\(id)' before it was asked")
            case .nonsense(let words): throw Self.notStarted("it says '\(words)'")
            case .silence: throw Self.notStarted("it has said nothing for \(engine.patience.words)")
            case .end: return nil
            }
        }
    }

    static func notStarted(_ reason: String) -> OutsideError {
        .worker("the PDF engine does not start: \(reason)")
    }
}

extension Duration {
    /// In whole seconds: `120 s`.
    var words: String { "\(components.seconds) s" }
}
