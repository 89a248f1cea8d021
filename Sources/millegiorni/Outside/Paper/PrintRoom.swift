import Diagnostics
import LeafletWriter
import Site

/// All that one who prints needs; as many work in it as there are cores, each with a worker of his own.
struct PrintRoom {
    let press: Press
    let cache: ResultCache
    let fingerprint: String
    let queue: PrintQueue
    let site: Site
    /// Where leaflets are published from; nil where they are printed to see whether they can be.
    let staging: StagedSite?

    /// A leaflet that the cache does not hold, with its document.
    private struct Job {
        let sheet: PrintQueue.Sheet
        let leaflet: PrintJob
        let key: ResultCache.Key

        var parts: [ResultCache.Part] { sheet.printable.files.map(\.part) }
    }

    /// What is left of the leaflets of one text, which one worker prints.
    private typealias Batch = ArraySlice<PrintQueue.Sheet>

    /// Why a worker takes no more jobs.
    private enum Ending {
        case nothingLeft
        /// It has told so, and ends by itself.
        case retired
        case dead(Job, PrintWorker.Reply)
    }

    /// Takes leaflets from the queue until it is empty.
    ///
    /// A worker is started for the first one that the cache does not
    /// hold, and another when that dies.
    func work() async throws {
        var batch = Batch()
        while let first = try await nextJob(of: &batch) {
            let (ending, end) = try await press.withWorker { worker, fingerprint in
                guard fingerprint == self.fingerprint else {
                    if let identity = press.engine.identity { cache.forget(identity) }
                    throw Refusal(.engineChanged)
                }
                return try await work(with: &worker, beginningWith: first, of: &batch)
            }
            switch ending {
            case nil: throw Press.notStarted(end.words)
            case .nothingLeft, .retired: break
            case .dead(let job, let reply):
                try await queue.died(
                    over: job.sheet,
                    problem: problem(with: job.leaflet, reply, end),
                    isWorthAnotherTry: !reply.isSilence
                )
            }
        }
    }

    private func work(
        with worker: inout PrintWorker,
        beginningWith first: Job,
        of batch: inout Batch
    ) async throws -> Ending {
        var next: Job? = first
        while let job = next {
            let folder = "\(press.folder)/\(job.key.name)"
            try Disk.makeFolder(folder)
            defer { Disk.remove(folder) }
            let reply = try await worker.reply(to: request(for: job, into: folder))
            switch reply {
            case .answer(.done(id: job.leaflet.id, _, _)):
                guard try cache.adopt(folder, as: job.key, parts: job.parts) else { return .dead(job, reply) }
                await queue.printed(files: try stage(job.sheet, from: job.key))
            case .answer(.failed(let failure)) where failure.id ?? job.leaflet.id == job.leaflet.id:
                if failure.kind == .output, let full = DiskError(path: cache.folder, saidIn: failure.message) {
                    throw full
                }
                await queue.refused(PrintFault(job.leaflet.printable, failure))
                if failure.kind == .time { return .retired }
            default: return .dead(job, reply)
            }
            next = try await nextJob(of: &batch)
        }
        return .nothingLeft
    }

    /// The next leaflet that has to be printed; those before it are staged from the cache, or can't be printed as they
    /// are written.
    private func nextJob(of batch: inout Batch) async throws -> Job? {
        while let sheet = try await next(of: &batch) {
            let made = printJob(for: sheet.printable, of: site)
            await queue.note(made.diagnostics)
            guard let leaflet = made.value, await queue.isWorthPrinting else {
                await queue.passed()
                continue
            }
            let parts = sheet.printable.files.map(\.part)
            let key = ResultCache.Key(fingerprint: fingerprint, material: leaflet.cacheKeyMaterial, parts: parts)
            guard cache.holds(key, parts: parts) else { return Job(sheet: sheet, leaflet: leaflet, key: key) }
            await queue.found(files: try stage(sheet, from: key))
        }
        return nil
    }

    private func next(of batch: inout Batch) async throws -> PrintQueue.Sheet? {
        try Task.checkCancellation()
        if batch.isEmpty { batch = await queue.nextBatch()[...] }
        return batch.popFirst()
    }

    private func request(for job: Job, into folder: String) -> String {
        func path(of part: ResultCache.Part) -> String { "\(folder)/\(part.rawValue)" }
        return job.leaflet.request(
            pdf: path(of: .leaflet),
            print: job.parts.contains(.imposed) ? path(of: .imposed) : nil,
            png: job.parts.contains(.preview) ? path(of: .preview) : nil
        )
    }

    /// Gives back how many files there are.
    private func stage(_ sheet: PrintQueue.Sheet, from key: ResultCache.Key) throws -> Int {
        guard let staging else { return 0 }
        for (part, place) in sheet.printable.files {
            try staging.stage(keptAt: cache.path(of: part, in: key), as: place)
        }
        return sheet.printable.files.count
    }

    private func problem(with job: PrintJob, _ reply: PrintWorker.Reply, _ end: WorkerEnd) -> Diagnostic {
        let problem: Problem =
            switch reply {
            case .end: .engineEnded(over: job.id, end: end.words)
            case .silence: .engineSilent(over: job.id, seconds: press.engine.python.patience.components.seconds)
            case .nonsense(let words): .engineNonsense(over: job.id, words: words)
            case .answer: .engineUntrue(over: job.id)
            }
        return .error(problem, at: job.location)
    }
}

extension Printable {
    /// What is printed, and the place of each file in the web root.
    fileprivate var files: [(part: ResultCache.Part, place: String)] {
        let places: [(ResultCache.Part, String?)] = [(.leaflet, file), (.imposed, printFile), (.preview, preview)]
        return places.compactMap { part, place in place.map { (part, $0) } }
    }
}

extension PrintWorker.Reply {
    fileprivate var isSilence: Bool {
        if case .silence = self { true } else { false }
    }
}
