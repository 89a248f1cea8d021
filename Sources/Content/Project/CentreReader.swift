package import Diagnostics

/// Reads one file of `centres/`; nil when something a family needs is missing.
///
/// `countryCode` is that of numbers without one, its digits alone.
package func readCentre(_ source: SourceText, countryCode: String) -> Diagnosed<Centre?> {
    let parsed = parseYAML(source)
    let start = SourceLocation(file: source.file, position: .start)
    guard let root = parsed.value else { return Diagnosed(nil, parsed.diagnostics) }
    var fields = Fields(root, name: .centre, location: start)
    let id = fields.text("id")
    if let id, !isKebabCase(id) {
        fields.report(.error(.badID(id), at: fields.place(of: "id")))
    }
    // Files are called MG-01-ar-it-<centre>-print.pdf, and each name must be that of one sheet.
    if let id, id == "it" || id.hasPrefix("it-") || id == "print" || id.hasSuffix("-print") {
        fields.report(.error(.idOfSheets(id), at: fields.place(of: "id")))
    }
    let name = fields.text("name")
    let isExample = fields.flag("example")
    let municipalities = fields.unlessFaulty("municipalities") {
        $0.requiredItems("municipalities", name: .municipality) { $0.municipality() }
    }
    let address = fields.address()
    let phones = fields.unlessFaulty("phones") { $0.requiredItems("phones", name: .phone) { $0.phone(countryCode) } }
    if let id, let phones, !phones.isEmpty, !phones.contains(where: \.takesCalls) {
        fields.report(.warning(.noNumberToCall(id), at: fields.keyPlace(of: "phones")))
    }
    let email = fields.optionalEmail("email")
    let hours = fields.openingHours()
    let closures = fields.closures()
    let languages = fields.list("languages").compactMap { fields.language($0, "languages") }
    let mediators = fields.list("mediators").compactMap { fields.language($0, "mediators") }
    let patronSaint = fields.monthDay("patron-saint")
    let openHolidays = fields.openHolidays(patronSaint: patronSaint)
    let locationNotes = fields.message("location-notes")
    let (idLocation, municipalitiesLocation) = (fields.place(of: "id"), fields.keyPlace(of: "municipalities"))
    fields.finish()
    let diagnostics = parsed.diagnostics + fields.diagnostics
    guard let id, let name, let municipalities, let address, let phones, let hours, let patronSaint else {
        return Diagnosed(nil, diagnostics)
    }
    return Diagnosed(
        Centre(
            id: id,
            name: name,
            isExample: isExample,
            municipalities: municipalities,
            address: address,
            phones: phones,
            email: email,
            hours: hours,
            closures: closures,
            openHolidays: openHolidays,
            languages: languages,
            mediators: mediators,
            patronSaint: patronSaint,
            locationNotes: locationNotes,
            location: start,
            idLocation: idLocation,
            municipalitiesLocation: municipalitiesLocation
        ),
        diagnostics
    )
}

extension Fields {
    /// The items of a list that must have at least one.
    mutating func requiredItems<Item>(
        _ key: String,
        name: Wording,
        read: (inout Fields) -> Item?
    ) -> [Item] {
        guard node(key) != nil else { return [] }
        let nodes = list(key)
        if nodes.isEmpty {
            report(.error(.emptyList(key), at: place(of: key)))
        }
        return nodes.compactMap { node in
            var inner = Fields(node, name: name, location: node.location)
            let item = read(&inner)
            absorb(inner)
            return item
        }
    }

    fileprivate mutating func municipality() -> Centre.Municipality? {
        let istat = text("istat")
        let name = text("name")
        guard let istat, let name else { return nil }
        guard istat.count == 6, istat.allSatisfy({ ("0"..."9").contains($0) }) else {
            report(.error(.badISTATCode(istat), at: place(of: "istat")))
            return nil
        }
        return Centre.Municipality(istat: istat, name: name)
    }

    fileprivate mutating func address() -> Centre.Address? {
        guard var inner = fields("address", name: .address) else { return nil }
        let street = inner.text("street")
        let postalCode = inner.text("postal-code")
        if let postalCode, postalCode.count != 5 || !postalCode.allSatisfy({ ("0"..."9").contains($0) }) {
            inner.report(.error(.badPostalCode(postalCode), at: inner.place(of: "postal-code")))
        }
        let city = inner.text("city")
        let notes = inner.message("notes")
        absorb(inner)
        guard let street, let postalCode, let city else { return nil }
        return Centre.Address(street: street, postalCode: postalCode, city: city, notes: notes)
    }

    fileprivate mutating func phone(_ countryCode: String) -> Centre.Phone? {
        _ = node("number")
        let number = optionalPhone("number", countryCode: countryCode)
        let label = message("label")
        let takesWhatsApp = flag("whatsapp")
        let takesCalls = flag("calls", unless: true)
        if !takesCalls, !takesWhatsApp { report(.error(.uselessPhone, at: place(of: "calls"))) }
        return number.map {
            Centre.Phone(number: $0, label: label, takesCalls: takesCalls, takesWhatsApp: takesWhatsApp)
        }
    }

    mutating func message(_ key: String) -> Message? {
        optionalText(key).map { Message(plain: $0, role: .centreText(key), at: place(of: key)) }
    }
}
