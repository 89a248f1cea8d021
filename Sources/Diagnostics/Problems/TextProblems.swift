/// What can be wrong with a Markdown text.
extension Problem {
    package static func nestingTooDeep(limit: Int) -> Problem {
        Problem(
            "nesting-too-deep",
            en: "more than \(limit) lists, quotes, emphases and links stand inside each other",
            it: "più di \(limit) tra liste, citazioni, risalti e collegamenti stanno uno dentro l'altro",
            hint: Wording(en: "write it flatter", it: "scrivilo con meno livelli")
        )
    }

    package static func hardToRead(index: Int, minimum: Int, hardest: String, hardestIndex: Int) -> Problem {
        Problem(
            "hard-to-read",
            en: "the text has a Gulpease index of \(index), and needs \(minimum)",
            it: "il testo ha un indice Gulpease di \(index), e gli serve \(minimum)",
            hint: Wording(
                en: "begin with the hardest sentence (\(hardestIndex)): \(hardest)",
                it: "comincia dalla frase più difficile (\(hardestIndex)): \(hardest)"
            )
        )
    }
}
