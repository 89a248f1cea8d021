internal import Diagnostics

/// Why a pattern can't go into the contract, or nil where it can.
///
/// A pattern is read by the regular expressions of many languages, so it keeps to what all of them read alike:
/// characters, classes, groups, alternatives and counts, between `^` and `$`. Classes such as `\d` differ between
/// engines (ASCII or any script), some engines have no look-around and no back-references, and ECMAScript's `u` and `v`
/// flags, under which schema validators and the `pattern` of HTML read it, allow few escapes and want more of them.
func problemWithPattern(_ pattern: String) -> Problem? {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), !pattern.hasSuffix("\\$") else {
        return .patternNotAnchored
    }
    guard pattern.unicodeScalars.allSatisfy({ (" "..."~").contains($0) }) else {
        return .patternNotASCII
    }
    if pattern.contains("(?") { return .patternLooksAround }
    if let problem = problemWithEscapes(in: pattern) { return problem }
    do {
        _ = try Regex(pattern)
        return nil
    } catch {
        return .patternUnreadable
    }
}

private let syntaxCharacters: Set<Character> = [
    "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/",
]
/// ECMAScript's flag `v` wants all of these escaped but `$`, which some validators rewrite wherever it stands bare.
private let escapedInClass: Set<Character> = ["(", ")", "[", "{", "}", "/", "|", "$"]

private func problemWithEscapes(in pattern: String) -> Problem? {
    var isInClass = false
    var isEscaped = false
    for character in pattern {
        if isEscaped {
            isEscaped = false
            guard syntaxCharacters.contains(character) || (isInClass && character == "-") else {
                return .patternEscape(character)
            }
        } else if character == "\\" {
            isEscaped = true
        } else if isInClass {
            if character == "]" { isInClass = false }
            if escapedInClass.contains(character) { return .patternBareInClass(character) }
        } else if character == "[" {
            isInClass = true
        }
    }
    return nil
}
