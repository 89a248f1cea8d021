/// Whether some words name nobody: two to four initials, `A.B.` or `AB`, with a role in small letters in front.
///
/// Scripts without capitals show initials by their dots alone, and have no role in front: it could be a name.
package func isRoleWithInitials(_ text: String) -> Bool {
    var role = text.split(whereSeparator: \.isWhitespace)
    var initials: [Character] = []
    while let word = role.last, let letters = dottedLetters(word) {
        initials = letters + initials
        role.removeLast()
    }
    if initials.isEmpty, let word = role.popLast(), word.allSatisfy({ $0.isLetter && $0.isUppercase }) {
        initials = Array(word)
    }
    return (2...4).contains(initials.count)
        && role.allSatisfy { word in word.allSatisfy { $0.isLetter && $0.isLowercase || "-'’".contains($0) } }
}

/// The letters of `A.B.`, each with a dot but for the last; nil for any other word.
private func dottedLetters(_ word: Substring) -> [Character]? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let letters = parts.last == "" ? parts.dropLast() : parts[...]
    guard letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true && $0.first?.isLowercase == false }) else {
        return nil
    }
    return letters.compactMap(\.first)
}
