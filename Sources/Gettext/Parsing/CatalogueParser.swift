package import Diagnostics

/// The catalogue that a PO file holds, and everything that is wrong with it, sorted by place.
///
/// An entry in which something is an error is left out and every other entry is kept. So a catalogue that came with
/// errors can be read from, but writing it back would lose what its translator wrote: callers stop before that.
///
/// Whatever gettext 0.21 refuses is reported; where more than that is an error, `RefereeTests` says so and why.
package func parseCatalogue(_ source: SourceText) -> Diagnosed<Catalogue> {
    parseCatalogue(bytes: Array(source.text.utf8), file: source.file)
}

/// The same for bytes as they come from the disk, which may be anything.
package func parseCatalogue(bytes: [UInt8], file: String) -> Diagnosed<Catalogue> {
    var parser = CatalogueParser(bytes, file: file)
    return parser.parse()
}

/// Puts tokens together to entries; knows the order of keywords.
private struct CatalogueParser {
    private let file: String
    private var scanner: Scanner
    private var diagnostics: [Diagnostic] = []
    private var catalogue = Catalogue()
    private var places: [MessageKey: SourcePosition] = [:]
    private var draft = Draft()

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        scanner = Scanner(bytes, file: file)
    }

    mutating func parse() -> Diagnosed<Catalogue> {
        while true {
            let token = scanner.next()
            switch token.kind {
            case .blankLine: blankLine(token)
            case .comment(let kind, let range): comment(kind, range, token)
            case .string(let isSound): string(isSound: isSound, token)
            case .unknown(let range): unknown(range, token)
            case .msgctxt: open(token.isPrevious ? .previousContext : .context, token)
            case .msgid: open(token.isPrevious ? .previousID : .id, token)
            case .msgidPlural: open(token.isPrevious ? .previousPlural : .plural, token)
            case .msgstr(let index): translation(index, token)
            case .end:
                finish(before: token)
                if let place = draft.entry.place.entry { report(.warning(.strayComment, at: location(place))) }
                return checked(catalogue, file: file, scanner.diagnostics + diagnostics)
            }
        }
    }

    private func location(_ place: SourcePosition) -> SourceLocation {
        SourceLocation(file: file, position: place)
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// What follows from a first problem in an entry would only hide it: one report of misplaced parts is enough.
    private mutating func damage(_ diagnostic: Diagnostic) {
        if !draft.isDamaged { report(diagnostic) }
        draft.isDamaged = true
    }
}

// MARK: - Tokens

extension CatalogueParser {
    private mutating func blankLine(_ token: Token) {
        draft.hasBlankLine = true
        // After a blank line whatever was wrong is over.
        if draft.isDamaged { finish(before: token) }
    }

    private mutating func comment(_ kind: Token.CommentKind, _ range: Range<Int>, _ token: Token) {
        if draft.section >= .translation || (draft.section != .remarks && draft.hasBlankLine) {
            finish(before: token)
        } else if draft.section != .remarks {
            damage(.error(.misplacedComment, at: location(token.place)))
        }
        start(at: token)
        guard let text = String(validating: scanner.bytes[range], as: UTF8.self) else {
            reportInvalidUTF8(in: range, from: scanner.position(of: range.lowerBound))
            draft.isDamaged = true
            return
        }
        switch kind {
        case .translator:
            draft.entry.translatorComments.append(text)
            if text.utf8.starts(with: Attestation.mark.utf8), Attestation(parsing: text) == nil {
                report(.warning(.malformedAttestation, at: location(token.place)))
            }
        case .extracted: draft.entry.extractedComments.append(text)
        case .reference: draft.references += draft.references.isEmpty ? text : " " + text
        case .flag:
            let flags = text.utf8.split(separator: UInt8(ascii: ",")).map { trimmed(Substring($0)) }
            draft.entry.flags += flags.filter { !$0.isEmpty }
        }
    }

    private mutating func string(isSound: Bool, _ token: Token) {
        if !isSound { draft.isDamaged = true }
        guard draft.section != .remarks, token.isPrevious == draft.section.isPrevious else {
            damage(.error(.misplacedText, at: location(token.place)))
            if draft.section == .remarks { draft.section = .stray }
            return
        }
        checkMark(token)
        guard !draft.sectionHasString else { return }
        draft.sectionHasString = true
        let place = SourcePosition(line: token.place.line, column: token.place.column + 1)
        switch draft.section {
        case .id: draft.entry.place.id = place
        case .translation: draft.entry.place.translations.append(place)
        default: break
        }
    }

    private mutating func unknown(_ range: Range<Int>, _ token: Token) {
        if draft.hasBlankLine, draft.section != .remarks { finish(before: token) }
        report(.error(unknownLine(scanner.bytes[range]), at: location(token.place)))
        if draft.section != .remarks { draft.isDamaged = true }
    }

    private mutating func translation(_ index: Int?, _ token: Token) {
        // Plural forms may have blank lines between them; anything else after a blank line is not of that entry.
        if draft.section == .translation, draft.hasBlankLine, draft.entry.plural == nil || index == nil {
            finish(before: token)
        }
        let section = draft.section
        guard !token.isPrevious, section >= .id else {
            damage(.error(.misplacedKeyword("msgstr", after: "msgid"), at: location(token.place)))
            if section == .remarks { draft.section = .stray }
            return
        }
        closeSection(before: token)
        if section == .id || draft.entry.plural == nil {
            if index != nil {
                damage(.error(.misplacedKeyword("msgstr[]", after: "msgid_plural"), at: location(token.place)))
            } else if section == .translation {
                damage(.error(.secondTranslation, at: location(token.place)))
            }
        } else if let index {
            let expected = draft.entry.translations.count
            if index != expected {
                damage(.error(.formOutOfOrder(index, expected: expected), at: location(token.place)))
            }
        } else {
            damage(.error(.unnumberedForm, at: location(token.place)))
        }
        openSection(.translation, token)
    }

