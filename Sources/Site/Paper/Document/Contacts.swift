import Content

extension LeafletDocument {
    /// The short box: whom to call, where to go and when.
    ///
    /// Where the centres are too many, it has the address of their list, the publisher's number if there is one, and lines
    /// on which who hands the sheet out writes the family's own centre: paper always carries a way to call.
    var contactBox: PaperBlock {
        let invitation = words(of: localizer.phrase(.contactCallOrCome))
        let detail = ContactDetail(centres: centres.count)
        if detail == .listElsewhere || centres.isEmpty {
            let blanks = [Furniture.contactYourCentre, .phone].map { words(of: localizer.phrase($0)) }
            return PaperBlock(.contact(invitation: invitation + addressOfList, publisherToCall, blanks: blanks))
        }
        let entries = centres.map { centre in
            let number: PaperContact.Phone? =
                if let phone = centre.numberToCall {
                    detail == .alone ? labelled(phone) : .init(number: .part(.numbers, phoneNumber(phone.number)))
                } else {
                    // Where nobody answers calls, the label says what the number is for.
                    centre.numberToWrite.map(labelled)
                }
            var lines = detail == .brief ? [] : [address(of: centre)] + hoursInWords(of: centre)
            if number == nil {
                if let email = centre.email { lines.append(address(email: email)) }
                if lines.isEmpty { lines.append(address(of: centre)) }
            }
            return entry(centre, lines: lines, phones: number.map { [$0] } ?? [])
        }
        return PaperBlock(.contact(invitation: detail == .alone ? nil : invitation, entries))
    }

    /// One centre with all that is known of it.
    func contact(of centre: Centre) -> PaperBlock {
        let towns = centre.municipalities.map(\.name).joined(separator: ", ")
        var lines = [described(.municipalities, part(.addresses, italian(towns))), address(of: centre)]
        lines += [centre.address.notes, centre.locationNotes].compactMap { $0 }.map { words(of: localizer.phrase($0)) }
        lines += hoursInWords(of: centre)
        if let email = centre.email { lines.append(address(email: email)) }
        if !centre.languages.isEmpty { lines.append(described(.spokenLanguages, names(of: centre.languages))) }
        let mediators =
            centre.mediators.isEmpty
            ? words(of: localizer.phrase(.noMediators)) : names(of: centre.mediators)
        lines.append(described(.mediators, mediators))
        let whole = entry(centre, lines: lines, phones: centre.phones.map(labelled))
        return PaperBlock(.contact(invitation: nil, [whole]))
    }

    /// Who publishes the leaflet, where they have a number.
    private var publisherToCall: [PaperContact] {
        let publisher = site.project.settings.publisher
        guard let phone = publisher.phone else { return [] }
        let number = PaperContact.Phone(number: .part(.numbers, phoneNumber(phone)))
        return [PaperContact(name: part(.addresses, italian(publisher.name)), lines: [], phones: [number])]
    }

    private func entry(_ centre: Centre, lines: [[PaperInline]], phones: [PaperContact.Phone]) -> PaperContact {
        PaperContact(
            name: part(.addresses, italian(centre.name)),
            lines: lines.filter { !$0.isEmpty },
            phones: phones
        )
    }

    /// A number under who answers it, or under what kind of number it is.
    private func labelled(_ phone: Centre.Phone) -> PaperContact.Phone {
        let label = phone.label.map(localizer.phrase) ?? localizer.phrase(phone.takesCalls ? .phone : .whatsApp)
        let number =
            phone.takesCalls
            ? phoneNumber(phone.number)
            : .isolated(phone.number.shown, href: localizer.whatsAppLink(of: phone.number))
        return .init(label: words(of: label), number: .part(.numbers, number))
    }

    private func address(email: String) -> [PaperInline] {
        [.part(.addresses, .isolated(email, href: "mailto:" + email))]
    }

    private func address(of centre: Centre) -> [PaperInline] {
        part(.addresses, italian("\(centre.address.street), \(centre.address.postalCode) \(centre.address.city)"))
    }

    /// What lasts: the hours, each with its season, and what is closed every year.
    private func hoursInWords(of centre: Centre) -> [[PaperInline]] {
        centre.hours.map(inWords) + centre.closures.compactMap(inWords)
    }

    private func inWords(_ hours: Centre.Hours) -> [PaperInline] {
        let days = localizer.formats.list(hours.days.map(localizer.formats.weekday))
        let times: [String: [PaperInline]] = [
            "opens": [.isolated(hours.opens.description)], "closes": [.isolated(hours.closes.description)],
        ]
        var line = [.text(days + " ")] + words(of: .hoursRange, filling: times)
        if let season = hours.season {
            line = words(of: .hoursInSeason, filling: inWords(season).merging(["hours": line]) { $1 })
        }
        if hours.isByAppointment { line = words(of: .hoursByAppointment, filling: ["hours": line]) }
        return part(.hours, line)
    }

    /// Nil for what is closed once, which is over before the paper is.
    private func inWords(_ closure: Centre.Closure) -> [PaperInline]? {
        guard case .everyYear(let season) = closure.days else { return nil }
        var line =
            season.first == season.last
            ? words(of: .closedDayEveryYear, filling: ["day": [.text(localizer.formats.day(season.first))]])
            : words(of: .closedEveryYear, filling: inWords(season))
        if let reason = closure.reason {
            let reason = words(of: localizer.phrase(reason))
            line = words(of: .closedBecause, filling: ["closed": line, "reason": reason])
        }
        return part(.hours, line)
    }

    private func inWords(_ season: Season) -> [String: [PaperInline]] {
        ["first": season.first, "last": season.last].mapValues { [.text(localizer.formats.day($0))] }
    }

    private func names(of languages: [Language]) -> [PaperInline] {
        [.text(localizer.formats.list(languages.map(localizer.formats.name)))]
    }

    func described(_ label: Furniture, _ value: [PaperInline]) -> [PaperInline] {
        words(of: .labelledValue, filling: ["label": words(of: localizer.phrase(label)), "value": value])
    }

    /// A break and the address of the page that lists every centre; nothing where there is no such page.
    private var addressOfList: [PaperInline] {
        guard let page = site.editions.first?.pageOfCentres else { return [] }
        let address = site.absolute(.page(slug: page.slug, language: language))
        return [.lineBreak, .part(.addresses, .isolated(address, href: address))]
    }
}
