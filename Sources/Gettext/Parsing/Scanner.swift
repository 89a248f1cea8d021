import Diagnostics

/// Cuts a PO file into tokens, byte by byte and each byte once; knows strings and escapes, not the order of keywords.
struct Scanner {
    let bytes: [UInt8]
    private let file: String
    private(set) var diagnostics: [Diagnostic] = []
    /// What the strings of the open section say so far, escapes resolved; emptied by whoever opens a section.
    var text: [UInt8] = []

    private var at = 0
    private var line = 1
    private var lineStart = 0
    private var lineHasTokens = false
    private var isObsolete = false
    private var isPrevious = false

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        at = 3
        lineStart = 3
        diagnostics.append(.warning(.byteOrderMark, at: location(of: 3)))
    }

    mutating func next() -> Token {
        while at < bytes.count {
            switch bytes[at] {
            case .newline:
                let wasBlank = !lineHasTokens
                let token = token(.blankLine, at: at)
                at += 1
                startLine()
                if wasBlank { return token }
            case .space, .tab, .carriageReturn, .verticalTab, .formFeed:
                at += 1
            case .hash:
                lineHasTokens = true
                if let token = scanHash() { return token }
            case .quote:
                lineHasTokens = true
                return scanString()
            case let byte where byte.isWordByte:
                lineHasTokens = true
                return scanWord()
            default:
                lineHasTokens = true
                return scanUnknownLine()
            }
        }
        return token(.end, at: at)
    }

    /// Where the offset is, if it is on the line being read.
    func position(of offset: Int) -> SourcePosition {
        SourcePosition(line: line, column: offset - lineStart + 1)
    }

    private func location(of offset: Int) -> SourceLocation {
        SourceLocation(file: file, position: position(of: offset))
    }

    private func token(_ kind: Token.Kind, at offset: Int) -> Token {
        Token(
            kind: kind,
            offset: offset,
            place: position(of: offset),
            isObsolete: isObsolete,
            isPrevious: isPrevious
        )
    }

    private mutating func startLine() {
        line += 1
        lineStart = at
        lineHasTokens = false
        isObsolete = false
        isPrevious = false
    }

    private func endOfLine(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != .newline { end += 1 }
        return end
    }
}

// MARK: - Lines that start with #

extension Scanner {
    /// `#~` and `#|` only mark the rest of the line; anything else is a comment up to the end of the line.
    private mutating func scanHash() -> Token? {
        let start = at
        var kind = Token.CommentKind.translator
        at += 1
        if at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "~"):
                isObsolete = true
                at += 1
                if at < bytes.count, bytes[at] == .bar {
                    isPrevious = true
                    at += 1
                }
                return nil
            case .bar:
                isPrevious = true
                at += 1
                return nil
            case UInt8(ascii: "."): kind = .extracted
            case UInt8(ascii: ":"): kind = .reference
            case UInt8(ascii: ","), UInt8(ascii: "="): kind = .flag
            default: break
            }
        }
        if kind != .translator { at += 1 }
        if at < bytes.count, bytes[at] == .space { at += 1 }
        let first = at
        at = endOfLine(from: at)
        // The file may have Windows line ends.
        let last = at > first && bytes[at - 1] == .carriageReturn ? at - 1 : at
        return token(.comment(kind, first..<last), at: start)
    }
}

// MARK: - Words

extension Scanner {
    private mutating func scanWord() -> Token {
        let start = at
        while at < bytes.count, bytes[at].isWordByte { at += 1 }
        switch bytes[start..<at] {
        case Token.msgctxt: return token(.msgctxt, at: start)
        case Token.msgid: return token(.msgid, at: start)
        case Token.msgidPlural: return token(.msgidPlural, at: start)
        case Token.msgstr: return scanIndex(from: start)
        default:
            at = start
            return scanUnknownLine()
        }
    }

    /// `msgstr`, or `msgstr[2]`; spaces are allowed around the bracket and the number.
    private mutating func scanIndex(from start: Int) -> Token {
        var next = at
        func skipSpaces() { while next < bytes.count, bytes[next].isBlank { next += 1 } }
        skipSpaces()
        guard next < bytes.count, bytes[next] == UInt8(ascii: "[") else { return token(.msgstr(nil), at: start) }
        next += 1
        skipSpaces()
        var index = 0
        var digits = 0
        while next < bytes.count, let digit = bytes[next].digit(radix: 10) {
            // Far beyond any language; keeps the number from overflowing.
            index = min(index * 10 + digit, 1_000_000)
            digits += 1
            next += 1
        }
        skipSpaces()
        guard digits > 0, next < bytes.count, bytes[next] == UInt8(ascii: "]") else {
            at = start
            return scanUnknownLine()
        }
        at = next + 1
        return token(.msgstr(index), at: start)
    }

    private mutating func scanUnknownLine() -> Token {
        let start = at
        at = endOfLine(from: at)
        return token(.unknown(start..<at), at: start)
    }
}

// MARK: - Strings

extension Scanner {
    /// Adds what stands between the quotes to `text`.
    private mutating func scanString() -> Token {
        let opening = at
        let problems = diagnostics.count
        at += 1
        var isClosed = false
        scan: while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at].isPlainInString { at += 1 }
            text += bytes[start..<at]
            guard at < bytes.count else { break }
            switch bytes[at] {
            case .quote:
                at += 1
                isClosed = true
                break scan
            case .newline:
                break scan
            case .backslash:
                scanEscape()
            case 0, .endOfTransmission:
                diagnostics.append(.error(.forbiddenControl(bytes[at]), at: location(of: at)))
                at += 1
            case let byte:
                text.append(byte)
                at += 1
            }
        }
        if !isClosed {
            diagnostics.append(.error(at == bytes.count ? .textCutOff : .unterminatedText, at: location(of: opening)))
        }
        return token(.string(isSound: diagnostics.count == problems), at: opening)
    }

    private mutating func scanEscape() {
        let start = at
        at += 1
        guard at < bytes.count else { return }
        let byte = bytes[at]
        if let plain = byte.escapedMeaning {
            text.append(plain)
            at += 1
        } else if byte == UInt8(ascii: "x") {
            at += 1
            scanNumber(radix: 16, digits: .max, from: start)
        } else if byte.digit(radix: 8) != nil {
            scanNumber(radix: 8, digits: 3, from: start)
        } else {
            // The byte after the backslash may be the end of the line, or the first of several of one character.
            diagnostics.append(.error(.unknownEscape, at: location(of: start)))
        }
    }

    /// The code of one byte; C, and gettext with it, lets a hexadecimal one run on for as long as there are digits.
    private mutating func scanNumber(radix: Int, digits limit: Int, from start: Int) {
        var value = 0
        var count = 0
        while count < limit, at < bytes.count, let digit = bytes[at].digit(radix: radix) {
            value = min(value * radix + digit, 0x1000)
            count += 1
            at += 1
        }
        guard count > 0 else {
            diagnostics.append(.error(.unknownEscape, at: location(of: start)))
            return
        }
        guard let byte = UInt8(exactly: value) else {
            diagnostics.append(.error(.escapeTooLarge, at: location(of: start)))
            return
        }
        if byte == 0 || byte == .endOfTransmission {
            diagnostics.append(.error(.forbiddenControl(byte), at: location(of: start)))
        } else {
            text.append(byte)
        }
    }
}
