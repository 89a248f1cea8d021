import Diagnostics

/// The typed contacts that should be facts, each with what to write in its place.
///
/// A short number is one only where a fact has it: `112` may also count something.
func contactProblems(
    _ contacts: [TypedContact],
    facts: Facts,
    centres: [Centre],
    countryCode: String
) -> [Diagnostic] {
    contacts.compactMap { contact in
        let known = KnownContact(contact, phone: PhoneNumber(contact.text, countryCode: countryCode))
        return known.problem(facts: facts, centres: centres).map { .warning($0, at: contact.location) }
    }
}

/// A typed contact that can be looked for among the known ones.
private struct KnownContact {
    let contact: TypedContact
    let phone: PhoneNumber?

    init(_ contact: TypedContact, phone: PhoneNumber?) {
        self.contact = contact
        self.phone = phone
    }

    private var text: String { contact.text }

    func problem(facts: Facts, centres: [Centre]) -> Problem? {
        let fact = facts.entries.first { isValue(of: $0.fact) }
        if let name = fact.map({ "service." + $0.key }) {
            return .typedContact(text, kind: words, way: .writeFact(name))
        }
        if contact.isShort { return nil }
        let isOfCentre = centres.contains { centre in
            switch contact.kind {
            case .phone: centre.phones.contains { $0.number.dialled == phone?.dialled }
            case .email: centre.email?.lowercased() == text.lowercased()
            case .web: false
            }
        }
        if isOfCentre { return .typedContact(text, kind: words, way: .writeContactBox) }
        switch contact.kind {
        case .phone: return .typedContact(text, kind: words, way: .writePhoneFact)
        case .email: return .typedContact(text, kind: words, way: .writeMailLink(text))
        case .web:
            let address = text.hasPrefix("http") ? text.replacing("http://", with: "https://") : "https://" + text
            return .typedContact(text, kind: words, way: .writeWebLink(address))
        }
    }

    private var words: Wording {
        switch contact.kind {
        case .phone: .phoneNumber
        case .email: .emailAddress
        case .web: .webAddress
        }
    }

    /// Whether this is the value of a fact, however it is written.
    private func isValue(of fact: Fact) -> Bool {
        switch (fact, contact.kind) {
        case (.phone(let value), .phone): value.dialled == phone?.dialled
        case (.email(let value), .email): value.lowercased() == text.lowercased()
        case (.url(let value), .web): bareAddress(value) == bareAddress(text)
        default: false
        }
    }
}

private func bareAddress(_ address: String) -> String {
    var rest = address.lowercased()[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
}