    /// Opens any section but a translation.
    private mutating func open(_ section: Draft.Section, _ token: Token) {
        if draft.section >= section { finish(before: token) }
        let last = draft.section
        start(at: token)
        closeSection(before: token)
        switch section {
        case .plural where last != .id:
            damage(.error(.misplacedKeyword("msgid_plural", after: "msgid"), at: location(token.place)))
        case .previousPlural where last != .previousID:
            damage(.error(.misplacedKeyword("#| msgid_plural", after: "#| msgid"), at: location(token.place)))
        case .context where last == .previousContext, .id where last == .previousContext:
            damage(.error(.misplacedKeyword("#| msgctxt", before: "#| msgid"), at: location(token.place)))
        default: break
        }
        openSection(section, token)
    }
}

// MARK: - Sections and entries

extension CatalogueParser {
    private mutating func start(at token: Token) {
        if draft.entry.place.entry == nil { draft.entry.place.entry = token.place }
    }

    /// All lines of an entry are marked `#~`, or none.
    private mutating func checkMark(_ token: Token) {
        let isObsolete = draft.isObsolete ?? token.isObsolete
        draft.isObsolete = isObsolete
        if isObsolete != token.isObsolete { damage(.error(.inconsistentObsolete, at: location(token.place))) }
    }

    private mutating func openSection(_ section: Draft.Section, _ token: Token) {
        draft.section = section
        draft.keyword = token
        draft.sectionHasString = false
        draft.hasBlankLine = false
        scanner.text.removeAll(keepingCapacity: true)
        checkMark(token)
    }

    private mutating func closeSection(before token: Token) {
        guard let keyword = draft.keyword else { return }
        draft.keyword = nil
        if !draft.sectionHasString { damage(.error(.missingText, at: location(keyword.place))) }
        guard let text = String(validating: scanner.text, as: UTF8.self) else {
            reportInvalidUTF8(in: keyword.offset..<token.offset, from: keyword.place)
            draft.isDamaged = true
            return
        }
        draft.take(text)
    }

    /// Adds the open entry to the catalogue, or says why it can't be added, and starts afresh.
    private mutating func finish(before token: Token) {
        guard draft.section != .remarks else { return }
        closeSection(before: token)
        if draft.section != .translation {
            let place = draft.entry.place.id ?? draft.entry.place.entry ?? token.place
            damage(.error(.missingKeyword(draft.section < .id ? "msgid" : "msgstr"), at: location(place)))
        }
        draft.entry.references = references(in: draft.references)
        if !draft.isDamaged { add(draft.entry, isObsolete: draft.isObsolete ?? false) }
        draft = Draft()
    }

    private mutating func add(_ entry: Entry, isObsolete: Bool) {
        let place = entry.place.id ?? .start
        if let first = places.updateValue(place, forKey: entry.key) {
            places[entry.key] = first
            let problem: Problem =
                entry.id.isEmpty
                ? .duplicateHeader(line: first.line) : .duplicateMessage(entry.id, line: first.line)
            report(.error(problem, at: location(place)))
        } else if isObsolete {
            catalogue.obsolete.append(entry)
        } else if entry.id.isEmpty, entry.context == nil {
            catalogue.header = entry
        } else {
            catalogue.entries.append(entry)
        }
    }

    private mutating func reportInvalidUTF8(in range: Range<Int>, from place: SourcePosition) {
        guard let offset = firstInvalidUTF8(in: scanner.bytes[range]) else {
            report(.error(.escapeNotUTF8, at: location(place)))
            return
        }
        var position = place
        for byte in scanner.bytes[range.lowerBound..<offset] {
            position.column += 1
            if byte == .newline { position = SourcePosition(line: position.line + 1, column: 1) }
        }
        report(.error(.catalogueNotUTF8(scanner.bytes[offset]), at: location(position)))
    }
}

/// The entry that is being read.
private struct Draft {
    /// In the order in which they come; translations may come more than once.
    enum Section: Int, Comparable {
        case remarks
        case previousContext
        case previousID
        case previousPlural
        case context
        case id
        case plural
        case translation
        /// A text or a msgstr that belongs to no entry, and what follows it.
        case stray

        var isPrevious: Bool { self >= .previousContext && self <= .previousPlural }

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    var entry = Entry("", translations: [])
    var section = Section.remarks
    /// What opened the section, while its text is not complete.
    var keyword: Token?
    var sectionHasString = false
    var isObsolete: Bool?
    var isDamaged = false
    /// A blank line came after the last keyword.
    var hasBlankLine = false
    /// All `#:` lines: tools that do not know isolated names may have split one between two lines.
    var references = ""
    private var previousContext: String?

    mutating func take(_ text: String) {
        switch section {
        case .remarks, .stray: break
        case .previousContext: previousContext = text
        case .previousID: entry.previous = PreviousMessage(text, context: previousContext)
        case .previousPlural: entry.previous?.plural = text
        case .context: entry.context = text
        case .id: entry.id = text
        case .plural: entry.plural = text
        case .translation: entry.translations.append(text)
        }
    }
}

private func unknownLine(_ bytes: ArraySlice<UInt8>) -> Problem {
    let text = excerpt(bytes)
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: text.hasPrefix) { return .mergeConflict }
    let word = text.prefix { $0.isLetter || $0 == "_" }
    return .unknownLine(text, meant: word.isEmpty ? nil : nearest(to: String(word), among: keywords))
}

private let keywords = ["msgctxt", "msgid", "msgid_plural", "msgstr"]
