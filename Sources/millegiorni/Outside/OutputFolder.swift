import CRename
import Foundation
import Site

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The web root: built beside its place and put there whole, so that a reader or a failure never meets half a site.
struct OutputFolder {
    let url: URL
    /// Where the next site grows; same parent, so that taking its place is a rename.
    let staging: URL

    /// Refuses a folder that holds something no build has made, since a build replaces it.
    init(path: String) throws {
        let url = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.plainPath)) ?? []
        let isOurs = names.isEmpty || names.contains("referral") || names.contains(Self.mark)
        guard isOurs else { throw OutsideError.foreignOutput(path) }
        self.url = url
        let name = "\(Self.stagingPrefix(of: url))\(ProcessInfo.processInfo.processIdentifier)"
        staging = url.deletingLastPathComponent().appending(path: name, directoryHint: .isDirectory)
        removeLeftovers()
    }

    /// A file that every build writes.
    private static let mark = "_headers"

    private static func stagingPrefix(of url: URL) -> String { ".\(url.lastPathComponent)-staging-" }

    /// Puts files into the staging folder.
    func stage(_ files: [OutputFile]) throws {
        var folders: Set<String> = []
        for file in files {
            let target = staging.appending(path: file.path)
            let folder = target.deletingLastPathComponent()
            if folders.insert(folder.path).inserted {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try Data(file.bytes).write(to: target)
        }
    }

    /// Where a file will lie in the staging folder; its folder is made.
    func stagedPath(of path: String) throws -> String {
        let target = staging.appending(path: path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        return target.plainPath
    }

    /// Lets the staged site take the place of the old one in a single step, and removes the old one.
    func publish() throws {
        guard FileManager.default.fileExists(atPath: url.plainPath) else {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.moveItem(at: staging, to: url)
            return
        }
        guard exchange_paths(staging.plainPath, url.plainPath) == 0 else {
            throw OutsideError.swapFailed(url.relativePath, String(cString: strerror(errno)))
        }
        discard()
    }

    /// Removes what was staged, or what the published site has replaced.
    func discard() {
        try? FileManager.default.removeItem(at: staging)
    }

    /// Removes what a build that was killed has left, unless the process that makes it still runs.
    private func removeLeftovers() {
        let parent = url.deletingLastPathComponent()
        let prefix = Self.stagingPrefix(of: url)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.plainPath)) ?? []
        where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0 || process == getpid() else {
                continue
            }
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }
}

extension URL {
    /// The path as the system knows it, nothing percent-encoded.
    var plainPath: String { path(percentEncoded: false) }
}
