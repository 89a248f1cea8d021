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

/// A folder in which one build works, gone when the build lets go of it.
///
/// It is locked (`flock`) as long as its process lives, so that another build knows which folders killed ones have left.
/// The number of a process would not tell: containers that share a disk have numbers of their own.
final class WorkFolder: Sendable {
    let path: String
    private let lock: FileDescriptor

    /// Makes a folder of a new name, and removes those of the same kind that no process holds.
    init(in parent: String, prefix: String) throws(DiskError) {
        try Disk.makeFolder(parent)
        for name in Disk.names(in: parent) where name.hasPrefix(prefix) {
            let path = "\(parent)/\(name)"
            guard let lock = Self.lock(path) else { continue }
            Disk.remove(path)
            try? lock.close()
        }
        while true {
            let path = "\(parent)/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
            try Disk.makeFolder(path)
            // Another build may have taken it for one that was left, before it was locked.
            guard let lock = Self.lock(path) else { continue }
            guard Disk.exists(path) else {
                try? lock.close()
                continue
            }
            self.path = path
            self.lock = lock
            return
        }
    }

    deinit {
        Disk.remove(path)
        try? lock.close()
    }

    /// Nil where another process holds the folder, or it is gone.
    private static func lock(_ path: String) -> FileDescriptor? {
        guard let folder = try? FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec]) else {
            return nil
        }
        if flock(folder.rawValue, LOCK_EX | LOCK_NB) == 0 { return folder }
        try? folder.close()
        return nil
    }
}
