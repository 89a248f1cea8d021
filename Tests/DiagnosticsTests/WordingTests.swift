import Foundation
import Testing

/// Every sentence of `Sources/Diagnostics/Problems/` as it stands in the source, so that a new one is held to the same.
@Suite struct WordingTests {
    static let sentences = Sentence.all(in: "Sources/Diagnostics/Problems")

    @Test func thereAreSentences() {
        #expect(Self.sentences.count > 250)
    }

    @Test(arguments: sentences)
    func bothLanguagesSayTheSame(sentence: Sentence) {
        let (english, italian) = (sentence.english, sentence.italian)
        #expect(!english.isEmpty && !italian.isEmpty)
        #expect(english != italian || Self.sameInBoth.contains(english))
        for text in [english, italian] {
            #expect(text == text.trimmingCharacters(in: .whitespaces))
            #expect(!text.hasSuffix(".") || text.hasSuffix("..."), "a sentence ends without a period")
        }
        #expect(Self.quoted(in: english) == Self.quoted(in: italian))
    }

    /// Words that have one form in both languages.
    private static let sameInBoth: Set<String> = ["null", #"'\(name)'"#]

    /// What is written differently in the two languages though it stands between quotes: examples of what to write.
    private static let examples = [
        "Nome: valore": "Name: value", "AAAA-MM-GG chi": "YYYY-MM-DD who", "chiave: valore": "key: value",
        "GIORNO": "DAY",
    ]

    /// All that stands between single quotes, in order of the alphabet.
    private static func quoted(in text: String) -> [String] {
        let text = examples.reduce(text) { $0.replacing($1.key, with: $1.value) }
        // An apostrophe has a letter before it, or none after it that begins a word.
        let quotes = text.matches(of: /(?:^|[^\p{L}\p{N}\)])'([^']+)'(?![\p{L}\p{N}])/)
        return quotes.map { String($0.output.1).replacing(".italian)", with: ".english)") }.sorted()
    }
}

/// The literals of one `en: "…", it: "…"`, interpolations as they are written.
struct Sentence: CustomTestStringConvertible, Sendable {
    var place: String
    var english: String
    var italian: String

    var testDescription: String { "\(place): \(english)" }

    static func all(in folder: String) -> [Sentence] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../" + folder).standardized
        let files = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.flatMap { file in
            let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return sentences(in: source, file: file.lastPathComponent)
        }
    }

    private static func sentences(in source: String, file: String) -> [Sentence] {
        source.matches(of: /\ben:/).compactMap { label in
            let line = source[..<label.range.lowerBound].count { $0 == "\n" } + 1
            var scanner = ArgumentScanner(source[label.range.upperBound...])
            guard let english = scanner.literals(), scanner.skip(/,\s*it:/), let italian = scanner.literals() else {
                return nil
            }
            return Sentence(place: "\(file):\(line)", english: english, italian: italian)
        }
    }
}

/// Reads one argument of a call: string literals joined by `+`, or nothing where it is any other expression.
private struct ArgumentScanner {
    private var rest: Substring

    init(_ source: Substring) { rest = source }

    mutating func skip(_ pattern: Regex<Substring>) -> Bool {
        guard let match = rest.prefixMatch(of: pattern) else { return false }
        rest = rest[match.range.upperBound...]
        return true
    }

    mutating func literals() -> String? {
        var text: String?
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "+" }
            let pounds = rest.prefix { $0 == "#" }
            guard rest.dropFirst(pounds.count).first == "\"" else { return text }
            rest = rest.dropFirst(pounds.count + 1)
            text = (text ?? "") + literal(pounds: pounds.count)
        }
    }

    /// Up to the closing quote; interpolations are taken whole, and may hold literals of their own.
    private mutating func literal(pounds: Int) -> String {
        let closing = "\"" + String(repeating: "#", count: pounds)
        var text = ""
        var depth = 0
        var isNested = false
        while let character = rest.first {
            if depth == 0, rest.hasPrefix(closing) {
                rest = rest.dropFirst(closing.count)
                return text
            }
            rest = rest.dropFirst()
            text.append(character)
            switch character {
            case "\\" where pounds == 0 && !isNested:
                guard let next = rest.popFirst() else { return text }
                text.append(next)
                if next == "(" { depth += 1 }
            case "\"" where depth > 0: isNested.toggle()
            case "(" where depth > 0 && !isNested: depth += 1
            case ")" where depth > 0 && !isNested: depth -= 1
            default: break
            }
        }
        return text
    }
}
