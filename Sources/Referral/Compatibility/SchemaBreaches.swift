internal import Diagnostics

/// A part of a schema that refuses what an earlier one allowed, or no longer says what it said.
struct SchemaBreach: Hashable, Sendable {
    /// Properties from the root, joined by points; empty for the referral itself.
    var path: String
    var rule: Wording
    /// To follow the path.
    var change: Wording
}

/// What `new` takes back of what `old` allowed; both are senders' schemas as `referralSchema` writes them.
func schemaBreaches(from old: JSONValue, to new: JSONValue) -> [SchemaBreach] {
    var comparison = SchemaComparison()
    comparison.compare(old, new, path: [])
    return comparison.breaches
}

private struct SchemaComparison {
    var breaches: [SchemaBreach] = []

    private mutating func report(_ path: [String], _ rule: Wording, _ change: Wording) {
        let breach = SchemaBreach(path: path.joined(separator: "."), rule: rule, change: change)
        if !breaches.contains(breach) { breaches.append(breach) }
    }

    mutating func compare(_ old: JSONValue, _ new: JSONValue, path: [String]) {
        guard old["type"] == new["type"] else {
            return report(path, .fieldsStay, .typeChanged(from: old["type"]?.compactText, to: new["type"]?.compactText))
        }
        compareShapes(old, new, path: path)
        compareCodes(old, new, path: path)
        if let items = old["items"], let newItems = new["items"] { compare(items, newItems, path: path) }
        if old["type"] == "object" { compareGroups(Group(old), Group(new), path: path) }
    }

    private mutating func compareShapes(_ old: JSONValue, _ new: JSONValue, path: [String]) {
        for keyword in ["pattern", "format"] where old[keyword] != new[keyword] {
            let (oldValue, newValue) = (old[keyword]?.compactText, new[keyword]?.compactText)
            report(path, .fieldsStay, .keywordChanged(keyword, from: oldValue, to: newValue))
        }
        if let const = new["const"], old["const"] != const {
            report(path, .boundsHold, .mayOnlyBe(const.compactText))
        }
        if new["uniqueItems"] == true, old["uniqueItems"] != true {
            report(path, .boundsHold, .noRepetitionNow)
        }
        for keyword in ["maxLength", "maxItems"] {
            guard let bound = new[keyword]?.number, bound < old[keyword]?.number ?? .max else { continue }
            report(path, .boundsHold, .boundChanged(keyword, to: bound, from: old[keyword]?.compactText))
        }
        if let bound = new["minItems"]?.number, bound > old["minItems"]?.number ?? 0 {
            report(path, .boundsHold, .boundChanged("minItems", to: bound, from: old["minItems"]?.compactText))
        }
    }

    private mutating func compareCodes(_ old: JSONValue, _ new: JSONValue, path: [String]) {
        guard let newCodes = new["enum"]?.items else {
            if old["enum"] != nil { report(path, .fieldsStay, .lostCodes) }
            return
        }
        guard let oldCodes = old["enum"]?.items else {
            return report(path, .fieldsStay, .gainedCodes)
        }
        for code in oldCodes where !newCodes.contains(code) {
            report(path, .codesStay, .lostCode(code.compactText))
        }
    }

    private mutating func compareGroups(_ old: Group, _ new: Group, path: [String]) {
        for (property, schema) in old.properties {
            guard let newSchema = new[property] else {
                report(path + [property], .fieldsStay, .isGone)
                continue
            }
            compare(schema, newSchema, path: path + [property])
        }
        for (property, _) in new.properties where new.required.subtracting(old.required).contains(property) {
            report(path + [property], .nothingMoreIsRequired, .alwaysRequiredNow)
        }
        if !new.atLeastOneOf.isEmpty, old.atLeastOneOf.isEmpty || !old.atLeastOneOf.isSubset(of: new.atLeastOneOf) {
            report(path, .nothingMoreIsRequired, .needsOneNow(of: new.atLeastOneOf.sorted()))
        }
        for condition in new.conditions { compare(condition, old, path: path) }
    }

