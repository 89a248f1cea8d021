/// Why a pattern can't go into the contract, or nil where it can.
///
/// A pattern is read by the regular expressions of many languages, so it keeps to what all of them read alike:
/// characters, classes, groups, alternatives and counts, between `^` and `$`. Classes such as `\d` differ between
/// engines (ASCII or any script), some engines have no look-around and no back-references, and ECMAScript's `u` and `v`
/// flags, under which schema validators and the `pattern` of HTML read it, allow few escapes and want more of them.
func problemWithPattern(_ pattern: String) -> String? {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), !pattern.hasSuffix("\\$") else {
        return "it must begin with ^ and end with $, or it would match a part of the text"
    }
    guard pattern.unicodeScalars.allSatisfy({ (" "..."~").contains($0) }) else {
        return "it must be of visible ASCII characters and spaces"
    }
    if pattern.contains("(?") { return "'(?' is not read alike by all regular expressions" }
    if let problem = problemWithEscapes(in: pattern) { return problem }
    do {
        _ = try Regex(pattern)
        return nil
    } catch {
        return "it is not a regular expression"
    }
}

private let syntaxCharacters: Set<Character> = [
    "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/",
]
/// ECMAScript's flag `v` wants all of these escaped but `$`, which some validators rewrite wherever it stands bare.
private let escapedInClass: Set<Character> = ["(", ")", "[", "{", "}", "/", "|", "$"]

private func problemWithEscapes(in pattern: String) -> String? {
    var isInClass = false
    var isEscaped = false
    for character in pattern {
        if isEscaped {
            isEscaped = false
            guard syntaxCharacters.contains(character) || (isInClass && character == "-") else {
                return
                    "'\\\(character)' is not read alike by all regular expressions; write the characters, as in [0-9]"
            }
        } else if character == "\\" {
            isEscaped = true
        } else if isInClass {
            if character == "]" { isInClass = false }
            if escapedInClass.contains(character) { return "'\(character)' between [ and ] needs a \\ before it" }
        } else if character == "[" {
            isInClass = true
        }
    }
    return nil
}
