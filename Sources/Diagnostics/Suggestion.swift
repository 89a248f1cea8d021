/// The candidate a person most likely meant, if any is near.
///
/// Near is what takes no more than two steps for every three letters of the shorter word: a letter added, taken away or
/// exchanged with its neighbour is one step, another letter in its place two. Ties go to the first
/// candidate in alphabetical order, so that messages do not depend on the order of a dictionary.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    var best: (distance: Int, candidate: String)?
    for candidate in candidates.sorted() {
        let limit = 2 * min(word.count, candidate.count) / 3
        let distance = alignmentDistance(Array(word.lowercased()), Array(candidate.lowercased()))
        if distance <= limit, distance < best?.distance ?? .max {
            best = (distance, candidate)
        }
    }
    return best?.candidate
}

/// `did you mean 'x'?` for the nearest candidate, else the whole list while it is short enough to read.
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> Wording? {
    if let candidate = nearest(to: word, among: candidates) { return .didYouMean(candidate) }
    let all = candidates.sorted()
    return all.isEmpty || all.count > 20 ? nil : .oneOf(all)
}

private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var row = [i + 1]
        for (j, y) in b.enumerated() {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 2))
            if i > 0, j > 0, x == b[j - 1], a[i - 1] == y {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