    /// Only answers that the old group had count: a new code may bring new conditions.
    private mutating func compare(_ condition: Condition, _ old: Group, path: [String]) {
        let (field, test) = (condition.field, condition.test)
        let answers = condition.answers.intersection(old.answers(of: test))
        let earlier = old.conditions.filter { $0.field == field && $0.test == test }
        func covered(_ effect: Condition.Effect) -> Set<JSONValue> {
            earlier.filter { $0.effect == effect }.reduce(into: []) { $0.formUnion($1.answers) }
        }
        let words = { (answers: Set<JSONValue>) in
            Wording.answer(test, isOneOf: answers.map(\.compactText).sorted())
        }
        switch condition.effect {
        case .requiredIf:
            let more = old.required.contains(field) ? [] : answers.subtracting(covered(.requiredIf))
            if !more.isEmpty { report(path + [field], .nothingMoreIsRequired, .requiredNow(when: words(more))) }
        case .forbiddenIf where old[field] != nil:
            var more = answers.subtracting(covered(.forbiddenIf))
            for condition in earlier where condition.effect == .forbiddenUnless {
                more.formIntersection(condition.answers)
            }
            if !more.isEmpty { report(path + [field], .nothingMoreIsForbidden, .forbiddenNow(when: words(more))) }
        case .forbiddenUnless where old[field] != nil:
            let wasNarrower = earlier.contains {
                $0.effect == .forbiddenUnless && $0.answers.isSubset(of: condition.answers)
            }
            if !wasNarrower {
                report(path + [field], .nothingMoreIsForbidden, .forbiddenNow(unless: words(condition.answers)))
            }
        case .forbiddenIf, .forbiddenUnless: break
        }
    }
}

/// An object's schema, taken apart.
private struct Group {
    var properties: [(String, JSONValue)]
    var required: Set<String>
    var atLeastOneOf: Set<String>
    var conditions: [Condition]

    init(_ schema: JSONValue) {
        properties = schema["properties"].members
        required = schema["required"].texts
        atLeastOneOf = Set((schema["anyOf"]?.items ?? []).flatMap { $0["required"].texts })
        conditions = (schema["allOf"]?.items ?? []).flatMap(Condition.all)
    }

    subscript(property: String) -> JSONValue? { properties.first { $0.0 == property }?.1 }

    /// What a condition can ask of a property; nothing for one that isn't there.
    func answers(of property: String) -> Set<JSONValue> {
        guard let schema = self[property] else { return [] }
        if schema["type"] == "boolean" { return [true, false] }
        return Set((schema["enum"] ?? schema["items"]?["enum"])?.items ?? [])
    }
}

/// One `if`/`then`/`else` with one consequence.
private struct Condition {
    enum Effect { case requiredIf, forbiddenIf, forbiddenUnless }

    var effect: Effect
    var field: String
    /// The property that is asked, and the answers for which the `if` holds.
    var test: String
    var answers: Set<JSONValue>

    static func all(in schema: JSONValue) -> [Condition] {
        guard let (test, value) = schema["if"]?["properties"].members.first else { return [] }
        let expected = value["contains"] ?? value
        let answers = Set(expected["enum"]?.items ?? expected["const"].map { [$0] } ?? [])
        func conditions(_ effect: Effect, _ fields: some Sequence<String>) -> [Condition] {
            fields.map { Condition(effect: effect, field: $0, test: test, answers: answers) }
        }
        let forbidden = { (branch: JSONValue?) in branch?["properties"].members.filter { $0.1 == false }.map(\.0) ?? []
        }
        return conditions(.requiredIf, (schema["then"]?["required"]).texts)
            + conditions(.forbiddenIf, forbidden(schema["then"]))
            + conditions(.forbiddenUnless, forbidden(schema["else"]))
    }
}

extension JSONValue {
    fileprivate var number: Int? { if case .integer(let number) = self { number } else { nil } }
}

extension JSONValue? {
    fileprivate var members: [(String, JSONValue)] {
        if case .object(let object) = self { object.members.map { ($0.name, $0.value) } } else { [] }
    }

    fileprivate var texts: Set<String> { Set((self?.items ?? []).compactMap(\.text)) }
}
