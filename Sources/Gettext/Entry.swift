package import Diagnostics

/// One message: what the content says, what a translator made of it, and what is noted about both.
package struct Entry: Equatable, Sendable {
    /// `# `, written by people, one element a line; attestations are among them (see ``Attestation``).
    package var translatorComments: [String]
    /// `#.`: what the text is, for the translator; one element a line.
    package var extractedComments: [String]
    /// `#:`: the files the message stands in.
    package var references: [String]
    /// `#,`: `fuzzy`, `python-brace-format`.
    package var flags: [String]
    /// `#|`: what the message said when it was translated.
    package var previous: PreviousMessage?
    package var context: String?
    package var id: String
    package var plural: String?
    /// One text, or as many as the language has plural forms when there is a `plural`; empty texts while untranslated.
    package var translations: [String]
    package var place: EntryPlace

    package init(
        _ id: String,
        context: String? = nil,
        plural: String? = nil,
        translations: [String] = [""],
        previous: PreviousMessage? = nil,
        flags: [String] = [],
        references: [String] = [],
        extractedComments: [String] = [],
        translatorComments: [String] = [],
        place: EntryPlace = EntryPlace()
    ) {
        self.translatorComments = translatorComments
        self.extractedComments = extractedComments
        self.references = references
        self.flags = flags
        self.previous = previous
        self.context = context
        self.id = id
        self.plural = plural
        self.translations = translations
        self.place = place
    }
}

extension Entry {
    package var key: MessageKey { MessageKey(id, context: context) }

    package var isFuzzy: Bool {
        get { flags.contains("fuzzy") }
        set {
            guard newValue != isFuzzy else { return }
            if newValue { flags.insert("fuzzy", at: 0) } else { flags.removeAll { $0 == "fuzzy" } }
        }
    }

    /// Every form has a text; a message with some forms missing can't be shown for every number.
    package var isTranslated: Bool { !translations.isEmpty && translations.allSatisfy { !$0.isEmpty } }
}

/// What tells messages apart: msgctxt and msgid, compared byte by byte as gettext does.
///
/// `String` equality would take two spellings of `è` (one or two code points) for the same message.
package struct MessageKey: Sendable {
    package var context: String?
    package var id: String

    package init(_ id: String, context: String? = nil) {
        self.id = id
        self.context = context
    }
}

extension MessageKey: Hashable {
    package static func == (a: Self, b: Self) -> Bool {
        guard a.id.utf8.elementsEqual(b.id.utf8) else { return false }
        return switch (a.context, b.context) {
        case (nil, nil): true
        case (let x?, let y?): x.utf8.elementsEqual(y.utf8)
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        for byte in id.utf8 { hasher.combine(byte) }
        guard let context else { return }
        // A byte that UTF-8 never uses, so that the two texts can't run into each other.
        hasher.combine(UInt8.max)
        for byte in context.utf8 { hasher.combine(byte) }
    }
}

/// The `#|` lines: msgctxt, msgid and msgid_plural as they were.
package struct PreviousMessage: Hashable, Sendable {
    package var context: String?
    package var id: String
    package var plural: String?

    package init(_ id: String, context: String? = nil, plural: String? = nil) {
        self.context = context
        self.id = id
        self.plural = plural
    }

    /// What the message was known by.
    package var key: MessageKey { MessageKey(id, context: context) }
}

/// Where an entry stands in its file; nothing for an entry that was not read from one.
///
/// Any two are equal: an entry is the same wherever it stands, so a moved line changes nothing.
package struct EntryPlace: Sendable {
    /// The first line of the entry, comments included.
    package var entry: SourcePosition?
    /// The first byte of the msgid's text, after the opening quote.
    package var id: SourcePosition?
    /// The first byte of each translation's text, after the opening quote.
    package var translations: [SourcePosition]

    package init(entry: SourcePosition? = nil, id: SourcePosition? = nil, translations: [SourcePosition] = []) {
        self.entry = entry
        self.id = id
        self.translations = translations
    }
}

extension EntryPlace: Hashable {
    package static func == (a: Self, b: Self) -> Bool { true }
    package func hash(into hasher: inout Hasher) {}
}
