import Content
import Diagnostics
import Foundation
import HTMLWriter
import Site

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ProjectFolder {
    static let publicPath = "content/public"

    /// The files of `content/public/`, which go out as they are: proofs of ownership, `CNAME`, `.well-known/`.
    ///
    /// Hidden files are among them, what editors leave is not. A link out of the folder is an error: nobody would see
    /// from the project what it publishes. So is a picture that says where it was taken, since nothing takes that out.
    func publicFiles() -> Diagnosed<[OutputFile]> {
        var diagnostics: [Diagnostic] = []
        let root = url.appending(path: Self.publicPath, directoryHint: .isDirectory)
        let home = realPath(of: root.plainPath)
        let files = Disk.files(below: root.plainPath).compactMap { path -> OutputFile? in
            guard !path.split(separator: "/").contains(where: { isLeaving(String($0)) }) else { return nil }
            let place = root.appending(path: path).plainPath
            let location = SourceLocation(file: "\(Self.publicPath)/\(path)")
            guard let home, let real = realPath(of: place), real.hasPrefix(home + "/"), !Disk.isFolder(real) else {
                diagnostics.append(.error(.linkOutOfPublic, at: location))
                return nil
            }
            do {
                let bytes = Array(try Data(contentsOf: URL(filePath: real)))
                if let metadata = photoMetadata(in: bytes) {
                    diagnostics.append(.error(.publicPhoto(says: metadata), at: location))
                }
                return OutputFile(path: path, bytes: bytes)
            } catch {
                diagnostics.append(.error(.unreadableFile(reason: error.localizedDescription), at: location))
                return nil
            }
        }
        return Diagnosed(files, diagnostics)
    }

    private func realPath(of path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

/// The problems of public files that would stand where a build puts a file of its own, or in the way of its folders.
///
/// `paths` are those of the pages and the data. Upper and lower case are the same here, since on some hosts they are.
func publicCollisions(of files: [OutputFile], on site: Site, paths: [String]) -> [Diagnostic] {
    var taken: Set<String> = []
    let printed = site.printables.flatMap { [$0.file, $0.printFile, $0.preview].compactMap(\.self) }
    for path in paths + printed + OutputFolder.ownFiles {
        var part = path.lowercased()[...]
        taken.insert(String(part))
        while let slash = part.lastIndex(of: "/") {
            part = part[..<slash]
            taken.insert(part + "/")
        }
    }
    return files.filter { file in
        let path = file.path.lowercased()
        let parents = path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
        return taken.contains(path) || taken.contains(path + "/") || parents.contains(where: taken.contains)
    }.map { .error(.publicCollision($0.path), at: SourceLocation(file: "\(ProjectFolder.publicPath)/\($0.path)")) }
}
