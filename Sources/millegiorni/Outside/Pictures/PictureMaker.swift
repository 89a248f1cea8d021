import Content
import Crypto
import Diagnostics
import Foundation
import HTMLWriter

/// Makes photos ready to be shown: those that the cache holds are taken from there, the others are made by workers, one
/// for each core.
struct PictureMaker {
    let python: Python
    let cache: ResultCache

    init(options: PythonOptions, project: ProjectFolder) {
        python = Python(options: options, project: project)
        cache = ResultCache(project.url.appending(path: ".cache/pictures", directoryHint: .isDirectory))
    }

    /// The photos that could be made ready, by their paths; an error for each other one.
    ///
    /// Throws where none can be made: a full disk, a Python that is not there or does not start.
    func prepared(_ photos: [MediaFile]) async throws -> Diagnosed<[String: PreparedPicture]> {
        guard !photos.isEmpty else { return Diagnosed([:]) }
        if !python.exists { throw Refusal(.pythonMissing(at: python.url.relativePath)) }
        let fingerprint = fingerprint
        let jobs = photos.map { photo in
            Job(photo: photo, key: .init(fingerprint: fingerprint, material: photo.digest, parts: [.picture]))
        }
        // The same photo under two names is made once.
        let byKey = Dictionary(grouping: jobs, by: \.key)
        var found = Dictionary(byKey.keys.compactMap { key in kept(as: key).map { (key, $0) } }) { first, _ in first }
        let missing = byKey.filter { found[$0.key] == nil }.values.compactMap(\.first)
        let made = missing.isEmpty ? [] : try await make(missing.sorted { $0.photo.path < $1.photo.path })
        let problems = Dictionary(made.map { ($0.0.key, $0.1) }) { first, _ in first }
        for (job, problem) in made where problem == nil { found[job.key] = kept(as: job.key) }
        var pictures: [String: PreparedPicture] = [:]
        var diagnostics: [Diagnostic] = []
        for job in jobs {
            if let problem = problems[job.key] ?? nil {
                diagnostics.append(.error(problem, at: SourceLocation(file: job.photo.path)))
            } else if let picture = found[job.key] {
                pictures[job.photo.path] = picture
            } else {
                throw Refusal(.pictureWorkerFailed(over: job.photo.path, .madeNothing))
            }
        }
        return Diagnosed(pictures, diagnostics)
    }

    private struct Job {
        let photo: MediaFile
        let key: ResultCache.Key
    }

    /// From the worker's own bytes and the version of Pillow.
    private var fingerprint: String {
        "\(hexadecimal(SHA256.hash(data: PictureResources.worker.bytes))) \(pillow)"
    }

    /// The installed Pillow, with its version; of a Python that is no environment of ours the file itself.
    private var pillow: String {
        let name = python.packages.map(Disk.names)?.first { $0.hasPrefix("pillow-") && $0.hasSuffix(".dist-info") }
        if let name { return name }
        let facts = Disk.facts(of: python.url.plainPath)
        return "\(python.url.plainPath) \(facts?.size ?? 0) \(facts?.modified ?? 0)"
    }

    private func kept(as key: ResultCache.Key) -> PreparedPicture? {
        guard cache.holds(key, parts: [.picture]), let bytes = Disk.read(cache.path(of: .picture, in: key)) else {
            return nil
        }
        return (try? JSONDecoder().decode(PictureFile.self, from: Data(bytes)))?.picture
    }

