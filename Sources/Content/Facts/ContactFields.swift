import Diagnostics

/// Readers for the values a person will dial, write to or open: a slip here is a family that gets no answer.
extension Fields {
    /// A number that can be dialled; `countryCode` is that of numbers without one.
    mutating func optionalPhone(_ key: String, countryCode: String) -> PhoneNumber? {
        guard let text = optionalText(key) else { return nil }
        if isQuotedOrSafe(key) == false {
            report(.error(.unquotedPhone(key, number: text), at: place(of: key)))
        }
        guard let number = PhoneNumber(text, countryCode: countryCode) else {
            report(.error(.badPhone(text), at: place(of: key)))
            return nil
        }
        return number
    }

    /// One address with a name, an `@` and a domain with a dot; no display name.
    mutating func optionalEmail(_ key: String) -> String? {
        guard let text = optionalText(key) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.allSatisfy { $0.isASCII && !$0.isWhitespace && !"<>()\",;:\\".contains($0) }
        guard isPlain, parts.count == 2, !parts[0].isEmpty, isDomain(parts[1]) else {
            report(.error(.badEmail(text), at: place(of: key)))
            return nil
        }
        return text
    }

    /// An absolute `https:` address.
    mutating func optionalURL(_ key: String) -> String? {
        guard let text = optionalText(key) else { return nil }
        guard isSecureURL(text) else {
            report(.error(.badURL(text), at: place(of: key)))
            return nil
        }
        return text
    }

    /// False where a number stands without quotes; a number with spaces or a plus is text anyway, a bare `112` is safe.
    private mutating func isQuotedOrSafe(_ key: String) -> Bool {
        guard let node = optionalNode(key), case .scalar(let text, let isPlain) = node.value else { return true }
        return !isPlain || !text.hasPrefix("0") || text.contains(" ")
    }
}

func isSecureURL(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), !text.contains(where: \.isWhitespace) else { return false }
    let host = text.dropFirst("https://".count).prefix { !"/?#:".contains($0) }
    return isDomain(host)
}

private func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
        && labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
}
