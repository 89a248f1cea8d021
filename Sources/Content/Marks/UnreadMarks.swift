import CommonMark
package import Diagnostics

/// A mark of another tool, which is not read here and so is printed as it stands.
package enum UnreadMark: Hashable, Sendable {
    case table
    case task
    case footnote
    case struck
    case highlight
    case quotedBold
    case tag
    case emoji
    case entity
    /// A heading without a blank after its marks, of another syntax, or with too many of them.
    case heading
    /// A line that begins like an item of a list.
    case listItem
    case definition
    case fence
    case contents
    case command
    case backslash
    /// Blanks between the words of a link and its address, or the two kinds of bracket the wrong way round.
    case apartLink
    /// A link whose address can't be read: it has blanks in it, or no end.
    case unreadAddress
    case reference
    case wikiLink
    /// `*`, `_` or a backtick without its pair.
    case unclosed(String)
}

/// A mark in a text, and where.
package struct FoundMark: Hashable, Sendable {
    package let mark: UnreadMark
    package let position: SourcePosition
}

/// The unread marks of a translation, with their places in its own text.
///
/// One too long to be that of any text is not looked at: in it each of a million signs would look for its pair.
package func unreadMarks(inTranslation text: String) -> [FoundMark] {
    guard mayHoldMarks(text) else { return [] }
    let source = SourceText(file: "", text: text)
    let inlines = parseInlines(text, reportingAt: SourceLocation(file: "")).value
    let typed = TypedText(inlines, in: TypedLines(source, firstLine: 1))
    return typed.isTooLong ? [] : unreadMarks(in: typed)
}

/// The unread marks of a paragraph, a heading or a title, in the order of the text; a table is one mark.
func unreadMarks(in text: TypedText) -> [FoundMark] {
    var scanner = MarkScanner(text: text)
    return scanner.marks()
}

/// Whether any byte of a text could begin a mark: most have none.
func mayHoldMarks(_ text: String) -> Bool {
    text.utf8.contains { markBytes[Int($0)] } || text.unicodeScalars.first.map { listSigns.contains($0) } == true
}

private let markBytes: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "|~=[](*_`#:&'\\!+".utf8 { table[Int(byte)] = true }
    return table
}()

/// What programs for texts put before the items of a list.
private let listSigns: Set<Unicode.Scalar> = ["•", "◦", "▪", "‣", "●", "○", "■", "□", "·", "–", "—"]

private struct MarkScanner {
    let text: TypedText
    private let bytes: [UInt8]
    private var at = 0
    private var found: [FoundMark] = []

    init(text: TypedText) {
        self.text = text
        bytes = text.bytes
    }

    mutating func marks() -> [FoundMark] {
        if let row = firstTableRow { return [FoundMark(mark: .table, position: text.position(of: row))] }
        var linkIndex = 0
        var isLineStart = true
        while at < bytes.count {
            if isLineStart {
                while at < bytes.count, bytes[at].isBlank { at += 1 }
                isLineStart = false
                if readLineStart() { continue }
            }
            guard at < bytes.count else { break }
            while linkIndex < text.links.count, text.links[linkIndex].upperBound <= at { linkIndex += 1 }
            let byte = bytes[at]
            if byte == 0x0A {
                isLineStart = true
                at += 1
            } else if linkIndex < text.links.count, at == text.links[linkIndex].lowerBound {
                // A footnote whose text was taken for the address of a link.
                if self.byte(at + 1) == UInt8(ascii: "^") { note(.footnote, at: at) }
                at += 1
            } else if markBytes[Int(byte)] {
                readInline(byte)
            } else if let end = addressEnd {
                // What stands in an address is no mark.
                at = end
            } else {
                at += 1
            }
        }
        if bytes.last == UInt8(ascii: "\\") { note(.backslash, at: bytes.count - 1) }
        return found
    }

    private mutating func note(_ mark: UnreadMark, at index: Int) {
        found.append(FoundMark(mark: mark, position: text.position(of: index)))
    }

    private mutating func note(_ mark: UnreadMark, through end: Int) {
        note(mark, at: at)
        at = max(at + 1, end)
    }

    // MARK: Looking ahead

    private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

    private func has(_ string: StaticString, at index: Int) -> Bool {
        string.withUTF8Buffer { buffer in
            index + buffer.count <= bytes.count && buffer.elementsEqual(bytes[index..<index + buffer.count])
        }
    }

