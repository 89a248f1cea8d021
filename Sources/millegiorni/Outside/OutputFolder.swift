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
        let names = Disk.names(in: url.plainPath)
        let isOurs = names.isEmpty || names.contains("referral") || names.contains(Self.mark)
        guard isOurs else { throw OutsideError.foreignOutput(path) }
        self.url = url
        let parent = url.deletingLastPathComponent()
        let prefix = ".\(url.lastPathComponent)-staging-"
        staging = parent.appending(path: "\(prefix)\(getpid())", directoryHint: .isDirectory)
        Disk.removeLeftovers(in: parent.plainPath, prefix: prefix)
    }

    /// A file that every build writes.
    private static let mark = "_headers"

    /// Puts files into the staging folder.
    func stage(_ files: [OutputFile]) throws {
        var folders: Set<String> = []
        for file in files {
            try Task.checkCancellation()
            let target = staging.appending(path: file.path)
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
        let target = staging.appending(path: path)
        try Disk.makeFolder(target.deletingLastPathComponent().plainPath)
        try Disk.link(source, to: target.plainPath)
    }

    /// Lets the staged site take the place of the old one in a single step, and removes the old one.
    func publish() throws {
        try Task.checkCancellation()
        guard FileManager.default.fileExists(atPath: url.plainPath) else {
            try Disk.makeFolder(url.deletingLastPathComponent().plainPath)
            try Disk.rename(staging.plainPath, to: url.plainPath)
            return
        }
        guard exchange_paths(staging.plainPath, url.plainPath) == 0 else {
            throw OutsideError.swapFailed(url.relativePath, String(cString: strerror(errno)))
        }
        discard()
    }

    /// Removes what was staged, or what the published site has replaced.
    func discard() {
        Disk.remove(staging.plainPath)
    }
}

extension URL {
    /// The path as the system knows it, nothing percent-encoded.
    var plainPath: String { path(percentEncoded: false) }
}
