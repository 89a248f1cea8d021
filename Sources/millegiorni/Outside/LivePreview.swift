import Content
import DataWriter
import Diagnostics
import Foundation
import HTMLWriter
import Site

/// The site in memory, made anew whenever a file of the project has changed; what is wrong stands on every page.
///
/// A catalogue that can't be read in part costs its own language those parts and no other language anything. While the
/// project can't be read at all, the last site that could be made stays, under the problems.
actor LivePreview {
    struct Answer: Sendable {
        var isFound: Bool
        var type: String
        var bytes: [UInt8]
    }

    /// Where the pages ask whether there is something new.
    static let stampPath = "/-/stamp.js"

    private let options: ProjectOptions
    private let pictures: PictureMaker
    /// Of the files that the site in `files` was made from; the two change together.
    private var stamp = ""
    /// The making under way, of which there is one at a time.
    private var making: Task<Void, Never>?
    private var files: [String: OutputFile] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    init(options: ProjectOptions, pictures: PictureMaker) {
        self.options = options
        self.pictures = pictures
    }

    /// What stands at a path of the web root, as of now.
    func answer(to path: String) async -> Answer {
        await refresh()
        if path == Self.stampPath {
            return Answer(isFound: true, type: "text/javascript", bytes: Array("millegiorniStamp(\"\(stamp)\")".utf8))
        }
        let name = String(path.drop { $0 == "/" })
        let candidates = [name, name.isEmpty || name.hasSuffix("/") ? name + "index.html" : name + "/index.html"]
        let found = candidates.lazy.compactMap { self.files[$0] }.first
        guard let file = found ?? files["404.html"] else {
            return Answer(isFound: false, type: "text/html; charset=utf-8", bytes: Array(marked("").utf8))
        }
        guard file.path.hasSuffix(".html") else {
            return Answer(isFound: true, type: Self.type(of: file.path), bytes: file.bytes)
        }
        let page = marked(String(decoding: file.bytes, as: UTF8.self))
        return Answer(isFound: found != nil, type: "text/html; charset=utf-8", bytes: Array(page.utf8))
    }

    /// Makes the site again if a file is newer than the site; when it returns, the site is that of now.
    ///
    /// Who comes while one is made waits for it and looks again, since it may have been read before the last change.
    func refresh() async {
        while let making { await making.value }
        let now = (try? options.folder.stamp() + "-" + options.today().description) ?? ""
        guard now != stamp else { return }
        let task = Task { await make(of: now) }
        making = task
        await task.value
    }

    private func make(of now: String) async {
        defer {
            stamp = now
            making = nil
        }
        do {
            let loaded = try await options.loadWithPictures(by: pictures)
            guard let value = loaded.value else {
                diagnostics = loaded.diagnostics.sortedByPlace()
                return
            }
            let site = await resolve(
                value.project,
                form: value.form,
                languages: value.project.settings.languages,
                catalogues: value.catalogues,
                hasPaper: false,
                today: value.today
            )
            var made = try await webFiles(of: site) + value.dataFiles(of: site)
            let collisions = publicCollisions(of: value.publicFiles, on: site, paths: made.map(\.path))
            made += value.publicFiles
            diagnostics = (loaded.diagnostics + value.overdueReviews + collisions).sortedByPlace()
            files = Dictionary(made.map { ($0.path, $0) }) { first, _ in first }
        } catch let refusal as Refusal {
            diagnostics = [.error(refusal.problem, at: SourceLocation(file: "content/media"))]
        } catch {
            let place = SourceLocation(file: options.folder.url.relativePath)
            diagnostics = [.error(.siteNotMade(reason: "\(error)"), at: place)]
        }
    }

    /// The page with the problems on it, and with a script that loads it again when something has changed.
    private func marked(_ page: String) -> String {
        var panel = HTML()
        if !diagnostics.isEmpty {
            panel.append(markup: "<pre lang=\"it\" dir=\"ltr\" role=\"alert\" style=\"")
            panel.append(markup: "position:sticky;z-index:9;margin:0;")
            panel.append(markup: "inset-block-end:0;padding:1rem;max-block-size:45vh;overflow:auto;font-size:.85rem;")
            panel.append(markup: "white-space:pre-wrap;background:#fff3f0;color:#5c1200;")
            panel.append(markup: "border-block-start:.3rem solid #b3261e\">")
            var lines = SourceLineReader(folder: options.folder)
            // The language of those who write, which is that of the content.
            let texts = diagnostics.map { $0.description(in: .italian, line: lines.line(at: $0.location)) }
            panel.append(escaping: texts.joined(separator: "\n"))
            panel.append(markup: "</pre>")
        }
        // A script element, since a page of ours may forbid all other connections.
        let script = """
            <script>window.millegiorniStamp=s=>{if(s!=="\(stamp)")location.reload()};setInterval(()=>{
            const e=document.createElement("script");e.src="\(Self.stampPath)?"+performance.now();
            e.onload=e.onerror=()=>e.remove();document.head.append(e)},1000)</script>
            """
        let addition = panel.text + script
        guard let end = page.range(of: "</body>", options: .backwards) else {
            return "<!doctype html><title>millegiorni</title><body>" + page + addition
        }
        return page.replacingCharacters(in: end, with: addition + "</body>")
    }

    private static func type(of path: String) -> String {
        switch path.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg": "image/jpeg"
        case "webp": "image/webp"
        case "pdf": "application/pdf"
        case "xml": "application/xml"
        default: "text/plain; charset=utf-8"
        }
    }
}

extension ProjectFolder {
    /// Changes whenever a file of `content/` or `translations/` does: a hash of their names, sizes and times.
    fileprivate func stamp() throws -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in ["content", "translations"] {
            let root = url.appending(path: part).plainPath
            let names = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).sorted()
            for name in names {
                let facts = try? FileManager.default.attributesOfItem(atPath: root + "/" + name)
                let time = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
                // FNV-1a, so that the stamp of the same files is the same in every run.
                for byte in "\(part)/\(name) \(facts?[.size] ?? 0) \(time)\n".utf8 {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
        }
        return String(hash, radix: 16)
    }
}
