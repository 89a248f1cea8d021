/// What can be wrong with the centres, one beside the other.
extension Problem {
    package static func duplicateID(_ id: String, ownedBy file: String) -> Problem {
        Problem(
            "duplicate-id",
            en: "the id '\(id)' is taken by \(file)",
            it: "l'id '\(id)' è già di \(file)",
            hint: Wording(
                en: "give this centre an id of its own, and only the municipalities that are its own",
                it: "dai a questo centro un id tutto suo, e solo i comuni che sono suoi"
            )
        )
    }

    package static func sharedMunicipalities(_ names: [String], ownedBy file: String) -> Problem {
        let list = names.joined(separator: ", ")
        return Problem(
            "duplicate-municipality",
            en: "these municipalities are also in \(file): \(list)",
            it: "questi comuni sono anche in \(file): \(list)",
            hint: Wording(
                en: "a municipality belongs to one centre: delete it from the other",
                it: "un comune appartiene a un centro solo: toglilo dall'altro"
            )
        )
    }
}
