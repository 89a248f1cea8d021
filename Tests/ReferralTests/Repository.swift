import Diagnostics
import Foundation
import Testing

@testable import Referral

/// The contract as it is committed: the form, the example referrals and the vectors.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func source(_ path: String) throws -> SourceText {
        SourceText(file: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }

    static func form() throws -> FormDefinition {
        let read = readForm(try source("content/referral/form.yml"))
        #expect(read.diagnostics == [])
        return try #require(read.value)
    }

    static func suites() throws -> [VectorSuite] {
        let basis = readVectorBasis(try source("content/referral/documents.yml"))
        #expect(basis.diagnostics == [])
        let folder = "content/referral/vectors"
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return try names.filter { $0.hasSuffix(".yml") }.sorted().map { name in
            let source = try source("\(folder)/\(name)")
            let suite = readVectorSuite(source, name: String(name.dropLast(4)), basis: basis.value)
            #expect(suite.diagnostics == [])
            return suite.value
        }
    }

    /// The released versions, as they are committed.
    static func releases() throws -> [ReleasedContract] {
        let folder = root.appending(path: "contract/releases")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            let version = try #require(ContractVersion(name))
            let place = folder.appending(path: name)
            let paths = try FileManager.default.subpathsOfDirectory(atPath: place.path).filter { $0.hasSuffix(".json") }
            let files = try paths.sorted().map { ($0, try Array(Data(contentsOf: place.appending(path: $0)))) }
            let read = readRelease(version, folder: name, files: files)
            #expect(read.diagnostics == [])
            return try #require(read.value)
        }
    }
}
