import Diagnostics

/// What can be wrong with a PO file.
extension Diagnostic {
    static func byteOrderMark(at location: SourceLocation) -> Diagnostic {
        .warning(
            "byte-order-mark",
            "the file starts with a byte order mark, which gettext's tools refuse",
            hint: "save the file as UTF-8 without BOM",
            at: location
        )
    }

    static func invalidUTF8(_ byte: UInt8, at location: SourceLocation) -> Diagnostic {
        let code = String(byte, radix: 16, uppercase: true)
        return .error(
            "invalid-utf8",
            "byte 0x\(code) is not UTF-8",
            hint: "save the file as UTF-8; msgconv --to-code=UTF-8 converts a catalogue",
            at: location
        )
    }

    static func escapeNotUTF8(at location: SourceLocation) -> Diagnostic {
        .error(
            "invalid-utf8",
            "the numbers after backslashes make bytes that are not UTF-8",
            hint: "write the character itself",
            at: location
        )
    }

    static func otherCharset(_ charset: String, at location: SourceLocation) -> Diagnostic {
        .error(
            "catalogue-charset",
            "the catalogue is in \(charset), catalogues are in UTF-8",
            hint: "msgconv --to-code=UTF-8 converts it",
            at: location
        )
    }

    static func missingCharset(at location: SourceLocation) -> Diagnostic {
        .warning(
            "catalogue-charset",
            "the header does not name the character set",
            hint: #"add "Content-Type: text/plain; charset=UTF-8\n""#,
            at: location
        )
    }

    static func missingHeader(at location: SourceLocation) -> Diagnostic {
        .error(
            "missing-header",
            "the catalogue has no header, the entry with the empty msgid",
            hint: #"start the file with msgid "" and a msgstr that says Content-Type, Language and Plural-Forms"#,
            at: location
        )
    }

    static func malformedHeaderLine(_ line: Substring, at location: SourceLocation) -> Diagnostic {
        .warning("header-line", "'\(excerpt(line))' in the header is not 'Name: value'", at: location)
    }

    static func unterminatedString(atEndOfFile: Bool, at location: SourceLocation) -> Diagnostic {
        atEndOfFile
            ? .error(
                "unterminated-string",
                "the file ends inside the text that starts here",
                hint: "the file may have been cut off",
                at: location
            )
            : .error(
                "unterminated-string",
                "the text that starts here has no closing quote on its line",
                hint: #"a quote inside a text is written \""#,
                at: location
            )
    }

    static func unknownEscape(at location: SourceLocation) -> Diagnostic {
        .error(
            "unknown-escape",
            "the backslash stands before something it has no meaning for",
            hint: #"a backslash itself is written \\"#,
            at: location
        )
    }

    static func escapeTooLarge(at location: SourceLocation) -> Diagnostic {
        .error(
            "escape-too-large",
            "the number after the backslash is no byte, bytes go up to \\377 or \\xFF",
            hint: "write the character itself",
            at: location
        )
    }

    static func forbiddenControl(_ byte: UInt8, at location: SourceLocation) -> Diagnostic {
        .error("forbidden-character", "a text can't have control character \(byte) in it", at: location)
    }

    static func unknownLine(_ bytes: ArraySlice<UInt8>, at location: SourceLocation) -> Diagnostic {
        let text = excerpt(bytes)
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: text.hasPrefix) {
            return .error(
                "merge-conflict",
                "two versions of the file were not merged here",
                hint: "keep the right lines and delete this mark",
                at: location
            )
        }
        let word = text.prefix { $0.isLetter || $0 == "_" }
        return .error(
            "unknown-line",
            "'\(text)' is neither a keyword, a text in quotes nor a comment",
            hint: word.isEmpty
                ? nil : nearest(to: String(word), among: keywords).map { "did you mean '\($0)'?" },
            at: location
        )
    }

    private static let keywords = ["msgctxt", "msgid", "msgid_plural", "msgstr"]

    static func misplacedString(at location: SourceLocation) -> Diagnostic {
        .error("misplaced-text", "this text belongs to no keyword", at: location)
    }

    static func misplacedKeyword(_ keyword: String, after other: String, at location: SourceLocation) -> Diagnostic {
        .error("misplaced-keyword", "\(keyword) stands here without \(other) before it", at: location)
    }

    static func misplacedKeyword(_ keyword: String, before other: String, at location: SourceLocation) -> Diagnostic {
        .error("misplaced-keyword", "\(keyword) has no \(other) after it", at: location)
    }

    static func missingKeyword(_ keyword: String, at location: SourceLocation) -> Diagnostic {
        .error("missing-keyword", "the entry has no \(keyword)", at: location)
    }

    static func missingString(at location: SourceLocation) -> Diagnostic {
        .error("missing-text", "the keyword has no text in quotes after it", at: location)
    }

    static func commentInsideEntry(at location: SourceLocation) -> Diagnostic {
        .error(
            "misplaced-comment",
            "the comment stands between the keywords of an entry",
            hint: "comments come first, before '#|' lines, msgctxt and msgid",
            at: location
        )
    }

    static func commentWithoutMessage(at location: SourceLocation) -> Diagnostic {
        .warning(
            "stray-comment",
            "the comment belongs to no message and is lost when the file is written",
            at: location
        )
    }

    static func inconsistentObsolete(at location: SourceLocation) -> Diagnostic {
        .error("inconsistent-obsolete", "some lines of the entry are marked '#~' and others are not", at: location)
    }

    static func unnumberedForm(at location: SourceLocation) -> Diagnostic {
        .error("plural-forms", "a message with msgid_plural has msgstr[0], msgstr[1] ..., not msgstr", at: location)
    }

    static func formOutOfOrder(_ index: Int, expected: Int, at location: SourceLocation) -> Diagnostic {
        .error("plural-forms", "msgstr[\(index)] stands where msgstr[\(expected)] is due", at: location)
    }

    static func formCount(_ count: Int, expected: Int, at location: SourceLocation) -> Diagnostic {
        .error(
            "plural-forms",
            "the message has \(count) plural forms, the header says nplurals=\(expected)",
            at: location
        )
    }

    static func missingPluralForms(at location: SourceLocation) -> Diagnostic {
        .error(
            "plural-forms",
            "the message has plural forms, but the header has no Plural-Forms",
            hint: #"Italian and English have "Plural-Forms: nplurals=2; plural=(n != 1);\n""#,
            at: location
        )
    }

    static func duplicateMessage(_ id: String, first: SourcePosition, at location: SourceLocation) -> Diagnostic {
        .error(
            "duplicate-message",
            id.isEmpty
                ? "the header is already at line \(first.line)"
                : "the message '\(excerpt(id))' is already at line \(first.line)",
            hint: "a message stands in a file once; keep one of the two",
            at: location
        )
    }

    static func malformedAttestation(at location: SourceLocation) -> Diagnostic {
        .warning(
            "malformed-attestation",
            "the review does not count, it is not written as 'reviewed: YYYY-MM-DD who hash'",
            hint: "delete the line and approve the message again",
            at: location
        )
    }
}

/// At most the first forty characters, on one line.
func excerpt(_ text: some StringProtocol) -> String {
    let start = text.unicodeScalars.prefix(41)
    let line = String(
        String.UnicodeScalarView(start.prefix(40).map { $0.properties.generalCategory == .control ? " " : $0 })
    )
    return start.count > 40 ? line + "…" : line
}

func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    excerpt(String(decoding: bytes.prefix(200), as: UTF8.self))
}
