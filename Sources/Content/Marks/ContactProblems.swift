import Diagnostics

/// The typed contacts that should be facts, each with what to write in its place.
///
/// A short number is one only where a fact has it: `112` may also count something.
func contactProblems(_ contacts: [TypedContact], facts: Facts, centres: [Centre]) -> [Diagnostic] {
    contacts.compactMap { contact in
        contact.problem(facts: facts, centres: centres).map { .warning($0, at: contact.location) }
    }
}

extension TypedContact {
    fileprivate func problem(facts: Facts, centres: [Centre]) -> Problem? {
        if let name = facts.name(of: self) { return .typedContact(text, kind: words, way: .writeFact(name)) }
        if isShort { return nil }
        let isOfCentre = centres.contains { centre in
            switch kind {
            case .phone: centre.phones.contains { isSame($0.number) }
            case .email: centre.email.map(isSame) == true
            case .web: false
            }
        }
        if isOfCentre { return .typedContact(text, kind: words, way: .writeContactBox) }
        switch kind {
        case .phone: return .typedContact(text, kind: words, way: .writePhoneFact)
        case .email: return .typedContact(text, kind: words, way: .writeMailLink(text))
        case .web:
            let address = text.hasPrefix("http") ? text.replacing("http://", with: "https://") : "https://" + text
            return .typedContact(text, kind: words, way: .writeWebLink(address))
        }
    }

    private var words: Wording {
        switch kind {
        case .phone: .phoneNumber
        case .email: .emailAddress
        case .web: .webAddress
        }
    }

    /// Whether this is the value of a fact, however it is written.
    fileprivate func isSame(_ value: String) -> Bool {
        switch kind {
        case .phone: national(digits) == national(dialled(value))
        case .email: text.lowercased() == value.lowercased()
        case .web: bareAddress(text) == bareAddress(value)
        }
    }
}

extension Facts {
    /// What a text writes between braces for the fact with the same value.
    fileprivate func name(of contact: TypedContact) -> String? {
        let entry = entries.first { entry in
            switch (entry.fact, contact.kind) {
            case (.phone(let value), .phone), (.email(let value), .email), (.url(let value), .web):
                contact.isSame(value)
            default: false
            }
        }
        return entry.map { "service." + $0.key }
    }
}

/// Digits without the country's code of Italy.
private func national(_ digits: String) -> Substring {
    for prefix in ["+39", "0039"] where digits.hasPrefix(prefix) { return digits.dropFirst(prefix.count) }
    return digits.hasPrefix("39") && digits.count > 10 ? digits.dropFirst(2) : digits[...]
}

private func bareAddress(_ address: String) -> String {
    var rest = address.lowercased()[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
}
