import Content
import Referral
import Site

/// `data/hsds.json`: the service in Open Referral HSDS 3.0, as an API gives one service with all that belongs to it.
///
/// `languages` are those that staff speak; what a mediator makes possible is in `interpretation_services`, as HSDS wants
/// it. Sample data is never `active`.
///
/// A season has the dates of the one that `today` is in, or of the next: HSDS knows no days of every year.
func hsdsData(of project: Project, today: CalendarDate) -> JSONValue {
    HSDSWriter(project: project, today: today).service
}

private struct HSDSWriter {
    let project: Project
    let today: CalendarDate

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
            centre.hours.enumerated().map { index, hours in schedule(of: hours, index, at: centre) }
        )
        return .object(location)
    }

    private func schedule(of hours: Centre.Hours, _ index: Int, at centre: Centre) -> JSONValue {
        var schedule: JSONObject = ["id": id("schedule", centre.id, String(index))]
        if let days = hours.season?.nextOccurrence(from: today) {
            schedule["valid_from"] = .string(days.lowerBound.description)
            schedule["valid_to"] = .string(days.upperBound.description)
        }
        schedule["freq"] = "WEEKLY"
        schedule["wkst"] = "MO"
        schedule["byday"] = .string(hours.days.map { $0.rawValue.prefix(2).uppercased() }.joined(separator: ","))
        if hours.isByAppointment { schedule["description"] = "Su appuntamento" }
        schedule["opens_at"] = .string(hours.opens.description)
        schedule["closes_at"] = .string(hours.closes.description)
        schedule["notes"] = .string((["Ora italiana (Europe/Rome)"] + closures(of: centre)).joined(separator: ". "))
        return .object(schedule)
    }

    /// In words, since a schedule of HSDS has no place for days on which it does not hold.
    private func closures(of centre: Centre) -> [String] {
        let words = Formats(project.settings.sourceLanguage)
        let announced = centre.closures.map { closure in
            let days =
                switch closure.days {
                case .once(let first, let last): range(words.date(first), words.date(last))
                case .everyYear(let season): "ogni anno " + range(words.day(season.first), words.day(season.last))
                }
            return "Chiuso \(days)" + (closure.reason.map { " (\($0.text))" } ?? "")
        }
        let open = centre.openHolidays.map { opening in
            switch opening {
            case .once(let date): words.date(date)
            case .everyYear(let day): words.day(day)
            }
        }
        let holidays = "Chiuso nei giorni di festa nazionale e il giorno del patrono, \(words.day(centre.patronSaint))"
        return announced + [holidays + (open.isEmpty ? "" : ", ma aperto \(words.list(open))")]
    }

    private func range(_ first: String, _ last: String) -> String { first == last ? first : "\(first) – \(last)" }

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
