package import Diagnostics

/// Reads a JSON text that may come from anywhere, and takes nothing that two programs could read differently.
///
/// RFC 8259 in UTF-8 without a byte order mark; a name twice in one object is an error (I-JSON, RFC 7493 section 2.3),
/// and so are half a character (section 2.1) and more than 64 levels. The work grows with the length of the text only.
/// A text that is no JSON has one problem, since all after it is guesswork; names that stand twice are all told, and the
/// first one counts.
package func readJSON(_ bytes: [UInt8], file: String) -> Diagnosed<JSONValue?> {
    var reader = JSONReader(bytes: bytes)
    do {
        try reader.checkEncoding()
        let value = try reader.document()
        return Diagnosed(value, reader.repeatedNames.map { reader.diagnostic($0, file: file) })
    } catch {
        return Diagnosed(nil, (reader.repeatedNames + [error]).map { reader.diagnostic($0, file: file) })
    }
}

/// Objects and lists inside each other; a referral has five levels.
private let deepestLevel = 64
/// Names that stand twice are told one by one up to this number.
private let mostRepeatedNames = 100

private struct JSONFault: Error {
    var problem: Problem
    var offset: Int
}

private struct JSONReader {
    let bytes: [UInt8]
    var at = 0
    var level = 0
    var repeatedNames: [JSONFault] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    func checkEncoding() throws(JSONFault) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw fault(.jsonByteOrderMark, at: 0) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0) {
            throw fault(.jsonInUTF16, at: 0)
        }
        if let offset = firstInvalidUTF8(in: bytes[...]) { throw fault(.notUTF8(bytes[offset]), at: offset) }
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        skipSpace()
        if at == bytes.count { throw fault(.emptyJSON) }
        let value = try value()
        skipSpace()
        if at < bytes.count { throw fault(.moreAfterJSON) }
        return value
    }

    func diagnostic(_ fault: JSONFault, file: String) -> Diagnostic {
        let before = bytes[..<min(fault.offset, bytes.count)]
        let newline = UInt8(ascii: "\n")
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let position = SourcePosition(line: before.count { $0 == newline } + 1, column: fault.offset - lineStart + 1)
        let place = SourceLocation(file: file, position: position)
        return .error(fault.problem, at: place)
    }

    private func fault(_ problem: Problem, at offset: Int? = nil) -> JSONFault {
        JSONFault(problem: problem, offset: offset ?? at)
    }
}

// MARK: Values

extension JSONReader {
    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): return try nested { reader throws(JSONFault) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(JSONFault) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", true)
        case UInt8(ascii: "f"): return try word("false", false)
        case UInt8(ascii: "n"): return try word("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return try number()
        case nil: throw fault(.jsonCutOff)
        case UInt8(ascii: "'"): throw fault(.singleQuotedJSON)
        default: throw fault(.noJSONValue)
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONFault) -> JSONValue
    ) throws(JSONFault) -> JSONValue {
        guard level < deepestLevel else {
            throw fault(.jsonTooDeep(limit: deepestLevel))
        }
        level += 1
        at += 1
        let value = try read(&self)
        level -= 1
        return value
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        var members: [JSONObject.Member] = []
        var names: Set<[UInt8]> = []
        skipSpace()
        if skip("}") { return .object(JSONObject()) }
        while true {
            let start = at
            guard next == UInt8(ascii: "\"") else { throw fault(.missingJSONName) }
            let name = try string()
            skipSpace()
            guard skip(":") else { throw fault(.missingJSONColon) }
            skipSpace()
            let value = try value()
            if names.insert(Array(name.utf8)).inserted {
                members.append(JSONObject.Member(name: name, value: value))
            } else if repeatedNames.count < mostRepeatedNames {
                repeatedNames.append(fault(.repeatedName(quoted(name)), at: start))
            }
            skipSpace()
            if skip("}") { return .object(JSONObject(distinct: members)) }
            guard skip(",") else { throw fault(.missingJSONComma(or: "}")) }
            skipSpace()
        }
    }

    private mutating func array() throws(JSONFault) -> JSONValue {
        var items: [JSONValue] = []
        skipSpace()
        if skip("]") { return .array(items) }
        while true {
            items.append(try value())
            skipSpace()
            if skip("]") { return .array(items) }
            guard skip(",") else { throw fault(.missingJSONComma(or: "]")) }
            skipSpace()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[at..<end].elementsEqual(String(describing: word).utf8) else {
            throw fault(.noJSONValue)
        }
        at = end
        return value
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let start = at
        _ = skip("-")
        if skip("0") {
            if let byte = next, isDigit(byte) { throw fault(.leadingZero, at: start) }
        } else {
            try digits()
        }
        var isWhole = true
        if skip(".") {
            isWhole = false
            try digits()
        }
        if skip("e") || skip("E") {
            isWhole = false
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        return isWhole ? Int(text).map { .integer($0) } ?? .decimal(text) : .decimal(text)
    }

    private mutating func digits() throws(JSONFault) {
        guard let byte = next, isDigit(byte) else { throw fault(.missingDigit) }
        while let byte = next, isDigit(byte) { at += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

// MARK: Texts

extension JSONReader {
    private mutating func string() throws(JSONFault) -> String {
        let start = at
        at += 1
        var text: [UInt8] = []
        var plain = at
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                text += bytes[plain..<at]
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += bytes[plain..<at]
                text += try escape().utf8
                plain = at
            case 0x00..<0x20:
                throw fault(.bareControl)
            default: at += 1
            }
        }
        throw fault(.unclosedJSONText, at: start)
    }

    private mutating func escape() throws(JSONFault) -> String {
        let start = at
        at += 1
        let character = next
        at += 1
        switch character {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexUnit(from: start)
            if let scalar = Unicode.Scalar(unit) { return String(Character(scalar)) }
            guard (0xD800...0xDBFF).contains(unit), skip("\\"), skip("u") else { throw halfCharacter(at: start) }
            let second = try hexUnit(from: start)
            guard (0xDC00...0xDFFF).contains(second) else { throw halfCharacter(at: start) }
            let value = 0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(second - 0xDC00)
            guard let scalar = Unicode.Scalar(value) else { throw halfCharacter(at: start) }
            return String(Character(scalar))
        default: throw fault(.unknownJSONEscape, at: start)
        }
    }

    private func halfCharacter(at offset: Int) -> JSONFault {
        fault(.halfCharacter, at: offset)
    }

    private mutating func hexUnit(from start: Int) throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw fault(.missingHexDigits, at: start)
            }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }
}

/// A text of somebody else's as it may be shown: on one line, cut, nothing in it that a terminal would obey.
func shown(_ text: String) -> String { String(quoted(text, limit: 200).dropFirst().dropLast()) }

/// The same in quotes, and short enough to stand in a sentence.
func quoted(_ text: String, limit: Int = 60) -> String {
    let scalars = text.unicodeScalars.prefix(limit)
    let isWhole = scalars.endIndex == text.unicodeScalars.endIndex
    return JSONValue.string(String(scalars) + (isWhole ? "" : "…")).compactText
}