    /// What came of each job; nil where the picture is in the cache.
    private func make(_ jobs: [Job]) async throws -> [(Job, Problem?)] {
        let workFolder = try WorkFolder(in: cache.folder, prefix: ".work-")
        defer { withExtendedLifetime(workFolder) {} }
        let worker = PictureResources.worker
        try Disk.write(worker.bytes, to: "\(workFolder.path)/\(worker.name)")
        let count = min(jobs.count, ProcessInfo.processInfo.activeProcessorCount)
        return try await withThrowingTaskGroup(of: [(Job, Problem?)].self) { group in
            for number in 0..<count {
                let own = stride(from: number, to: jobs.count, by: count).map { jobs[$0] }
                group.addTask { try await work(on: own, in: workFolder.path) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// Gives jobs to one worker, in the order of the list.
    private func work(on jobs: [Job], in folder: String) async throws -> [(Job, Problem?)] {
        // Isolated and without compiled files, as the PDF engine is.
        let arguments = ["-I", "-B", "\(folder)/\(PictureResources.worker.name)"]
        do {
            let (done, end) = try await python.withWorker(arguments: arguments, scratch: folder) { worker in
                var done: [(Job, Problem?)] = []
                for job in jobs {
                    switch try await worker.reply(to: try request(for: job, in: folder)) {
                    case .line(let line): done.append((job, try problem(told: line, of: job, in: folder)))
                    case .end: return done
                    case .silence:
                        let seconds = python.patience.components.seconds
                        throw Refusal(.pictureWorkerFailed(over: job.photo.path, .silent(seconds: seconds)))
                    case .overlong:
                        throw Refusal(.pictureWorkerFailed(over: job.photo.path, .says("more than a line holds")))
                    }
                }
                return done
            }
            guard done.count == jobs.count else {
                throw Refusal(.pictureWorkerFailed(over: jobs[done.count].photo.path, end.words))
            }
            return done
        } catch let error as WorkerNotStarted {
            throw Refusal(.pythonNotStarted(at: python.url.relativePath, reason: error.reason))
        }
    }

    private func place(of job: Job, in folder: String) -> String { "\(folder)/\(job.key.name)" }

    private func request(for job: Job, in folder: String) throws -> String {
        let place = place(of: job, in: folder)
        try Disk.makeFolder(place)
        try Disk.write(job.photo.bytes, to: place + ".source")
        let request = [
            "id": job.photo.path,
            "source": place + ".source",
            "result": "\(place)/\(ResultCache.Part.picture.rawValue)",
        ]
        return String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    }

    /// Reads an answer, and puts what was made into the cache.
    private func problem(told line: String, of job: Job, in folder: String) throws -> Problem? {
        let place = place(of: job, in: folder)
        Disk.remove(place + ".source")
        guard let answer = try? JSONDecoder().decode(PictureAnswer.self, from: Data(line.utf8)) else {
            throw Refusal(.pictureWorkerFailed(over: job.photo.path, .says(String(line.prefix(200)))))
        }
        if answer.ok {
            guard try cache.adopt(place, as: job.key, parts: [.picture]) else {
                throw Refusal(.pictureWorkerFailed(over: job.photo.path, .madeNothing))
            }
            return nil
        }
        let message = answer.message ?? ""
        if let full = DiskError(path: cache.folder, saidIn: message) { throw full }
        switch answer.kind {
        case "moving": return .movingPicture
        case "large": return .largePicture
        default: return .unreadablePicture(message)
        }
    }
}

private struct PictureAnswer: Decodable {
    let ok: Bool
    let kind: String?
    let message: String?
}

/// What `pictures.py` writes.
private struct PictureFile: Decodable {
    struct Form: Decodable {
        let type: PreparedPicture.FileType
        let width: Int
        let height: Int
        let sha256: String
        let bytes: Data

        var form: PreparedPicture.Form {
            .init(type: type, size: .init(width: width, height: height), bytes: Array(bytes), digest: sha256)
        }
    }

    let web: [Form]
    let paper: Form
    let width: Int

    var picture: PreparedPicture { .init(forPages: web.map(\.form), forPaper: paper.form, width: width) }
}

extension LoadedProject {
    /// The project with its photos made ready.
    func withPictures(by maker: PictureMaker) async throws -> Diagnosed<LoadedProject> {
        let pictures = try await maker.prepared(project.shownPhotos)
        var loaded = self
        loaded.texts.project = project.showing(pictures.value)
        return Diagnosed(loaded, pictures.diagnostics + loaded.project.coarsePhotoProblems)
    }
}
