import Diagnostics
import Foundation
import Gettext
import MarkedText
import Testing

/// On broken files `msgfmt` is the referee: what it refuses must be reported here too.
@Suite struct RefereeTests {
    private static let options = "--check-header --check-domain --output-file=/dev/null"

    /// The files that msgfmt refuses, all judged by one shell.
    ///
    /// Not counted is that msgid and msgstr begin or end differently with a line break: that is no matter of the file's
    /// form, and the checks on messages know more about it.
    private func refused(_ files: [String: Data]) throws -> Set<String> {
        let script = """
            for f in *.po; do
              msgfmt \(Self.options) $f 2>$f.err; verdict=$?
              if [ $verdict = 1 ] && ! grep -qvE 'do not both|warning|found [0-9]+ fatal' $f.err; then verdict=0; fi
              echo $f $verdict
            done
            """
        let outcome = try Tool.shell.run(["-c", script], files: files)
        let verdicts = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
        try #require(verdicts.count == files.count)
        // 1 is msgfmt's own "no"; anything else but 0 would be a referee that is not there.
        for verdict in verdicts { try #require(["0", "1"].contains(verdict[1]), "msgfmt ended with \(verdict[1])") }
        return Set(verdicts.filter { $0[1] == "1" }.map { String($0[0]) })
    }

    /// Where we are stricter than gettext 0.21, each on purpose:
    /// it cuts a text at NUL without a word, takes any bytes from escapes and the low bits of larger ones, reads
    /// files without a header, and knows nothing of attestations and of comments that it will lose.
    private static let stricter: Set<String> = [
        "forbidden-character", "invalid-utf8", "missing-header", "stray-comment", "malformed-attestation",
        "escape-too-large",
    ]

    @Test func agreesOnTheTableOfMalformedFiles() throws {
        var files: [String: Data] = [:]
        for (index, sample) in Malformed.table.enumerated() {
            files["\(index).po"] = Data(MarkedText(header + "\n\n" + sample.text).source.text.utf8)
        }
        let refused = try refused(files)
        for (index, sample) in Malformed.table.enumerated() where !refused.contains("\(index).po") {
            #expect(Set(sample.identifiers).isSubset(of: Self.stricter), "msgfmt accepts '\(sample.name)'")
        }
        #expect(refused.count > Malformed.table.count / 2)
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func reportsSomethingWheneverMsgfmtRefuses(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let good = Array(writeCatalogue(generator.catalogue(entries: 12)).utf8)
        let files = Dictionary(
            uniqueKeysWithValues: (0..<150).map { ("\($0).po", Data(generator.mutated(good))) }
        )
        let refused = try refused(files)
        for file in refused {
            let bytes = Array(files[file] ?? Data())
            #expect(
                parseCatalogue(bytes: bytes, file: file).diagnostics != [],
                "msgfmt refuses \(String(decoding: bytes, as: UTF8.self))"
            )
        }
        #expect(refused.count > 30)
    }

    /// No referee, so many more of them: a problem or a sound catalogue, and never a trap.
    @Test(arguments: 100..<110 as Range<UInt64>)
    func survivesAnything(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let good = Array(writeCatalogue(generator.catalogue(entries: 6)).utf8)
        for _ in 0..<150 {
            var bytes = good
            for _ in 0...Int.random(in: 0...3, using: &generator) { bytes = generator.mutated(bytes) }
            let parsed = parseCatalogue(bytes: bytes, file: "x.po")
            guard !parsed.diagnostics.hasErrors else { continue }
            let again = parseCatalogue(SourceText(file: "x.po", text: writeCatalogue(parsed.value)))
            #expect(again.value == parsed.value)
            #expect(!again.diagnostics.hasErrors)
        }
    }

    @Test func everyTruncationIsReportedOrSound() {
        var generator = SeededGenerator(seed: 5)
        let good = Array(writeCatalogue(generator.catalogue(entries: 6)).utf8)
        for length in 0..<good.count {
            let parsed = parseCatalogue(bytes: Array(good[..<length]), file: "x.po")
            if parsed.diagnostics.isEmpty {
                // Cut between entries or between forms that were not needed: all that is left is whole.
                #expect(good[..<length].last == UInt8(ascii: "\n") || good[length] == UInt8(ascii: "\n"))
            }
        }
    }
}

extension SeededGenerator {
    private static let pieces = [
        "\"", "\n", "\\", "\n\n", "#", "#~ ", "#| ", "msgid ", "msgstr ", "msgstr[1] ", "msgid_plural \"x\"\n",
        "msgctxt \"c\"\n",
        "# comment\n", "\r\n", "\t", "\\x", "\\400", "é", "garbage", "\u{FEFF}", "[0]", "#, fuzzy\n", "msgid \"\"\n",
    ].map { Array($0.utf8) }

    /// The bytes with one thing wrong: some gone, some twice, something put in between, or the end cut off.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var bytes = bytes
        let start = Int.random(in: 0..<bytes.count, using: &self)
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &self))
        switch Int.random(in: 0..<7, using: &self) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.removeSubrange(start...)
        case 3: bytes[start] = UInt8.random(in: 0...255, using: &self)
        case 4: bytes.remove(at: start)
        default: bytes.insert(contentsOf: pick(Self.pieces), at: start)
        }
        return bytes
    }
}