    private func endOfRun(of byte: UInt8, from index: Int) -> Int {
        var end = index
        while self.byte(end) == byte { end += 1 }
        return end
    }

    private func lineEnd(from index: Int) -> Int { bytes[index...].firstIndex(of: 0x0A) ?? bytes.count }

    /// Where the string stands next on the same line, from an index on.
    private func next(_ string: StaticString, from index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        let end = lineEnd(from: index)
        return (index..<end).first { has(string, at: $0) }
    }

    /// Past the end of an address of the web that begins here.
    private var addressEnd: Int? {
        guard at == 0 || !bytes[at - 1].isWord else { return nil }
        guard has("https://", at: at) || has("http://", at: at) || has("www.", at: at) else { return nil }
        return bytes[at...].firstIndex { $0.isBlank || $0 == TypedText.opaque } ?? bytes.count
    }

    // MARK: Tables

    /// The first row of a table: lines that begin and end with a bar, a line of bars and hyphens, a drawn frame.
    private var firstTableRow: Int? {
        guard bytes.contains(UInt8(ascii: "|")) || bytes.contains(UInt8(ascii: "+")) else { return nil }
        var before: Int?
        var fenced: Int?
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let words = line.drop(while: \.isBlank)
            guard let first = words.first, let last = words.last(where: { !$0.isBlank }) else {
                (before, fenced) = (nil, nil)
                continue
            }
            let place = words.startIndex
            let bars = words.count { $0 == UInt8(ascii: "|") }
            if bars > 0, words.contains(UInt8(ascii: "-")), words.allSatisfy({ "|-: \t".utf8.contains($0) }) {
                return before ?? place
            }
            if words.count > 3, first == UInt8(ascii: "+"), words.allSatisfy({ "+-= ".utf8.contains($0) }),
                words.dropFirst().contains(UInt8(ascii: "+"))
            {
                return place
            }
            if bars >= 2, first == UInt8(ascii: "|"), last == UInt8(ascii: "|") {
                if let fenced { return fenced }
                fenced = place
            } else {
                fenced = nil
            }
            before = place
        }
        return nil
    }

    // MARK: The start of a line

    /// Whether a mark begins at the start of this line; it is noted and passed over.
    private mutating func readLineStart() -> Bool {
        guard let first = byte(at) else { return false }
        let end = lineEnd(from: at)
        let isFirstLine = !bytes[..<at].contains(0x0A)
        switch first {
        case UInt8(ascii: "#"): return readHashes(end)
        case UInt8(ascii: ":"):
            if has(":::", at: at) {
                // The line that closes it belongs to the same mistake.
                let isOpening = endOfRun(of: first, from: at) < end
                if isOpening { note(.fence, at: at) }
                at = isOpening ? bytes.count : end
                return true
            }
            guard !isFirstLine, byte(at + 1)?.isBlank == true else { return false }
            note(.definition, through: at + 1)
            return true
        case UInt8(ascii: "["): return readBracketAtLineStart(end)
        case UInt8(ascii: "="):
            let run = endOfRun(of: first, from: at)
            guard run - at >= 2, byte(run)?.isBlank == true, run < end, bytes[at..<end].last == first else {
                return false
            }
            note(.heading, through: end)
            return true
        case UInt8(ascii: "h"):
            guard let level = byte(at + 1), (0x31...0x36).contains(level), has(". ", at: at + 2) else { return false }
            note(.heading, through: at + 4)
            return true
        case UInt8(ascii: "!"):
            guard has("!!! ", at: at), byte(at + 4)?.isLetter == true else { return false }
            note(.fence, through: bytes.count)
            return true
        case UInt8(ascii: "\\"):
            let name = bytes[(at + 1)..<end]
            guard name.count > 2, name.allSatisfy({ $0 < 0x80 && $0.isLetter }) else { return false }
            note(.command, through: end)
            return true
        default: return readListSign(end, isFirstLine: isFirstLine)
        }
    }

    private mutating func readHashes(_ end: Int) -> Bool {
        let run = endOfRun(of: UInt8(ascii: "#"), from: at)
        let after = byte(run)
        let isGlued = after != nil && after?.isBlank == false && after != TypedText.escaped
        // One alone begins a tag of one word: `#1000giorni`.
        let isTag = run - at == 1 && !bytes[at..<end].contains(UInt8(ascii: " "))
        guard isGlued && !isTag || run - at > 6 else { return false }
        note(.heading, through: run)
        return true
    }

    private mutating func readBracketAtLineStart(_ end: Int) -> Bool {
        if let box = byte(at + 1), " xX".utf8.contains(box), has("] ", at: at + 2) {
            note(.task, through: at + 4)
            return true
        }
        if has("[!", at: at), let close = next("]", from: at), close == end - 1 || byte(close + 1)?.isBlank == true,
            bytes[(at + 2)..<close].allSatisfy({ $0 < 0x80 && $0.isLetter })
        {
            note(.fence, through: close + 1)
            return true
        }
        guard has("[TOC]", at: at) || has("[toc]", at: at) || has("[[_TOC_]]", at: at) else { return false }
        note(.contents, through: end)
        return true
    }

    /// A sign of a list, glued to the words or of another kind; two hyphens and dashes may also begin what people say.
    private mutating func readListSign(_ end: Int, isFirstLine: Bool) -> Bool {
        let (width, isCertain): (Int, Bool)
        if let first = byte(at), first < 0x80 {
            guard "-+*".utf8.contains(first), let next = byte(at + 1) else { return false }
            if next.isBlank {
                // CommonMark begins a list here, unless the line is indented too far.
                guard !isFirstLine else { return false }
                (width, isCertain) = (1, true)
            } else {
                guard first == UInt8(ascii: "-"), next.isLetter else { return false }
                (width, isCertain) = (1, false)
            }
        } else {
            let head = String(decoding: bytes[at..<min(bytes.count, at + 4)], as: UTF8.self).unicodeScalars.first
            guard let head, listSigns.contains(head) else { return false }
            width = UTF8.width(head)
            isCertain = !["–", "—"].contains(head)
        }
        let sign = Array(bytes[at..<at + width])
        guard isCertain || linesBeginning(with: sign) > 1 else { return false }
        // One mark for all lines of the list.
        let isFirst = !found.contains { $0.mark == .listItem }
        if isFirst { note(.listItem, at: at) }
        at += width
        return true
    }

    private func linesBeginning(with sign: [UInt8]) -> Int {
        bytes.split(separator: 0x0A).count { line in
            let words = line.drop(while: \.isBlank)
            return words.starts(with: sign) && words.dropFirst(sign.count).first.map { $0 != sign[0] } == true
        }
    }

    // MARK: Inside a line

    private mutating func readInline(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "~"): readPair(.struck, byte, longest: 2)
        case UInt8(ascii: "="): readPair(.highlight, byte, shortest: 2, longest: 2)
        case UInt8(ascii: "'"): readPair(.quotedBold, byte, shortest: 3, longest: 3)
        case UInt8(ascii: "["): readBracket()
        case UInt8(ascii: "("): readParenthesis()
        case UInt8(ascii: ":"): readEmoji()
        case UInt8(ascii: "&"): readEntity()
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"): readUnclosed(byte)
        default: at += 1
        }
    }

    /// `~~words~~`: marks that touch the words between them and not the words around them.
    private mutating func readPair(_ mark: UnreadMark, _ byte: UInt8, shortest: Int = 1, longest: Int) {
        let run = endOfRun(of: byte, from: at)
        let length = run - at
        guard (shortest...longest).contains(length), at == 0 || !bytes[at - 1].isWord,
            let first = self.byte(run), !first.isBlank
        else {
            at = run
            return
        }
        var index = run
        let end = lineEnd(from: run)
        while let close = bytes[index..<end].firstIndex(of: byte) {
            let after = endOfRun(of: byte, from: close)
            if after - close == length, !bytes[close - 1].isBlank, self.byte(after)?.isWord != true {
                note(mark, through: after)
                return
            }
            index = after
        }
        at = run
    }

    private mutating func readBracket() {
        let start = at > 0 && bytes[at - 1] == UInt8(ascii: "!") ? at - 1 : at
        if has("[[", at: at), let close = next("]]", from: at + 2), close > at + 2 {
            note(.wikiLink, through: close + 2)
        } else if has("[^", at: at), let close = next("]", from: at + 2), close > at + 2 {
            note(.footnote, through: close + (has("]:", at: close) ? 2 : 1))
        } else if let close = bytes[at...].firstIndex(of: UInt8(ascii: "]")) {
            if let end = closingTagEnd(of: bytes[(at + 1)..<close]) {
                note(.tag, through: end)
            } else if let (mark, end) = linkLike(after: close) {
                note(mark, at: start)
                at = end
            } else {
                at += 1
            }
        } else {
            at += 1
        }
    }

    /// What makes a link of brackets that close at `close`, though it is not read as one, and where it ends.
    private func linkLike(after close: Int) -> (UnreadMark, end: Int)? {
        switch byte(close + 1) {
        case UInt8(ascii: "("):
            let line = lineEnd(from: close)
            let end = bytes[(close + 1)..<line].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? line
            return (.unreadAddress, end)
        case UInt8(ascii: "["):
            guard let end = next("]", from: close + 2) else { return nil }
            return (.reference, end + 1)
        case .some(let next) where next.isBlank:
            guard let open = bytes[(close + 1)...].firstIndex(where: { !$0.isBlank }), bytes[open] == UInt8(ascii: "("),
                let end = self.next(")", from: open), looksLikeAddress(bytes[(open + 1)..<end])
            else { return nil }
            return (.apartLink, end + 1)
        default: return nil
        }
    }

    /// `(words)[address]`.
    private mutating func readParenthesis() {
        guard let close = next(")", from: at), byte(close + 1) == UInt8(ascii: "["),
            let end = next("]", from: close + 2),
            looksLikeAddress(bytes[(close + 2)..<end])
        else {
            at += 1
            return
        }
        note(.apartLink, through: end + 1)
    }

    /// An address of the web or of a file, and not a remark between brackets.
    private func looksLikeAddress(_ words: ArraySlice<UInt8>) -> Bool {
        guard !words.isEmpty, !words.contains(where: \.isBlank) else { return false }
        let text = String(decoding: words, as: UTF8.self)
        return ["http", "www.", "mailto:", "tel:", "#", "../", "./"].contains { text.hasPrefix($0) }
            || text.hasSuffix(".md") || text.contains(".md#")
    }

    /// Past the tag of a forum that closes the one whose name this is, on any line: `[b]words[/b]`.
    private func closingTagEnd(of name: ArraySlice<UInt8>) -> Int? {
        let word = name.prefix { $0 != UInt8(ascii: "=") }
        guard (1...10).contains(word.count), word.allSatisfy({ $0 < 0x80 && $0.isLetter }) else { return nil }
        return bytes[name.endIndex...].firstRange(of: "[/".utf8 + word + "]".utf8)?.upperBound
    }

    /// The name of a picture between colons: `:smile:`.
    private mutating func readEmoji() {
        let name = bytes[(at + 1)...].prefix { $0 < 0x80 && $0.isWord || "_+-".utf8.contains($0) }
        let end = name.endIndex
        guard at == 0 || !bytes[at - 1].isWord && bytes[at - 1] != UInt8(ascii: ":"), name.count > 1,
            name.contains(where: \.isLetter), byte(end) == UInt8(ascii: ":"), byte(end + 1)?.isWord != true
        else {
            at += 1
            return
        }
        note(.emoji, through: end + 1)
    }

    /// `&name;` that CommonMark does not know, or one that it does know without its semicolon.
    private mutating func readEntity() {
        let name = bytes[(at + 1)...].prefix { $0 < 0x80 && $0.isWord || $0 == UInt8(ascii: "#") }
        let end = name.endIndex
        let isClosed = byte(end) == UInt8(ascii: ";")
        guard !name.isEmpty, isClosed || isEntityWithoutEnd(name) else {
            at += 1
            return
        }
        note(.entity, through: isClosed ? end + 1 : end)
    }

    private func isEntityWithoutEnd(_ name: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: name, as: UTF8.self)
        return (name.count > 3 || ["lt", "gt", "amp"].contains(name)) && shownCount(ofEntity: "&\(name);") != nil
    }

    /// A run of marks that touches words on one side only, and so was to open or to close something.
    private mutating func readUnclosed(_ mark: UInt8) {
        let run = endOfRun(of: mark, from: at)
        defer { at = run }
        let (before, after) = (at > 0 ? bytes[at - 1] : nil, byte(run))
        func isBlank(_ byte: UInt8?) -> Bool { byte?.isBlank != false }
        func isPunctuation(_ byte: UInt8?) -> Bool { byte?.isPunctuation == true }
        let opens = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before))
        let closes = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after))
        // Underscores are also lines to write on, so their words have to be words.
        let inside = opens ? after : before
        let isMark = mark == UInt8(ascii: "*") || inside.map { $0.isWord || $0 == TypedText.opaque } == true
        guard opens != closes, isMark, run - at <= (mark == UInt8(ascii: "_") ? 2 : 3) else { return }
        note(.unclosed(String(decoding: bytes[at..<run], as: UTF8.self)), at: at)
    }
}
