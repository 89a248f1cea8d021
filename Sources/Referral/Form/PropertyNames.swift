/// Names that the labels files give a meaning of their own.
let reservedNames: Set<String> = ["label", "description"]

/// `givenName`: letters and digits of ASCII, a small letter first.
func isPropertyName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil
}

/// `already_in_charge`: small letters and digits of ASCII in words joined by underscores.
func isCode(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil
}

/// `adult-role`: small letters and digits of ASCII in words joined by hyphens.
func isListName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil
}

/// Why a pattern can't go into the contract, or nil where it can.
///
/// A pattern is read by the regular expressions of many languages, so it keeps to what all of them read alike:
/// characters, classes, groups, alternatives and counts, between `^` and `$`. Classes such as `\d` differ between
/// engines (ASCII or any script), and some engines have no look-around and no back-references.
func problemWithPattern(_ pattern: String) -> String? {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), !pattern.hasSuffix("\\$") else {
        return "it must begin with ^ and end with $, or it would match a part of the text"
    }
    guard pattern.allSatisfy({ $0.isASCII && !$0.isNewline }) else { return "it must be of ASCII characters" }
    if pattern.contains("(?") { return "'(?' is not read alike by all regular expressions" }
    if let escape = pattern.firstMatch(of: /\\([A-Za-z0-9])/) {
        return "'\(escape.0)' is not read alike by all regular expressions: write the characters, as in [0-9]"
    }
    do {
        _ = try Regex(pattern)
        return nil
    } catch {
        return "it is not a regular expression"
    }
}
