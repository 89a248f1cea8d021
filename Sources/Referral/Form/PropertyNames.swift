/// Names that the labels files give a meaning of their own.
let reservedNames: Set<String> = ["label", "description"]

/// `givenName`: letters and digits of ASCII, a small letter first.
func isPropertyName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil
}

/// `already_in_charge`: small letters and digits of ASCII in words joined by underscores.
func isCode(_ text: String) -> Bool {
    text.utf8.count <= longestCode && text.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil
}

/// `adult-role`: small letters and digits of ASCII in words joined by hyphens.
func isListName(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil
}
