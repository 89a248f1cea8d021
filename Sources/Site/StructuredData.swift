import Content
package import Referral

extension Site {
    /// The service and its centres in the words of schema.org, for the page that lists the centres.
    ///
    /// Nil on all other pages: said once in each language is enough, and the rest of a page's budget is for its readers.
    /// Languages are those spoken at the desk; a mediator comes on request and is not among them.
    package func structuredData(for page: LocalizedPage, in edition: LocalizedSite) -> JSONValue? {
        guard page.slug == edition.pageOfCentres?.slug, !project.centres.isEmpty else { return nil }
        let base = project.settings.baseURL
        var service: JSONObject = [
            "@context": "https://schema.org",
            "@type": "GovernmentService",
            "@id": .string(base + "/#service"),
            "name": .string(words(of: "name", in: edition) ?? project.settings.name),
        ]
        if let description = words(of: "description", in: edition) { service["description"] = .string(description) }
        service["url"] = .string(absolute(page.route))
        var provider: JSONObject = [
            "@type": "GovernmentOrganization", "name": .string(project.settings.publisher.name),
        ]
        if let url = project.settings.publisher.url { provider["url"] = .string(url) }
        service["provider"] = .object(provider)
        service["areaServed"] = .array(
            project.centres.flatMap(\.municipalities).map { ["@type": "City", "name": .string($0.name)] }
        )
        service["availableChannel"] = .array(project.centres.map { channel(of: $0, in: edition.localizer) })
        return .object(service)
    }

    private func words(of fact: String, in edition: LocalizedSite) -> String? {
        guard case .text(let message)? = project.facts[fact] else { return nil }
        return edition.localizer.phrase(message).text
    }

    private func channel(of centre: Centre, in localizer: Localizer) -> JSONValue {
        let base = project.settings.baseURL
        let spoken = JSONValue.array(centre.languages.map { .string($0.code) })
        var channel: JSONObject = [
            "@type": "ServiceChannel",
            "@id": .string("\(base)/#\(centre.id)"),
            "name": .string(centre.name),
            "availableLanguage": spoken,
        ]
        // An office is both a place and an organisation, and so has opening hours and an e-mail address; a channel has
        // no property for the second, nor one for its own organisation.
        var office: JSONObject = [
            "@type": "GovernmentOffice",
            "name": .string(centre.name),
            "address": [
                "@type": "PostalAddress",
                "streetAddress": .string(centre.address.street),
                "postalCode": .string(centre.address.postalCode),
                "addressLocality": .string(centre.address.city),
                "addressCountry": "IT",
            ],
            "openingHoursSpecification": .array(centre.hours(near: today).map { hours(of: $0, in: localizer) }),
        ]
        let closed = centre.closedDays(near: today)
        if !closed.isEmpty { office["specialOpeningHoursSpecification"] = .array(closed.map(\.specification)) }
        if let email = centre.email { office["email"] = .string(email) }
        channel["serviceLocation"] = .object(office)
        let contacts = centre.phones.map { phone -> JSONValue in
            ["@type": "ContactPoint", "telephone": .string(phone.number.hyphenated), "availableLanguage": spoken]
        }
        channel["servicePhone"] = .array(contacts)
        return .object(channel)
    }

    private func hours(of hours: Centre.Hours, in localizer: Localizer) -> JSONValue {
        var specification: JSONObject = ["@type": "OpeningHoursSpecification"]
        if hours.isByAppointment { specification["description"] = .string(localizer.phrase(.byAppointment).text) }
        specification["dayOfWeek"] = .array(hours.days.map { .string($0.schemaName) })
        specification["opens"] = .string(hours.opens.description)
        specification["closes"] = .string(hours.closes.description)
        if let days = hours.season?.nextOccurrence(from: today) {
            specification["validFrom"] = .string(days.lowerBound.description)
            specification["validThrough"] = .string(days.upperBound.description)
        }
        return .object(specification)
    }
}

extension ClosedDays {
    /// Closed all day: search engines read opening and closing at midnight so.
    fileprivate var specification: JSONValue {
        [
            "@type": "OpeningHoursSpecification",
            "validFrom": .string(days.lowerBound.description),
            "validThrough": .string(days.upperBound.description),
            "opens": "00:00",
            "closes": "00:00",
        ]
    }
}

extension Weekday {
    /// schema.org's member of `DayOfWeek`; the bare word would be a text, which the property does not take.
    fileprivate var schemaName: String {
        "https://schema.org/" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
}
