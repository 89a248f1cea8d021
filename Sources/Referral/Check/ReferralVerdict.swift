package import Content
package import Diagnostics

/// What can be said of one referral.
package struct ReferralVerdict: Sendable {
    /// Why the text is no JSON; nothing else is known then.
    package var syntax: [Diagnostic]
    /// What schema and rules refuse.
    package var findings: ReferralFindings
    /// When the Centre must have called; nil where it can't be worked out.
    package var contactDueBy: CalendarDate?

    package var isValid: Bool { syntax.isEmpty && findings.isEmpty }

    init(syntax: [Diagnostic], findings: ReferralFindings, contactDueBy: CalendarDate? = nil) {
        self.syntax = syntax
        self.findings = findings
        self.contactDueBy = contactDueBy
    }

    /// What is said of a referral that could not even be read.
    package init(unreadable: Diagnostic) {
        self.init(syntax: [unreadable], findings: ReferralFindings())
    }
}

/// The longest text that is read as a referral, in bytes.
///
/// All bounds of the form together come to a fraction of it, even where every character is written as an escape.
package let longestReferral = 16 << 20

/// Judges the text of one referral by schema and rules; everything that is wrong is told at once.
///
/// `bytes` may be longer than `longestReferral`, by a byte at least, to say that the text is.
package func verdict(
    on bytes: [UInt8],
    file: String,
    validator: ReferralValidator,
    centres: [CentreTerritory]
) -> ReferralVerdict {
    guard bytes.count <= longestReferral else {
        let problem = Problem.referralTooLong(mebibytes: longestReferral >> 20)
        return ReferralVerdict(unreadable: .error(problem, at: SourceLocation(file: file)))
    }
    let read = readJSON(bytes, file: file)
    guard let referral = read.value else {
        return ReferralVerdict(syntax: read.diagnostics, findings: ReferralFindings())
    }
    var findings = validator.findings(in: referral)
    for violation in brokenRules(of: referral, centres: centres) { findings.add(violation) }
    return ReferralVerdict(
        syntax: read.diagnostics,
        findings: findings,
        contactDueBy: contactDueBy(of: referral, centres: centres)
    )
}

private func contactDueBy(of referral: JSONValue, centres: [CentreTerritory]) -> CalendarDate? {
    guard let sentOn = referral["sentOn"]?.text.flatMap({ CalendarDate($0) }),
        let id = referral["destination"]?["centreId"]?.text,
        let centre = centres.first(where: { $0.id == id })
    else { return nil }
    return contactDueBy(sentOn: sentOn, patronSaint: centre.patronSaint)
}
