package import Content

/// One file of test vectors: referrals with what a validator must say of them.
///
/// The expectations are written by hand in `content/referral/vectors/`, never computed, so that they judge the schema
/// and the rules from outside.
package struct VectorSuite: Hashable, Sendable {
    package struct Test: Hashable, Sendable {
        package var description: String
        package var data: JSONValue
        /// By the sender's schema.
        package var isValid: Bool
        /// By the reader's schema, which takes all that the sender's takes.
        package var isReaderValid: Bool
        /// By the rules, where the schema is content.
        package var violations: [RuleViolation]
        package var contactDueBy: CalendarDate?
    }

    /// The name of its file, without extension.
    package var name: String
    package var description: String
    /// The invented centres that the rules are judged by.
    package var centres: [CentreTerritory]
    package var tests: [Test]
}

/// A suite in the layout of the JSON-Schema-Test-Suite.
///
/// What goes beyond that layout has names of its own, which its runners pass over: `readerValid`; `centres` of the group; `rulesValid`, `violations` and `contactDueBy` of valid tests.
package func vectorDocument(of suite: VectorSuite, schemaID: String) -> JSONValue {
    [
        [
            "description": .string(suite.description),
            "schema": ["$ref": .string(schemaID)],
            "centres": .array(suite.centres.map(centreDocument)),
            "tests": .array(suite.tests.map(testDocument)),
        ]
    ]
}

private func centreDocument(_ centre: CentreTerritory) -> JSONValue {
    var document: JSONObject = [
        "centreId": .string(centre.id),
        "municipalities": .array(centre.municipalities.sorted().map { .string($0) }),
    ]
    if let saint = centre.patronSaint { document["patronSaint"] = .string(saint.description) }
    return .object(document)
}

private func testDocument(_ test: VectorSuite.Test) -> JSONValue {
    var document: JSONObject = [
        "description": .string(test.description), "data": test.data, "valid": .bool(test.isValid),
        "readerValid": .bool(test.isReaderValid),
    ]
    guard test.isValid else { return .object(document) }
    document["rulesValid"] = .bool(test.violations.isEmpty)
    if !test.violations.isEmpty {
        document["violations"] = .array(
            test.violations.map { ["rule": .string($0.rule.rawValue), "pointer": .string($0.pointer)] }
        )
    }
    if let date = test.contactDueBy { document["contactDueBy"] = .string(date.description) }
    return .object(document)
}
