import Diagnostics
import Foundation
import LeafletWriter
import Site

/// Prints the leaflets of a site: those that the cache holds are taken from there, the others are made by workers, one
/// for each core.
struct Printer {
    let engine: Engine
    let cache: ResultCache

    init(options: PaperOptions, project: ProjectFolder) throws {
        engine = try Engine(options: options, project: project)
        let folder = options.cache.map { URL(filePath: $0, directoryHint: .isDirectory) }
        cache = ResultCache(folder ?? project.url.appending(path: ".cache/leaflets", directoryHint: .isDirectory))
    }

    /// What has come of printing.
    struct Printed {
        /// How many files were put into the staging folder.
        var files = 0
        /// One for each cause by which leaflets could not be printed, which harms no other.
        var diagnostics: [Diagnostic] = []
    }

    /// Prints leaflets of a site into the staging folder, or where there is none only into the cache, to see that it can be.
    ///
    /// Throws where no leaflet can be printed any more: a full disk, an engine that does not start or keeps dying. What
    /// was printed till then stays in the cache. `PrintingStopped` is thrown where the task was cancelled.
    func print(
        _ leaflets: [Printable],
        of site: Site,
        into folder: StagedSite?,
        progress: PrintProgress
    ) async throws -> Printed {
        guard !leaflets.isEmpty else { return Printed() }
        let workers = min(leaflets.count, ProcessInfo.processInfo.activeProcessorCount)
        let queue = PrintQueue(leaflets, workers: workers, progress: progress)
        do {
            try await print(site, into: folder, queue: queue, workers: workers)
            await queue.endProgress()
            return Printed(files: await queue.stagedFiles, diagnostics: await queue.diagnostics(in: site))
        } catch {
            await queue.endProgress()
            throw Task.isCancelled ? PrintingStopped(count: await queue.count) : error
        }
    }

    private func print(_ site: Site, into folder: StagedSite?, queue: PrintQueue, workers: Int) async throws {
        let workFolder = try WorkFolder(in: cache.folder, prefix: ".press-")
        defer { withExtendedLifetime(workFolder) {} }
        let press = Press(engine: engine, folder: workFolder.path)
        try press.setUp()
        let room = PrintRoom(
            press: press,
            cache: cache,
            fingerprint: try await fingerprint(from: press),
            queue: queue,
            site: site,
            staging: folder
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<workers { group.addTask { try await room.work() } }
            try await group.waitForAll()
        }
    }

    /// What the engine prints with, as a hash; a worker is asked for it once, and again when the engine has changed.
    private func fingerprint(from press: Press) async throws -> String {
        let identity = engine.identity
        if let identity, let known = cache.fingerprint(of: identity) { return known }
        let fingerprint = try await press.fingerprint()
        if let identity {
            try cache.remember(fingerprint, of: identity, scratch: press.folder + "/fingerprint")
        }
        return fingerprint
    }
}

/// Thrown where printing was cancelled.
struct PrintingStopped: Error {
    let count: PrintCount
}
