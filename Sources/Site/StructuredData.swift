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
        service["availableChannel"] = .array(project.centres.map { $0.channel(baseURL: base) })
        return .object(service)
    }

    private func words(of fact: String, in edition: LocalizedSite) -> String? {
        guard case .text(let message)? = project.facts[fact] else { return nil }
        return edition.localizer.phrase(message).text
    }
}

extension Centre {
    fileprivate func channel(baseURL: String) -> JSONValue {
        let spoken = JSONValue.array(languages.map { .string($0.code) })
        let opening = JSONValue.array(
            hours.map { hours in
                [
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": .array(hours.days.map { .string($0.schemaName) }),
                    "opens": .string(hours.opens.description),
                    "closes": .string(hours.closes.description),
                ]
            }
        )
        var channel: JSONObject = [
            "@type": "ServiceChannel",
            "@id": .string("\(baseURL)/#\(id)"),
            "name": .string(name),
            "availableLanguage": spoken,
        ]
        // An office is both a place and an organisation, and so has opening hours and an e-mail address; a channel has
        // no property for the second, nor one for its own organisation.
        var office: JSONObject = [
            "@type": "GovernmentOffice",
            "name": .string(name),
            "address": [
                "@type": "PostalAddress",
                "streetAddress": .string(address.street),
                "postalCode": .string(address.postalCode),
                "addressLocality": .string(address.city),
                "addressCountry": "IT",
            ],
            "openingHoursSpecification": opening,
        ]
        if let email { office["email"] = .string(email) }
        channel["serviceLocation"] = .object(office)
        let contacts = phones.map { phone -> JSONValue in
            ["@type": "ContactPoint", "telephone": .string(phone.number.hyphenated), "availableLanguage": spoken]
        }
        channel["servicePhone"] = .array(contacts)
        return .object(channel)
    }
}

extension Weekday {
    /// schema.org's member of `DayOfWeek`; the bare word would be a text, which the property does not take.
    fileprivate var schemaName: String {
        "https://schema.org/" + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
}
