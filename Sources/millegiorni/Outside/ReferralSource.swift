import Foundation
import Referral

/// Where a referral is read from.
struct ReferralSource {
    /// As the person gave it; `-` is the standard input.
    let name: String

    var shownName: String { name == "-" ? "standard input" : name }

    /// The bytes, but no more than one past the longest referral, however long the file or the stream is.
    func bytes() throws -> [UInt8] {
        let handle = name == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(filePath: name))
        defer { if name != "-" { try? handle.close() } }
        var bytes: [UInt8] = []
        while bytes.count <= longestReferral {
            let missing = longestReferral + 1 - bytes.count
            guard let more = try handle.read(upToCount: min(missing, 1 << 20)), !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }
}
