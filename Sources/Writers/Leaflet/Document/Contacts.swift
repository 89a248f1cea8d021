import Content
import Referral
import Site

extension LeafletDocument {
    /// The short box: whom to call, where to go and when; the list's address where the centres are too many.
    var contactBox: JSONValue {
        let invitation = words(of: localizer.phrase(.contactCallOrCome))
        let detail = ContactDetail(centres: centres.count)
        if detail == .listElsewhere {
            return .object(["t": "contact", "c": .array(invitation + addressOfList), "centres": []])
        }
        let entries = centres.map { centre -> JSONValue in
            let phone = centre.phones.first { !$0.takesWhatsApp }
            let number = phone.map { phone -> JSONValue in
                detail == .alone ? labelled(phone) : .object(["number": phoneNumber(phone.number)])
            }
            let lines = detail == .brief ? [] : [address(of: centre)] + centre.hours.map(hoursInWords)
            return entry(centre, lines: lines, phones: number.map { [$0] } ?? [])
        }
        var box: JSONObject = ["t": "contact"]
        if detail != .alone { box["c"] = .array(invitation) }
        box["centres"] = .array(entries)
        return .object(box)
    }

    /// One centre with all that is known of it.
    func contact(of centre: Centre) -> JSONValue {
        let towns = centre.municipalities.map(\.name).joined(separator: ", ")
        var lines = [described(.municipalities, italian(towns)), address(of: centre)]
        lines += [centre.address.notes, centre.locationNotes].compactMap { $0 }.map { words(of: localizer.phrase($0)) }
        lines += centre.hours.map(hoursInWords)
        if let email = centre.email { lines.append([isolated(email, href: "mailto:" + email)]) }
        if !centre.languages.isEmpty { lines.append(described(.spokenLanguages, names(of: centre.languages))) }
        let mediators =
            centre.mediators.isEmpty
            ? words(of: localizer.phrase(.noMediators)) : names(of: centre.mediators)
        lines.append(described(.mediators, mediators))
        let whole = entry(centre, lines: lines, phones: centre.phones.map(labelled))
        return .object(["t": "contact", "centres": [whole]])
    }

    private func entry(_ centre: Centre, lines: [[JSONValue]], phones: [JSONValue]) -> JSONValue {
        .object([
            "name": .array(italian(centre.name)),
            "lines": .array(lines.filter { !$0.isEmpty }.map { .array($0) }),
            "phones": .array(phones),
        ])
    }

    /// A number under who answers it, or under what kind of number it is.
    private func labelled(_ phone: Centre.Phone) -> JSONValue {
        let label = phone.label.map(localizer.phrase) ?? localizer.phrase(phone.takesWhatsApp ? .whatsApp : .phone)
        return .object(["label": .array(words(of: label)), "number": phoneNumber(phone.number)])
    }

    private func address(of centre: Centre) -> [JSONValue] {
        italian("\(centre.address.street), \(centre.address.postalCode) \(centre.address.city)")
    }

    private func hoursInWords(_ hours: Centre.Hours) -> [JSONValue] {
        let days = localizer.formats.list(hours.days.map(localizer.formats.weekday))
        let times = ["opens": [isolated(hours.opens.description)], "closes": [isolated(hours.closes.description)]]
        return [inlineText(days + " ")] + words(of: .hoursRange, filling: times)
    }

    private func names(of languages: [Language]) -> [JSONValue] {
        [inlineText(localizer.formats.list(languages.map(localizer.formats.name)))]
    }

    func described(_ label: Furniture, _ value: [JSONValue]) -> [JSONValue] {
        words(of: .labelledValue, filling: ["label": words(of: localizer.phrase(label)), "value": value])
    }

    /// A break and the address of the page that lists every centre; nothing where there is no such page.
    private var addressOfList: [JSONValue] {
        guard let page = site.editions.first?.pageOfCentres else { return [] }
        let address = site.absolute(.page(slug: page.slug, language: language))
        return [.object(["t": "br"]), isolated(address, href: address)]
    }
}
