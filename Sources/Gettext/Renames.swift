extension Catalogue {
    /// Which vanished message is most likely which new one: pairs for ``merged(with:renamed:)``.
    ///
    /// A pair is made only when all of this holds, since a wrong pair sends a translator down the wrong road:
    /// - both stand in the same file, under the same msgctxt;
    /// - the last message before them that stayed, or the first after them, is the same on both sides; the start and the
    ///   end of the file count as such messages;
    /// - their words are alike to at least `threshold` (see ``similarity(_:_:)``);
    /// - each is the other's best match, and neither has a second one that is as good.
    ///
    /// "Select all" and "Deselect all" are alike to one half, so they stay apart. Whatever is paired is fuzzy, hence
    /// shown as source text until a translator confirms it.
    package func likelyRenames(to template: Catalogue, threshold: Double = 0.75) -> [Rename] {
        let before = Set(entries.map(\.key))
        let after = Set(template.entries.map(\.key))
        let stayed = before.intersection(after)
        let translated = entries.filter { $0.translations.contains { !$0.isEmpty } || stayed.contains($0.key) }
        var vocabulary: [String: Int] = [:]
        let vanished = candidates(in: translated, stayed: stayed, &vocabulary)
        let new = candidates(in: template.entries, stayed: stayed.union(obsolete.map(\.key)), &vocabulary)

        var best: [MessageKey: Match] = [:]
        for (file, olds) in vanished {
            for old in olds {
                for candidate in new[file] ?? [] where candidate.isNeighbour(of: old) {
                    guard old.canBeAlike(candidate, threshold: threshold) else { continue }
                    let score = similarity(old.words, candidate.words)
                    guard score >= threshold else { continue }
                    best[old.key, default: Match()].consider(candidate.key, score)
                    best[candidate.key, default: Match()].consider(old.key, score)
                }
            }
        }
        return entries.compactMap { entry in
            guard !stayed.contains(entry.key), let new = best[entry.key]?.only, best[new]?.only == entry.key
            else { return nil }
            return Rename(entry.key, to: new)
        }
    }
}

/// How much of two texts is the same words in the same order: twice the length of their longest common subsequence of
/// words, divided by the number of words in both (Dice's measure; 1 for equal texts, 0 for nothing in common).
///
/// Words are what stands between white space, in lower case, without the punctuation around it.
package func similarity(_ a: String, _ b: String) -> Double {
    similarity(words(of: a), words(of: b))
}

private func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { word in
        let isMark: (Character) -> Bool = { $0.isPunctuation || $0.isSymbol }
        let inner = word.drop(while: isMark)
        guard let last = inner.lastIndex(where: { !isMark($0) }) else { return String(word) }
        return inner[...last].lowercased()
    }
}

private func similarity<Word: Equatable>(_ a: [Word], _ b: [Word]) -> Double {
    guard !a.isEmpty || !b.isEmpty else { return 1 }
    var row = Array(repeating: 0, count: b.count + 1)
    for word in a {
        var diagonal = 0
        for (index, other) in b.enumerated() {
            let above = row[index + 1]
            row[index + 1] = word == other ? diagonal + 1 : max(above, row[index])
            diagonal = above
        }
    }
    return 2 * Double(row[b.count]) / Double(a.count + b.count)
}

/// A message that has no counterpart of the same key, with what stands around it in one file.
private struct Candidate {
    var key: MessageKey
    /// Each word as its number in the vocabulary of both catalogues, since numbers compare faster.
    var words: [Int]
    /// The nearest messages that stayed; nil at the start and at the end of the file.
    var previous: MessageKey?
    var next: MessageKey?

    func isNeighbour(of other: Candidate) -> Bool {
        key.context == other.key.context && (previous == other.previous || next == other.next)
    }

    /// Texts of very different lengths can't reach the threshold, whatever they say.
    func canBeAlike(_ other: Candidate, threshold: Double) -> Bool {
        let common = min(words.count, other.words.count)
        return 2 * Double(common) >= threshold * Double(words.count + other.words.count)
    }
}

/// The best match so far, forgotten when another one is just as good.
private struct Match {
    private var score = 0.0
    private(set) var only: MessageKey?

    mutating func consider(_ key: MessageKey, _ score: Double) {
        if score > self.score {
            self.score = score
            only = key
        } else if score == self.score, only != key {
            only = nil
        }
    }
}

/// The entries that did not stay, by file.
private func candidates(
    in entries: [Entry],
    stayed: Set<MessageKey>,
    _ vocabulary: inout [String: Int]
) -> [String: [Candidate]] {
    var files: [String: [Entry]] = [:]
    for entry in entries {
        for file in Set(entry.references) { files[file, default: []].append(entry) }
    }
    return files.mapValues { entries in
        var candidates: [Candidate] = []
        var firstOpen = 0
        var previous: MessageKey?
        for entry in entries {
            if stayed.contains(entry.key) {
                for index in firstOpen..<candidates.count { candidates[index].next = entry.key }
                firstOpen = candidates.count
                previous = entry.key
            } else {
                let words = words(of: entry.id).map { word in
                    let number = vocabulary[word] ?? vocabulary.count
                    vocabulary[word] = number
                    return number
                }
                candidates.append(Candidate(key: entry.key, words: words, previous: previous))
            }
        }
        return candidates
    }
}
