import DataWriter
import Diagnostics
import Foundation
import Referral
import Site

/// What is kept of the contract beside the content: its changelog, and every released version as it was.
struct ContractHistory {
    /// `contract/CHANGELOG.md`; nil where there is none yet.
    var changelog: String?
    var releases: [ReleasedContract] = []
    /// All files of all releases, at the addresses that they keep for ever.
    var frozen: [OutputFile] = []
}

extension LoadedProject {
    /// The contract, the service's data, and the versions released before.
    func dataFiles(of site: Site) -> [OutputFile] {
        DataWriter.dataFiles(
            of: site,
            form: form,
            vectors: vectors,
            changelog: contract.changelog,
            frozen: contract.frozen
        )
    }

    /// The contract alone, paths from its own folder.
    func contractFiles(of site: Site) -> [OutputFile] {
        dataFiles(of: site).filter { $0.path.hasPrefix(contractPath) }
            .map { OutputFile(path: String($0.path.dropFirst(contractPath.count)), bytes: $0.bytes) }
    }
}

extension ProjectFolder {
    static let changelogPath = "contract/CHANGELOG.md"

    static func releasePath(of version: ContractVersion) -> String { "\(releasesPath)/\(version)" }

    private static let releasesPath = "contract/releases"

    func contractHistory() throws -> Diagnosed<ContractHistory> {
        var diagnostics: [Diagnostic] = []
        var history = ContractHistory(changelog: try text(at: Self.changelogPath))
        for name in try folders(in: Self.releasesPath) {
            let folder = "\(Self.releasesPath)/\(name)"
            guard let version = ContractVersion(name) else {
                diagnostics.append(.error(.notVersion(name), at: SourceLocation(file: folder)))
                continue
            }
            let files = try files(under: folder)
            history.frozen += files.map { OutputFile(path: "referral/\(version)/\($0.path)", bytes: $0.bytes) }
            let release = readRelease(version, folder: folder, files: files).value(reportingTo: &diagnostics)
            if let release { history.releases.append(release) }
        }
        return Diagnosed(history, diagnostics)
    }

    /// Puts a whole release in its place at once; what is there already is never touched.
    ///
    /// Returns the paths that differ from what is there, or nil when the release was new.
    func freeze(_ files: [OutputFile], as version: ContractVersion) throws -> [String]? {
        let folder = Self.releasePath(of: version)
        let target = url.appending(path: folder, directoryHint: .isDirectory)
        if FileManager.default.fileExists(atPath: target.plainPath) {
            let there = Dictionary(try self.files(under: folder).map { ($0.path, $0.bytes) }) { first, _ in first }
            let now = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
            return Set(there.keys).union(now.keys).filter { there[$0] != now[$0] }.sorted()
        }
        let parent = target.deletingLastPathComponent()
        let staging = parent.appending(path: ".\(version)-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: staging) }
        for file in files {
            let place = staging.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(file.bytes).write(to: place)
        }
        try FileManager.default.moveItem(at: staging, to: target)
        return nil
    }

    private func files(under folder: String) throws -> [(path: String, bytes: [UInt8])] {
        try paths(under: folder).map { path in
            (String(path.dropFirst(folder.count + 1)), try Array(Data(contentsOf: url.appending(path: path))))
        }
    }

    /// The names in a folder, sorted, hidden ones left out; none where there is no such folder.
    private func folders(in folder: String) throws -> [String] {
        let place = url.appending(path: folder, directoryHint: .isDirectory)
        guard FileManager.default.fileExists(atPath: place.plainPath) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: place.plainPath).filter { !$0.hasPrefix(".") }
            .sorted()
    }
}
