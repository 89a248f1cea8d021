import CommonMark
import Content
import Site

extension PageMarkup {
    /// Every centre: towns, address, phones, hours, languages.
    func centres(level: Int) -> HTML {
        .joined(site.project.centres.map { centre($0, level: level) })
    }

    private func centre(_ centre: Centre, level: Int) -> HTML {
        let heading = HTML.heading(level, [HTMLAttribute("id", "centro-" + centre.id)], name(of: centre))
        let towns = centre.municipalities.map(\.name)
        let facts = HTML.joined([
            .described(html(.municipalities), [italian(towns.joined(separator: ", "))]),
            .described(html(.phone), calls(to: centre)),
            .described(html(.whatsApp), messages(to: centre)),
            .described(html(.openingHours), openingHours(of: centre)),
            .described(html(.address), [address(of: centre)] + [centre.address.notes].compactMap { $0.map(words) }),
            .described(html(.centreAt), [centre.locationNotes].compactMap { $0.map(words) }),
            .described(
                html(.email),
                [centre.email].compactMap { $0.map { link(to: "mailto:" + $0, address($0)) } }
            ),
            .described(html(.spokenLanguages), centre.languages.isEmpty ? [] : [names(of: centre.languages)]),
            .described(
                html(.mediators),
                [centre.mediators.isEmpty ? html(.noMediators) : names(of: centre.mediators)]
            ),
        ])
        return .element("section", [HTMLAttribute("class", "centre")], .joined([heading, .element("dl", facts)]))
    }

    /// The short box: where to call, when somebody is there, and the way to the whole list.
    var contact: HTML {
        var pieces = [HTML.element("p", html(.contactCallOrCome))]
        if site.project.centres.count <= Site.contactLimit {
            let items = site.project.centres.map { centre in
                HTML.described(
                    name(of: centre),
                    [firstContact(of: centre)].compactMap(\.self) + openingHours(of: centre)
                )
            }
            pieces.append(.element("dl", .joined(items)))
        }
        if let page = edition.pageOfCentres, page.route != route {
            let title = html(page.title)
            let link = link(to: route.link(to: page.route.file), title)
            pieces.append(.element("p", link))
        }
        return box(.contactHeading, class: "box contact", .joined(pieces))
    }

    func name(of centre: Centre) -> HTML { italian(centre.name) }

    /// Names on doors and street signs stay in Italian.
    func italian(_ text: String) -> HTML { html(Phrase(text, in: site.source)) }

    /// The numbers that take calls.
    func calls(to centre: Centre) -> [HTML] {
        centre.phones.filter(\.takesCalls).map { labelled(phone($0.number, class: "number"), $0) }
    }

    /// The numbers that take messages.
    private func messages(to centre: Centre) -> [HTML] {
        centre.phones.filter(\.takesWhatsApp).map { labelled(whatsApp($0.number, class: "number"), $0) }
    }

    /// The number to call or, where the centre has none, what else there is: WhatsApp, e-mail.
    func firstContact(of centre: Centre) -> HTML? {
        if let phone = centre.numberToCall { return self.phone(phone.number, class: "number") }
        if let phone = centre.numberToWrite {
            let name = HTML.element("span", [HTMLAttribute("class", "facts")], html(.whatsApp))
            return .joined([whatsApp(phone.number, class: "number"), name])
        }
        return centre.email.map { link(to: "mailto:" + $0, address($0)) }
    }

    private func labelled(_ number: HTML, _ phone: Centre.Phone) -> HTML {
        guard let label = phone.label else { return number }
        return .joined([number, .element("span", [HTMLAttribute("class", "facts")], words(label))])
    }

    /// When somebody is there, and on which of the next four weeks' days nobody is; one of each a line.
    func openingHours(of centre: Centre) -> [HTML] {
        centre.hours(near: site.today).map(html) + centre.closedDays(near: site.today).map(html)
    }

    private func html(_ hours: Centre.Hours) -> HTML {
        var html = HTML(escaping: localizer.formats.list(hours.days.map(localizer.formats.weekday)) + " ")
        let times = ["opens": isolated(hours.opens.description), "closes": isolated(hours.closes.description)]
        html.append(.element("span", [HTMLAttribute("class", "hours")], self.html(.hoursRange, filling: times)))
        if let season = hours.season {
            let first = HTML(escaping: localizer.formats.day(season.first))
            let last = HTML(escaping: localizer.formats.day(season.last))
            html = self.html(.hoursInSeason, filling: ["hours": html, "first": first, "last": last])
        }
        return hours.isByAppointment ? self.html(.hoursByAppointment, filling: ["hours": html]) : html
    }

    private func html(_ closed: ClosedDays) -> HTML {
        let first = HTML(escaping: localizer.formats.dateWithWeekday(closed.days.lowerBound))
        let last = HTML(escaping: localizer.formats.dateWithWeekday(closed.days.upperBound))
        var html =
            closed.days.lowerBound == closed.days.upperBound
            ? self.html(.closedDay, filling: ["day": first])
            : self.html(.closedDays, filling: ["first": first, "last": last])
        let reason: Phrase? =
            switch closed.cause {
            case .announced(let reason): reason.map(localizer.phrase)
            case .patronSaint: localizer.phrase(.closedPatronSaint)
            case .nationalHoliday: localizer.phrase(.closedHoliday)
            }
        if let reason { html = self.html(.closedBecause, filling: ["closed": html, "reason": self.html(reason)]) }
        return .element("span", [HTMLAttribute("class", "closed")], html)
    }

    func address(of centre: Centre) -> HTML {
        italian("\(centre.address.street), \(centre.address.postalCode) \(centre.address.city)")
    }

    private func names(of languages: [Language]) -> HTML {
        HTML(escaping: localizer.formats.list(languages.map(localizer.formats.name)))
    }

    private func words(_ message: Message) -> HTML { html(localizer.phrase(message)) }
}
