import Content
import Referral

/// `data/service.json`: the facts of `service.yml` by their names, each of its own kind.
func serviceData(of project: Project) -> JSONValue {
    let facts = project.facts.entries.map { entry -> (String, JSONValue) in
        let value: JSONValue =
            switch entry.fact {
            case .number(let number): .integer(number)
            case .phone(let number): .string(number.shown)
            case .email(let text), .url(let text), .code(let text): .string(text)
            case .date(let date): .string(date.description)
            case .text(let message): .string(message.text)
            }
        return (entry.key, value)
    }
    return [
        "language": .string(project.settings.sourceLanguage.code),
        "publisher": .string(project.settings.publisher.name),
        "isExample": .bool(project.isExample),
        "facts": .object(JSONObject(facts)),
    ]
}

/// `data/centres.json`: where to send a family.
///
/// `id` is what a referral's `destination.centreId` names.
func centresData(of project: Project) -> JSONValue {
    .array(project.centres.map { $0.data })
}

extension Centre {
    fileprivate var data: JSONValue {
        [
            "id": .string(id),
            "name": .string(name),
            "isExample": .bool(isExample),
            "municipalities": .array(municipalities.map { ["istat": .string($0.istat), "name": .string($0.name)] }),
            "address": [
                "street": .string(address.street),
                "postalCode": .string(address.postalCode),
                "city": .string(address.city),
                "country": "IT",
            ],
            "phones": .array(
                phones.map { phone in
                    [
                        "number": .string(phone.number.shown),
                        "dialled": .string(phone.number.dialled),
                        "label": phone.label.map { .string($0.text) } ?? .null,
                        "calls": .bool(phone.takesCalls),
                        "whatsapp": .bool(phone.takesWhatsApp),
                    ]
                }
            ),
            "email": email.map { .string($0) } ?? .null,
            "hours": .array(
                hours.map { hours in
                    [
                        "days": .array(hours.days.map { .string($0.rawValue) }),
                        "opens": .string(hours.opens.description),
                        "closes": .string(hours.closes.description),
                        "byAppointment": .bool(hours.isByAppointment),
                        "season": hours.season?.data ?? .null,
                    ]
                }
            ),
            "closed": .array(closures.map(\.data)),
            "openOn": .array(openHolidays.map { .string($0.description) }),
            "languages": .array(languages.map { .string($0.code) }),
            "mediators": .array(mediators.map { .string($0.code) }),
            "patronSaint": .string(patronSaint.description),
        ]
    }
}

extension Season {
    /// Days of every year, as `06-24`.
    fileprivate var data: JSONValue { ["from": .string(first.description), "to": .string(last.description)] }
}

extension Centre.Closure {
    /// Days of one year, as `2026-12-24`, or of every year, as `12-24`; both included.
    fileprivate var data: JSONValue {
        let (first, last): (String, String) =
            switch days {
            case .once(let first, let last): (first.description, last.description)
            case .everyYear(let season): (season.first.description, season.last.description)
            }
        return ["from": .string(first), "to": .string(last), "reason": reason.map { .string($0.text) } ?? .null]
    }
}
