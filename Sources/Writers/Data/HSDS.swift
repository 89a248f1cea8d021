import Content
import Referral

/// `data/hsds.json`: the service in Open Referral HSDS 3.0, as an API gives one service with all that belongs to it.
///
/// `languages` are those that staff speak; what a mediator makes possible is in `interpretation_services`, as HSDS wants
/// it. Sample data is never `active`.
func hsdsData(of project: Project) -> JSONValue {
    HSDSWriter(project: project).service
}

private struct HSDSWriter {
    let project: Project

    private var settings: SiteSettings { project.settings }

    /// Of the parts of one thing each has a name of its own under the site's address.
    private func id(_ parts: String...) -> JSONValue {
        .string(nameUUID(settings.baseURL + "/#hsds/" + parts.joined(separator: "/")))
    }

    private func text(_ fact: String) -> String? {
        if case .text(let message)? = project.facts[fact] { message.text } else { nil }
    }

    var service: JSONValue {
        var service: JSONObject = [
            "id": id("service"),
            "name": .string(project.name),
            "status": .string(project.isExample ? "inactive" : "active"),
        ]
        if let description = text("description") { service["description"] = .string(description) }
        service["url"] = .string(settings.baseURL + "/")
        service["interpretation_services"] = interpretation(in: project.centres.flatMap(\.mediators))
        if project.facts["cost"] == .code("free") { service["fees_description"] = "Gratuito" }
        if case .number(let age)? = project.facts["child_age_limit_years"] {
            service["eligibility_description"] = .string("Chi aspetta un bambino o ha figli con meno di \(age) anni")
        }
        service["organization"] = organization
        service["service_areas"] = .array(
            project.centres.flatMap { centre in
                centre.municipalities.map { municipality in
                    [
                        "id": id("service-area", municipality.istat),
                        "name": .string(municipality.name),
                        "description": .string("ISTAT \(municipality.istat)"),
                    ]
                }
            }
        )
        service["service_at_locations"] = .array(
            project.centres.map { centre in
                ["id": id("service-at-location", centre.id), "location": location(centre)]
            }
        )
        return .object(service)
    }

    private var organization: JSONValue {
        let publisher = settings.publisher
        var organization: JSONObject = [
            "id": id("organization"),
            "name": .string(publisher.name),
            "description": .string("Pubblica «\(settings.name)» e ne risponde"),
        ]
        if let url = publisher.url { organization["website"] = .string(url) }
        return .object(organization)
    }

    private func location(_ centre: Centre) -> JSONValue {
        var location: JSONObject = [
            "id": id("location", centre.id),
            "location_type": "physical",
            "name": .string(centre.name),
            "external_identifier": .string(centre.id),
            "external_identifier_type": .string("centreId (\(settings.baseURL)/data/centres.json)"),
        ]
        if let notes = centre.address.notes { location["description"] = .string(notes.text) }
        if let notes = centre.locationNotes { location["transportation"] = .string(notes.text) }
        location["languages"] = .array(centre.languages.map { language($0, of: centre) })
        location["addresses"] = [address(centre)]
        if let email = centre.email {
            location["contacts"] = [
                ["id": id("contact", centre.id), "name": .string(centre.name), "email": .string(email)]
            ]
        }
        location["phones"] = .array(
            centre.phones.enumerated().map { index, phone in
                var record: JSONObject = [
                    "id": id("phone", centre.id, String(index)),
                    "number": .string(phone.number.dialled),
                    "type": .string(phone.takesCalls ? "voice" : "text"),
                ]
                if let label = phone.label { record["description"] = .string(label.text) }
                return .object(record)
            }
        )
        location["schedules"] = .array(
            centre.hours.enumerated().map { index, hours in
                [
                    "id": id("schedule", centre.id, String(index)),
                    "freq": "WEEKLY",
                    "wkst": "MO",
                    "byday": .string(hours.days.map { $0.rawValue.prefix(2).uppercased() }.joined(separator: ",")),
                    "opens_at": .string(hours.opens.description),
                    "closes_at": .string(hours.closes.description),
                    "notes": "Ora italiana (Europe/Rome)",
                ]
            }
        )
        return .object(location)
    }

    private func interpretation(in languages: [Language]) -> JSONValue? {
        var names: [String] = []
        for language in languages where !names.contains(language.italianName) { names.append(language.italianName) }
        guard !names.isEmpty else { return nil }
        return .string("Mediatrici culturali in caso di necessità: " + names.sorted().joined(separator: ", "))
    }

    /// HSDS asks for codes of ISO 639 alone, so the script of `zh-Hans` is left to the name.
    private func language(_ language: Language, of centre: Centre) -> JSONValue {
        [
            "id": id("language", centre.id, language.code),
            "name": .string(language.italianName),
            "code": .string(language.code.split(separator: "-").first.map(String.init) ?? language.code),
        ]
    }

    /// `state_province` is required: ISTAT's code of the province, the first three digits of a municipality's.
    private func address(_ centre: Centre) -> JSONValue {
        let home = centre.municipalities.first { $0.name == centre.address.city } ?? centre.municipalities.first
        return [
            "id": id("address", centre.id),
            "address_1": .string(centre.address.street),
            "city": .string(centre.address.city),
            "state_province": .string(home.map { String($0.istat.prefix(3)) } ?? ""),
            "postal_code": .string(centre.address.postalCode),
            "country": "IT",
            "address_type": "physical",
        ]
    }
}
