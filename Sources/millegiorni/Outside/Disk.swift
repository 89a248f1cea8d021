import Diagnostics
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// What a disk refuses.
struct DiskError: Error {
    let path: String
    let reason: Errno

    var problem: Problem {
        switch reason {
        case .noSpace, .diskQuotaExceeded: .diskFull(path, reason: "\(reason)")
        default: .notWritable(path, reason: "\(reason)")
        }
    }

    /// Whether a folder could not be moved over another one.
    var isTaken: Bool { reason == .directoryNotEmpty || reason == .fileExists }

    /// What `message` ends with, where that is a reason for which a disk takes no file at all.
    init?(path: String, saidIn message: String) {
        let reasons: [Errno] = [.noSpace, .diskQuotaExceeded, .readOnlyFileSystem, .permissionDenied, .ioError]
        guard let reason = reasons.first(where: { message.hasSuffix($0.description) }) else { return nil }
        self.init(path: path, reason: reason)
    }

    fileprivate init(path: String, reason: Errno) {
        self.path = path
        self.reason = reason
    }

    /// The reason in hand right after a system call has failed.
    fileprivate static func last(_ path: String) -> DiskError { DiskError(path: path, reason: Errno(rawValue: errno)) }
}

/// Files and folders by the system's own calls, so that what fails says its path and the system's reason.
enum Disk {
    /// Puts bytes into a file, in place of what it held.
    static func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
        do {
            let file = try FileDescriptor.open(
                path,
                .writeOnly,
                options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
            )
            try file.closeAfter { _ = try file.writeAll(bytes) }
        } catch {
            throw DiskError(path: path, reason: error as? Errno ?? .ioError)
        }
    }

    /// Makes a folder and those above it; one that is there already is left alone.
    static func makeFolder(_ path: String) throws(DiskError) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        let error = DiskError.last(path)
        let parent = URL(filePath: path).deletingLastPathComponent().plainPath
        guard error.reason == .noSuchFileOrDirectory, parent != path else { throw error }
        try makeFolder(parent)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last(path) }
    }

    /// Moves a file or folder to a place on the same disk in one step; a folder only over none, or an empty one.
    static func rename(_ old: String, to new: String) throws(DiskError) {
        guard Foundation.rename(old, new) == 0 else { throw .last(new) }
    }

    /// Gives a file a second name, or makes a copy where the disk has no such thing or the two are on different disks.
    static func link(_ old: String, to new: String) throws(DiskError) {
        guard Foundation.link(old, new) != 0 else { return }
        let error = DiskError.last(new)
        guard [.improperLink, .tooManyLinks, .notPermitted, .notSupported].contains(error.reason) else { throw error }
        guard let bytes = read(old) else { throw DiskError(path: old, reason: .noSuchFileOrDirectory) }
        try write(bytes, to: new)
    }

    /// What a file holds; nil where it can't be read.
    static func read(_ path: String) -> [UInt8]? {
        guard let file = try? FileDescriptor.open(path, .readOnly) else { return nil }
        return try? file.closeAfter {
            let length = Int(try file.seek(offset: 0, from: .end))
            try file.seek(offset: 0, from: .start)
            return try [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
                while count < length {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                    let read = try file.read(into: rest)
                    if read == 0 { break }
                    count += read
                }
            }
        }
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// Whether there is anything at a place, a broken link too.
    static func exists(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }

    /// Whether there is a folder at a place, links followed.
    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Paths of everything below a folder that is no folder itself, hidden files and links too, sorted; none where there
    /// is no such folder.
    static func files(below folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var paths: [String] = []
        while let path = walk.nextObject() as? String {
            if walk.fileAttributes?[.type] as? FileAttributeType != .typeDirectory { paths.append(path) }
        }
        return paths.sorted()
    }

    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// What tells one state of a file from another, links followed.
    struct Facts: Hashable {
        let size: Int
        /// In nanoseconds since 1970.
        let modified: Int
    }

    static func facts(of path: String) -> Facts? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Facts(size: Int(status.st_size), modified: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }

    /// Makes a file look as if it had been written now.
    static func touch(_ path: String) {
        _ = utimes(path, nil)
    }
}
