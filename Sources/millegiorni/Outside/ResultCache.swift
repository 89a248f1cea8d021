import Crypto
import Foundation

/// What workers have made, printed leaflets or pictures, by what it is made from: what has not changed is not made again.
///
///     ab/abcd…/            an entry: made under another name and moved here whole, so it is complete or absent
///         leaflet.pdf      what the worker has written: the leaflet to read,
///         print.pdf        imposed for the printer, where there is such a thing,
///         preview.png      the picture of its first side;
///         picture.json     or the forms of a picture, for pages and paper
///         index            a line for each: name, length, SHA-256
///     engine-abcd…         the fingerprint that an engine with this identity has told
///     .press-abc           where a build prints
struct ResultCache {
    /// What an entry holds one file of.
    enum Part: String, CaseIterable {
        case leaflet = "leaflet.pdf"
        case imposed = "print.pdf"
        case preview = "preview.png"
        case picture = "picture.json"
    }

    /// The name of an entry.
    struct Key: Hashable {
        let name: String

        /// From the worker's fingerprint, what it is given without its paths, and the parts that are asked for.
        init(fingerprint: String, material: String, parts: [Part]) {
            let names = parts.map(\.rawValue).joined(separator: " ")
            var hash = SHA256()
            hash.update(data: Data("\(fingerprint)\n\(names)\n".utf8))
            hash.update(data: Data(material.utf8))
            name = hexadecimal(hash.finalize())
        }
    }

    /// An absolute path.
    let folder: String

    init(_ url: URL) {
        let path = url.standardizedFileURL.plainPath
        folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    func path(of key: Key) -> String { "\(folder)/\(key.name.prefix(2))/\(key.name)" }

    func path(of part: Part, in key: Key) -> String { "\(path(of: key))/\(part.rawValue)" }

    /// Whether all parts are there and just as they were written.
    ///
    /// Every byte is compared with its hash: a crash of the machine leaves files of the right length that hold zeros, and
    /// a published leaflet is the same file under another name. For the largest site, 4264 leaflets of 170 kB, the hashing
    /// takes 0.4 s of one core; printing them takes minutes. An entry that is damaged is removed.
    func holds(_ key: Key, parts: [Part]) -> Bool {
        let index = path(of: key) + "/" + Self.indexName
        guard let bytes = Disk.read(index) else {
            Disk.remove(path(of: key))
            return false
        }
        guard bytes == Self.index(of: path(of: key), parts: parts) else {
            Disk.remove(path(of: key))
            return false
        }
        if let facts = Disk.facts(of: index), Self.age(of: facts) > .seconds(86_400) { Disk.touch(index) }
        return true
    }

    /// Makes what the worker has written into a folder an entry; false where a part is missing.
    ///
    /// Another build may have been faster: then its entry stays, since it holds the same.
    func adopt(_ printed: String, as key: Key, parts: [Part]) throws(DiskError) -> Bool {
        guard let index = Self.index(of: printed, parts: parts) else { return false }
        try Disk.write(index, to: "\(printed)/\(Self.indexName)")
        let entry = path(of: key)
        try Disk.makeFolder(URL(filePath: entry).deletingLastPathComponent().plainPath)
        do {
            try Disk.rename(printed, to: entry)
        } catch {
            guard error.isTaken, holds(key, parts: parts) else { throw error }
            Disk.remove(printed)
        }
        return true
    }

    /// Removes what no build has used for 30 days.
    func removeUnused() {
        for name in Disk.names(in: folder) {
            let path = "\(folder)/\(name)"
            if name.hasPrefix(Self.enginePrefix) {
                if isUnused(path) { Disk.remove(path) }
                continue
            }
            guard name.count == 2 else { continue }
            for entry in Disk.names(in: path) where isUnused("\(path)/\(entry)/\(Self.indexName)") {
                Disk.remove("\(path)/\(entry)")
            }
            rmdir(path)
        }
    }

    private func isUnused(_ path: String) -> Bool {
        guard let facts = Disk.facts(of: path) else { return true }
        return Self.age(of: facts) > Self.keepingTime
    }

    private static let keepingTime = Duration.seconds(30 * 86_400)
    private static let indexName = "index"
    private static let enginePrefix = "engine-"

    private static func age(of facts: Disk.Facts) -> Duration {
        .seconds(Date.now.timeIntervalSince1970) - .nanoseconds(facts.modified)
    }

    /// What the index of a folder with these parts says; nil where one of them is missing.
    private static func index(of folder: String, parts: [Part]) -> [UInt8]? {
        var lines = ""
        for part in parts {
            guard let bytes = Disk.read("\(folder)/\(part.rawValue)"), !bytes.isEmpty else { return nil }
            lines += "\(part.rawValue) \(bytes.count) \(hexadecimal(SHA256.hash(data: bytes)))\n"
        }
        return Array(lines.utf8)
    }
}

extension ResultCache {
    /// The fingerprint that an engine of this identity has told; nil where none has, or what it told is damaged.
    func fingerprint(of identity: String) -> String? {
        let file = "\(folder)/\(Self.enginePrefix)\(identity)"
        guard let bytes = Disk.read(file), let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let words = text.split(separator: "\n")
        guard words.count == 2, words[1] == hexadecimal(SHA256.hash(data: Data(words[0].utf8))) else { return nil }
        if let facts = Disk.facts(of: file), Self.age(of: facts) > .seconds(86_400) { Disk.touch(file) }
        return String(words[0])
    }

    /// Keeps a fingerprint, beside its own hash, so that a damaged one is no fingerprint.
    func remember(_ fingerprint: String, of identity: String, scratch: String) throws(DiskError) {
        let text = "\(fingerprint)\n\(hexadecimal(SHA256.hash(data: Data(fingerprint.utf8))))\n"
        try Disk.write(Array(text.utf8), to: scratch)
        try Disk.rename(scratch, to: "\(folder)/\(Self.enginePrefix)\(identity)")
    }

    func forget(_ identity: String) {
        Disk.remove("\(folder)/\(Self.enginePrefix)\(identity)")
    }
}

/// Two lower-case digits a byte.
func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
