package import Content
import Diagnostics
import Gettext

/// What the style of a translation is judged by, besides the text itself.
package struct StyleGuide: Sendable {
    package let language: Language
    package let glossary: Glossary
    /// Names of people's places and of the site: they stay as they are in every language.
    package let names: Set<String>

    package init(language: Language, glossary: Glossary, names: Set<String>) {
        self.language = language
        self.glossary = glossary
        self.names = names
    }

    package init(language: Language, glossary: Glossary, project: Project) {
        var names: Set<String> = [project.settings.name, project.settings.publisher.name]
        for centre in project.centres {
            names.formUnion([centre.name, centre.address.street, centre.address.city])
            names.formUnion(centre.municipalities.map(\.name))
        }
        names.formUnion(Language.known.map(\.ownName))
        self.init(language: language, glossary: glossary, names: names)
    }
}

/// What someone should look at in a translation that readers do get.
///
/// `mayBeSame`: someone said that the translation is the Italian word.
package func styleFaults(
    in translation: String,
    of original: Original,
    mayBeSame: Bool,
    guide: StyleGuide
) -> [FoundFault] {
    let (expected, found) = (
        TextFeatures(of: original.text, syntax: original.syntax), TextFeatures(of: translation, syntax: original.syntax)
    )
    var faults = spaceFaults(in: translation, found, syntax: original.syntax)
    let (wantedEnd, end) = (SentenceEnd.end(of: expected.words).class, SentenceEnd.end(of: found.words).class)
    if wantedEnd != end {
        faults.append(FoundFault(.ending(expected: wantedEnd, found: end), at: SentenceEnd.end(of: translation).byte))
    }
    if !mayBeSame, foldingSpaces(expected.words) == foldingSpaces(found.words),
        hasWordsToTranslate(expected.words, names: guide.names)
    {
        faults.append(FoundFault(.sameAsSource))
    }
    faults += markFaults(in: translation, of: original)
    let limit = lengthLimit(for: expected.words, in: guide.language)
    if found.words.count > limit { faults.append(FoundFault(.length(found.words.count, limit: limit))) }
    let missing = guide.glossary.missingTerms(in: found.words, of: expected.words, language: guide.language)
    return faults + missing.map { FoundFault(.term($0.term, rendering: $0.rendering)) }
}

extension Entry {
    /// Whether somebody answers for a translation that says the same as the Italian: a comment, or a valid review.
    package var isMarkedSame: Bool {
        state == .reviewed || translatorComments.contains { $0.lowercased().hasPrefix("same as source") }
    }
}

/// Marks of other tools that the Italian does not have.
private func markFaults(in translation: String, of original: Original) -> [FoundFault] {
    guard original.syntax == .markdown else {
        func problems(in text: String) -> [Problem] {
            plainTextProblems(text, at: SourceLocation(file: "")).map(\.problem)
        }
        return problems(in: original.text).isEmpty
            ? problems(in: translation).map { FoundFault(.unreadMark($0)) } : []
    }
    let known = Set(unreadMarks(inTranslation: original.text).map(\.mark))
    return unreadMarks(inTranslation: translation).filter { !known.contains($0.mark) }.map { found in
        let byte = byteOffset(of: found.position, in: translation, syntax: original.syntax)
        return FoundFault(.unreadMark(found.problem), at: byte)
    }
}

private func spaceFaults(in text: String, _ features: TextFeatures, syntax: Message.Syntax) -> [FoundFault] {
    var faults: [FoundFault] = []
    if text.first?.isWhitespace == true {
        faults.append(FoundFault(.outerSpace, at: 0))
    } else if text.last?.isWhitespace == true {
        let end = text.reversed().drop(while: \.isWhitespace)
        faults.append(FoundFault(.outerSpace, at: end.reduce(0) { $0 + $1.utf8.count }))
    }
    let hasLineEnd = syntax == .markdown ? features.hasSoftBreak : text.contains(where: \.isNewline)
    if hasLineEnd, let first = text.utf8.enumerated().first(where: { $0.element == UInt8(ascii: "\n") }) {
        faults.append(FoundFault(.lineBreak, at: first.offset))
    }
    return faults
}

/// Whether anything is left once facts, names, addresses, numbers, codes (`MG-01`, `PDF`) and marks (`WhatsApp`) are
/// taken away.
private func hasWordsToTranslate(_ words: String, names: Set<String>) -> Bool {
    var rest = words
    // The longest first: a town's name may begin a street's.
    for name in names.sorted(by: { ($0.count, $1) > ($1.count, $0) }) where !name.isEmpty {
        rest = rest.replacing(name, with: " ")
    }
    return rest.split(whereSeparator: \.isWhitespace).contains { token in
        let isAddress = token.contains("@") || token.contains("://") || token.hasPrefix("www.")
        let isPlaceholder = token.contains("{") && token.contains("}")
        guard !isAddress, !isPlaceholder, !token.contains(where: \.isNumber) else { return false }
        let letters = token.filter(\.isLetter)
        let isCodeOrMark = letters.dropFirst().contains(where: \.isUppercase)
        return !letters.isEmpty && !isCodeOrMark
    }
}

/// Three times as many characters as the Italian has; half of that in Chinese.
///
/// A Chinese character says about as much as two to three Latin letters. Short labels may have forty in any case.
private func lengthLimit(for words: String, in language: Language) -> Int {
    let (count, isChinese) = (words.count, language.script.hasPrefix("Han"))
    return max(isChinese ? 20 : 40, isChinese ? count * 3 / 2 : count * 3)
}
