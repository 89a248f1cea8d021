import Diagnostics
import Foundation
import LeafletWriter
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Prints leaflets through long-lived workers, as many as there are cores: each keeps one PDF engine and takes one
/// job after the other.
struct Printer {
    private let python: URL
    private let fonts: URL

    init(options: PaperOptions, project: ProjectFolder) throws {
        let tools = project.url.appending(path: ".tools", directoryHint: .isDirectory)
        python = options.python.map { URL(filePath: $0) } ?? tools.appending(path: "venv/bin/python3")
        fonts = options.fonts.map { URL(filePath: $0) } ?? tools.appending(path: "fonts")
        for (url, what) in [(python, "the Python of the PDF engine"), (fonts, "the folder of fonts")]
        where !FileManager.default.fileExists(atPath: url.plainPath) {
            throw OutsideError.worker(
                "\(what) is not at '\(url.relativePath)'; 'make site' puts it there, or build with --no-leaflets"
            )
        }
    }

    /// Prints every job into the staging folder.
    ///
    /// A leaflet that fails is a diagnostic and harms no other.
    func print(_ jobs: [LeafletJob], into folder: OutputFolder) async throws -> [Diagnostic] {
        guard !jobs.isEmpty else { return [] }
        let resources = FileManager.default.temporaryDirectory
            .appending(path: "millegiorni-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: resources, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: resources) }
        let worker = resources.appending(path: "worker.py")
        try Data(LeafletResources.worker).write(to: worker)
        let template = resources.appending(path: "template", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: template, withIntermediateDirectories: true)
        for (name, bytes) in LeafletResources.template {
            try Data(bytes).write(to: template.appending(path: name))
        }
        let arguments = [worker.plainPath, template.plainPath]
        let queue = JobQueue(
            try jobs.map { job in
                let pdf = try folder.stagedPath(of: job.file)
                let png = try folder.stagedPath(of: job.preview)
                return PrintJob(leaflet: job, request: job.request(pdf: pdf, png: png))
            }
        )
        let workers = min(jobs.count, ProcessInfo.processInfo.activeProcessorCount)
        return try await withThrowingTaskGroup(of: [Diagnostic].self) { group in
            for _ in 0..<workers {
                group.addTask { try await work(through: queue, arguments: arguments + [fonts.plainPath]) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// Takes jobs until there are none; a worker that ends in the middle of one costs that job, and another starts.
    private func work(through queue: JobQueue, arguments: [String]) async throws -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        while await !queue.isEmpty {
            let result = try await run(
                .path(FilePath(python.plainPath)),
                arguments: Arguments(arguments),
                environment: .inherit.updating(["PYTHONDONTWRITEBYTECODE": "1"]),
                input: .inputWriter,
                output: .sequence,
                error: .string(limit: 1 << 20)
            ) { execution -> WorkerRun in
                var answers = execution.standardOutput.strings().makeAsyncIterator()
                var run = WorkerRun()
                guard let greeting = try await answers.next() else { return run }
                guard case .ready = readWorkerAnswer(greeting) else {
                    if case .failed(let failure) = readWorkerAnswer(greeting) { run.refusal = failure }
                    return run
                }
                run.isReady = true
                while let job = await queue.next() {
                    run.current = job.leaflet
                    _ = try await execution.standardInputWriter.write(job.request + "\n")
                    guard let line = try await answers.next() else { return run }
                    run.current = nil
                    if case .failed(let failure) = readWorkerAnswer(line) {
                        run.diagnostics.append(failure.diagnostic(for: job.leaflet))
                    }
                }
                try await execution.standardInputWriter.finish()
                return run
            }
            let workerRun = result.closureResult
            diagnostics += workerRun.diagnostics
            if let refusal = workerRun.refusal {
                throw OutsideError.worker("the PDF engine does not start: \(refusal.message)")
            }
            guard workerRun.isReady else {
                let last = result.standardError.split(separator: "\n").last ?? ""
                throw OutsideError.worker("the PDF engine does not start (\(result.terminationStatus)): \(last)")
            }
            if let job = workerRun.current {
                diagnostics.append(
                    .error(
                        "leaflet-engine",
                        "the PDF engine ended while it printed \(job.id) (\(result.terminationStatus))",
                        hint: "build again; if it happens again, this leaflet is more than the engine can take",
                        at: job.location
                    )
                )
            }
        }
        return diagnostics
    }
}

/// What one worker has done until it ended.
private struct WorkerRun: Sendable {
    var isReady = false
    var refusal: LeafletFailure?
    /// The job in hand when the worker's output closed.
    var current: LeafletJob?
    var diagnostics: [Diagnostic] = []
}

private struct PrintJob: Sendable {
    let leaflet: LeafletJob
    let request: String
}

/// The jobs that no worker has taken yet.
private actor JobQueue {
    private var jobs: ArraySlice<PrintJob>

    init(_ jobs: [PrintJob]) { self.jobs = jobs[...] }

    var isEmpty: Bool { jobs.isEmpty }

    func next() -> PrintJob? { jobs.popFirst() }
}
