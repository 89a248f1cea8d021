/// A message whose text changed: the key that catalogues know it by, and the one the content has now.
package struct Rename: Hashable, Sendable {
    package var old: MessageKey
    package var new: MessageKey

    package init(_ old: MessageKey, to new: MessageKey) {
        self.old = old
        self.new = new
    }
}

extension Catalogue {
    /// This catalogue brought up to date with the content: the template's messages in the template's order.
    ///
    /// - A message that stays keeps its translation, its translators' comments and `fuzzy`; what comes from the content
    ///   (comments, files, other flags) is the template's. One that was obsolete comes back as it was.
    /// - A message whose plural changed keeps its translation as fuzzy.
    /// - A new message is empty, unless `renamed` says which old one it was: then it has that one's translation, fuzzy,
    ///   and `#|` says what was translated. Nothing is ever taken from a look-alike without such a pair.
    /// - A message whose words come back is what it was: a fuzzy entry whose `#|` names this very message was translated
    ///   from it. It is no longer fuzzy, and reviewed if its attestation holds; so a change undone costs nobody work.
    /// - A message that is gone becomes obsolete when anything was translated, and is dropped when nothing was.
    ///
    /// But for `renamed` and words that come back this is what `msgmerge --previous --no-fuzzy-matching` does. The header stays as it is.
    package func merged(with template: Catalogue, renamed: [Rename] = []) -> Catalogue {
        let known = Dictionary((entries + obsolete).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let wanted = Set(template.entries.map(\.key))
        var oldKeys: [MessageKey: MessageKey] = [:]
        var used = wanted
        // One translation goes to one message, and never away from a message that still needs it.
        for pair in renamed where known[pair.new] == nil && oldKeys[pair.new] == nil && wanted.contains(pair.new) {
            guard known[pair.old] != nil, used.insert(pair.old).inserted else { continue }
            oldKeys[pair.new] = pair.old
        }
        // Words that come back after their entry was put aside, found by what it was translated from. Of several, the
        // first of the file is the one put aside last.
        let asides = Dictionary(
            (entries + obsolete).compactMap { entry in entry.previous.map { ($0.key, entry.key) } },
            uniquingKeysWith: { first, _ in first }
        )
        for key in template.entries.map(\.key) where known[key] == nil && oldKeys[key] == nil {
            guard let old = asides[key], used.insert(old).inserted else { continue }
            oldKeys[key] = old
        }
        let formCount = pluralRule?.formCount ?? 2

        return Catalogue(
            header: header ?? template.header,
            entries: template.entries.map { fresh in
                let old = known[fresh.key] ?? oldKeys[fresh.key].flatMap { known[$0] }
                return fresh.carrying(old, formCount: formCount)
            },
            obsolete: (entries + obsolete).compactMap { entry in
                guard !used.contains(entry.key), entry.translations.contains(where: { !$0.isEmpty }) else { return nil }
                var entry = entry
                entry.references = []
                entry.extractedComments = []
                return entry
            }
        )
    }
}

extension Entry {
    /// This entry of a template with the translation of an earlier one.
    fileprivate func carrying(_ old: Entry?, formCount: Int) -> Entry {
        var entry = self
        let count = plural == nil ? 1 : formCount
        entry.translations = Array(repeating: "", count: count)
        entry.place = EntryPlace()
        guard let old else { return entry }
        entry.translatorComments = old.translatorComments
        guard old.translations.contains(where: { !$0.isEmpty }) else { return entry }

        entry.translations =
            switch (old.plural, plural) {
            case (nil, nil), (_?, _?): old.translations
            case (_?, nil): Array(old.translations.prefix(1))
            case (nil, _?): Array(repeating: old.translations.first ?? "", count: count)
            }
        let isSame = old.key == key && old.plural == plural
        let isBack = old.isFuzzy && old.previous?.key == key && old.previous?.plural == plural
        if isBack, (old.plural == nil) == (plural == nil) {
            entry.isFuzzy = false
            return entry
        }
        entry.isFuzzy = old.isFuzzy || !isSame
        if old.isFuzzy {
            // What this text was translated from is older than the text it stands beside, and known only from there.
            entry.previous = old.previous
        } else if !isSame {
            entry.previous = PreviousMessage(old.id, context: old.context, plural: old.plural)
        }
        return entry
    }
}
