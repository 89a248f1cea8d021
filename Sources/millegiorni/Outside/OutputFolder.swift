import CRename
import Diagnostics
import Foundation
import Site

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The web root: built beside its place and put there whole, so that a reader or a failure never meets half a site.
///
/// A build replaces the folder, so it takes only a folder that is new, empty, or marked by an earlier build, and in a
/// marked one it finds every file that no build has made.
struct OutputFolder {
    /// Where the site stands, links followed.
    let url: URL
    /// The place as the user named it.
    private let name: String

    /// Refuses a place where a build would replace something that it has not made.
    init(path: String, project: URL) throws {
        let url = try resolved(path)
        if let reason = reasonToKeepAway(from: url, project: try resolved(project.plainPath)) {
            throw Refusal(.protectedOutput(path, reason))
        }
        if Disk.isFolder(url.plainPath) {
            let names = try FileManager.default.contentsOfDirectory(atPath: url.plainPath)
            guard names.allSatisfy(isFolderLeaving) || Self.isMarked(url) else { throw Refusal(.foreignOutput(path)) }
        }
        name = path
        self.url = url
    }

    /// The file by which a folder says that a build may replace it.
    ///
    /// After the line that says so stand the paths of the contract and the data, since git brings those and this file
    /// along and not the other list.
    fileprivate static let mark = ".millegiorni"
    fileprivate static let markLine = "This folder was made by 'millegiorni build', and the next build replaces it."
    /// The file with the path of every file that the last build made, one a line.
    ///
    /// Git does not have it.
    fileprivate static let list = ".millegiorni-files"

    /// What a build puts into its folder for itself.
    static let ownFiles = [mark, list]

    private static func isMarked(_ url: URL) -> Bool {
        Disk.read(url.appending(path: mark).plainPath)?.starts(with: markLine.utf8) ?? false
    }

    /// Throws when the folder holds files that no build has made, with their names.
    ///
    /// `planned` are the paths that this build makes; those and what the folder's two lists name count as made.
    func refuseStrays(beside planned: [String]) throws {
        let listed = [Self.mark, Self.list].flatMap { name in
            String(decoding: Disk.read(url.appending(path: name).plainPath) ?? [], as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        let made = Set(planned + listed + [Self.mark, Self.list])
        let strays = Disk.files(below: url.plainPath).filter { path in
            !made.contains(path) && !isFolderLeaving(path.split(separator: "/").last.map(String.init) ?? path)
        }
        guard strays.isEmpty else { throw Refusal(.strayFiles(in: name, strays)) }
    }

    /// Begins a new site beside the one that stands there.
    func stagedSite() throws(DiskError) -> StagedSite {
        // The same parent, so that taking its place is a rename.
        let parent = url.deletingLastPathComponent().plainPath
        return StagedSite(
            folder: try WorkFolder(in: parent, prefix: ".\(url.lastPathComponent)-staging-"),
            output: self
        )
    }
}

/// A site that grows beside the output folder, and is gone unless it takes its place.
struct StagedSite: Sendable {
    private let folder: WorkFolder
    private let output: OutputFolder

    fileprivate init(folder: WorkFolder, output: OutputFolder) {
        self.folder = folder
        self.output = output
    }

    /// Puts files into the staging folder.
    func stage(_ files: [OutputFile]) throws {
        var folders: Set<String> = []
        for file in files {
            try Task.checkCancellation()
            let target = url(of: file.path)
            let folder = target.deletingLastPathComponent().plainPath
            if folders.insert(folder).inserted { try Disk.makeFolder(folder) }
            try Disk.write(file.bytes, to: target.plainPath)
        }
    }

    /// Puts a file that is kept elsewhere into the staging folder.
    ///
    /// As a second name of the same file, not a copy: the largest site has 600 MB of leaflets, which would stand on the
    /// disk three times while one site takes the place of another. Whoever writes into a published leaflet thereby writes
    /// into what is kept; that is noticed, since a kept leaflet is compared with its hash before each use, and the next
    /// build prints it again. Most programs put a new file in the place of the old one anyway.
    func stage(keptAt source: String, as path: String) throws(DiskError) {
        let target = url(of: path)
        try Disk.makeFolder(target.deletingLastPathComponent().plainPath)
        try Disk.link(source, to: target.plainPath)
    }

    /// Lets the staged site take the place of the old one in a single step, and removes the old one.
    ///
    /// `tracked` are the paths of what git tracks; `cleaning` lets files go that no build has made.
    func publish(tracked: [String], cleaning: Bool) throws {
        try Task.checkCancellation()
        let paths = Disk.files(below: folder.path)
        if !cleaning { try output.refuseStrays(beside: paths) }
        try writeLines([OutputFolder.markLine] + tracked.sorted(), to: OutputFolder.mark)
        try writeLines(paths, to: OutputFolder.list)
        guard FileManager.default.fileExists(atPath: output.url.plainPath) else {
            try Disk.rename(folder.path, to: output.url.plainPath)
            return
        }
        // What stood there is now in the work folder, and goes with it.
        guard exchange_paths(folder.path, output.url.plainPath) == 0 else {
            throw Refusal(.outputNotReplaced(output.url.relativePath, reason: String(cString: strerror(errno))))
        }
    }

    private func url(of path: String) -> URL {
        URL(filePath: folder.path, directoryHint: .isDirectory).appending(path: path)
    }

    private func writeLines(_ lines: [String], to name: String) throws(DiskError) {
        try Disk.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: url(of: name).plainPath)
    }
}

/// The place that a path leads to, links followed, whether or not there is something yet.
private func resolved(_ path: String) throws -> URL {
    if let real = realpath(path, nil) {
        defer { free(real) }
        return URL(filePath: String(cString: real), directoryHint: .isDirectory)
    }
    guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil else {
        throw Refusal(.brokenLink(path))
    }
    let url = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
    let parent = url.deletingLastPathComponent()
    guard parent.plainPath != url.plainPath else { return url }
    return try resolved(parent.plainPath).appending(path: url.lastPathComponent, directoryHint: .isDirectory)
}

/// Why no build may replace what stands at a place; nil where one may.
///
/// Both places have their links followed.
private func reasonToKeepAway(from url: URL, project: URL) -> Wording? {
    let place = url.pathComponents
    if Disk.exists(url.plainPath), !Disk.isFolder(url.plainPath) { return .isFile }
    if place.contains(".git") { return .liesInGit }
    if Disk.exists(url.appending(path: ".git").plainPath) { return .isWorkTree }
    let home = (try? resolved(NSHomeDirectory()))?.pathComponents
    if let home, home.starts(with: place) { return .isHome }
    if project.pathComponents.starts(with: place) { return .isProject }
    for folder in ["content", "contract", "docs", "theme", "translations"] {
        // A folder of the project may itself be a link.
        guard let own = try? resolved(project.appending(path: folder).plainPath).pathComponents else { continue }
        guard own.starts(with: place) || place.starts(with: own) else { continue }
        return .isOf(folder)
    }
    return nil
}

extension URL {
    /// The path as the system knows it, nothing percent-encoded.
    var plainPath: String { path(percentEncoded: false) }
}
