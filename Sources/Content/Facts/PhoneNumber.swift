/// A telephone number: as people write it, and as it is dialled from anywhere.
///
/// A phone with a SIM card of another country dials a number without a country code in that country, and families who
/// have just arrived have such phones. So every number gets its country code, but for the short ones, which have none.
package struct PhoneNumber: Hashable, Sendable {
    /// As printed: the groups of the one who wrote it, parted by single spaces.
    package let shown: String
    /// With a country code, `+390500000001` (E.164), or short, `112`.
    package let dialled: String
    private let countryCode: String?

    /// Italy's, in which the 0 of an area stays when a number is dialled from abroad.
    package static let italianCountryCode = "39"

    /// Reads a number as people write it: digits in groups, with `+` or `00` in front of a country code where there is
    /// one; nil for anything that can't be dialled.
    ///
    /// `countryCode` is that of numbers without one, its digits alone.
    package init?(_ text: String, countryCode: String) {
        let groups = text.split { " \u{A0}\u{202F}-/.()".contains($0) }.map(String.init)
        let isInternational = groups.first.map { $0.hasPrefix("+") || $0.hasPrefix("00") } ?? false
        var digits = groups.joined()
        if isInternational { digits.removeFirst(digits.hasPrefix("+") ? 1 : 2) }
        guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        shown = groups.joined(separator: " ")
        if !isInternational, Self.isShort(digits, countryCode: countryCode) {
            dialled = digits
            self.countryCode = nil
            return
        }
        if !isInternational {
            let national =
                digits.first == "0" && !Self.keepsZero.contains(countryCode) ? digits.dropFirst() : digits[...]
            guard national.count >= Self.shortestNational else { return nil }
            digits = countryCode + national
        }
        // E.164, section 6.2.1: at most 15 digits.
        guard (8...15).contains(digits.count), digits.first != "0" else { return nil }
        dialled = "+" + digits
        self.countryCode = digits.hasPrefix(countryCode) ? countryCode : nil
    }

    /// Whether a number has no country code: emergencies and services that are the same for a whole country.
    ///
    /// In Italy these are the numbers of the plan (AGCOM, decision 8/15/CIR) that begin with 1: 112 and its like of three
    /// digits, 10xx and 15xx of four, 19xxx of five, the European 116xxx of six. Elsewhere, three to six digits.
    private static func isShort(_ digits: String, countryCode: String) -> Bool {
        guard countryCode == italianCountryCode else { return (3...6).contains(digits.count) && digits.first != "0" }
        return switch digits.count {
        case 3: digits.hasPrefix("1")
        case 4: digits.hasPrefix("10") || digits.hasPrefix("15")
        case 5: digits.hasPrefix("19")
        case 6: digits.hasPrefix("116")
        default: false
        }
    }

    /// Countries whose numbers keep the 0 in front after the country code: Italy and San Marino.
    private static let keepsZero: Set<String> = [italianCountryCode, "378"]
    /// The shortest numbers in use have six digits, the area's included.
    private static let shortestNational = 6
}

extension PhoneNumber {
    /// `tel:+390500000001` (RFC 3966); `tel:112`.
    package var link: String { "tel:" + dialled }

    /// Where WhatsApp opens a conversation that begins with `greeting`.
    ///
    /// The address has the digits alone: https://faq.whatsapp.com/5913398998672934
    package func whatsAppLink(greeting: String) -> String {
        "https://wa.me/\(dialled.drop { $0 == "+" })?text=\(percentEncoded(greeting))"
    }

    /// As schema.org's examples have it: `+39-0500-000-001`; short numbers as they are.
    package var hyphenated: String {
        let groups = shown.split(separator: " ")
        guard dialled.hasPrefix("+") else { return dialled }
        if shown.hasPrefix("+") { return groups.joined(separator: "-") }
        guard let countryCode, dialled.dropFirst(1 + countryCode.count) == groups.joined() else { return dialled }
        return "+\(countryCode)-" + groups.joined(separator: "-")
    }
}
