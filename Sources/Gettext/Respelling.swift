extension Catalogue {
    /// The catalogue with all of its texts spelled in another way: names of placeholders, say, that a new version of the
    /// program writes otherwise.
    ///
    /// No entry becomes stale by it, and none loses its review: what was attested is attested in the new spelling. An
    /// entry that would become the twin of another one keeps its spelling.
    package func respelled(_ respell: (String) -> String) -> Catalogue {
        var catalogue = self
        var taken = Set((entries + obsolete).map(\.key))
        func change(_ entries: inout [Entry]) {
            for index in entries.indices {
                let entry = entries[index].respelled(respell)
                let isRenamed = entry.key != entries[index].key
                guard !isRenamed || taken.insert(entry.key).inserted else { continue }
                entries[index] = entry
            }
        }
        change(&catalogue.entries)
        change(&catalogue.obsolete)
        return catalogue
    }
}

extension Entry {
    fileprivate func respelled(_ respell: (String) -> String) -> Entry {
        var entry = self
        entry.id = respell(id)
        entry.plural = plural.map(respell)
        entry.translations = translations.map(respell)
        if let previous {
            entry.previous = PreviousMessage(
                respell(previous.id),
                context: previous.context,
                plural: previous.plural.map(respell)
            )
        }
        guard let attestation, attestation.hash == contentHash else { return entry }
        let renewed = Attestation(on: attestation.date, by: attestation.reviewer, hash: entry.contentHash)
        entry.translatorComments = translatorComments.map { comment in
            Attestation(parsing: comment) == attestation ? renewed?.comment ?? comment : comment
        }
        return entry
    }
}
