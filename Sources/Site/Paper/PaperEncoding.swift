import Content

// The one place that knows how a document is spelled for the engine: the README of the leaflet writer has the grammar.

/// What says how something is printed, and is not printed itself.
private func kind(_ name: String) -> PaperValue { .part(nil, .text(name)) }

extension PaperDocument {
    package var encoded: PaperValue {
        switch body {
        case .panels(let panels): ["meta": meta.encoded, "panels": .list(panels.map(\.encoded))]
        case .rows(let rows): ["meta": meta.encoded, "rows": .list(rows.map(\.encoded))]
        case .form(let intro, let fields):
            ["meta": meta.encoded, "intro": .list(intro.map(\.encoded)), "fields": .list(fields.map(\.encoded))]
        }
    }
}

extension PaperMeta {
    fileprivate var encoded: PaperValue {
        [
            "format": kind(format.rawValue),
            "layout": layout.map(kind),
            "max-sides": mostSides.map { .part(nil, .number($0)) },
            "code": .text(code),
            "title": title.plain,
            "lang": kind(language.code),
            "dir": kind(language.direction.rawValue),
            "language": .text(language.ownName),
            "publisher": .text(publisher),
            "accent": kind(accent),
            "italian-title": italianTitle?.plain,
            "sample": sample?.encoded,
            "draft": draft.map { .mark(.draftStamp($0.encoded)) },
            "illustration": illustration.map { .record($0.members) },
            "link-words": linkWords.map { .part(nil, ["phone": .text($0.phone), "email": .text($0.email)]) },
            "footer": [
                "edition": edition.encoded,
                "review": .part(nil, review.encoded),
                "page": .text(page),
            ],
        ]
    }
}

extension [PaperBlock] {
    fileprivate var encoded: PaperValue { .list(map(\.encoded)) }
}

extension PaperBlock {
    fileprivate var encoded: PaperValue {
        guard case .record(let members) = content.encoded, let language else { return content.encoded }
        return .record(members + language.members)
    }
}

extension PaperBlock.Content {
    fileprivate var encoded: PaperValue {
        switch self {
        case .heading(let level, let inlines):
            ["t": kind("heading"), "level": .part(nil, .number(level)), "c": inlines.encoded]
        case .paragraph(let inlines): ["t": kind("para"), "c": inlines.encoded]
        case .list(let isTight, let start, let items):
            [
                "t": kind("list"), "tight": .part(nil, .flag(isTight)), "start": start.map { .number($0) },
                "items": .list(items.map(\.encoded)),
            ]
        case .quote(let blocks): ["t": kind("quote"), "c": blocks.encoded]
        case .code(let code): ["t": kind("code"), "v": .text(code)]
        case .rule: ["t": kind("rule")]
        case .picture(let picture): .record(picture.members + [.init(name: "t", value: kind("image"))])
        case .box(let role, let title, let blocks):
            ["t": kind("box"), "role": kind(role.rawValue), "title": title.encoded, "c": blocks.encoded]
        case .contact(let invitation, let centres, let blanks):
            [
                "t": kind("contact"), "c": invitation?.encoded, "centres": .list(centres.map(\.encoded)),
                "blanks": blanks.isEmpty ? nil : .list(blanks.map(\.encoded)),
            ]
        case .qr(let code):
            [
                "t": kind("qr"), "matrix": .mark(.code(of: code.page, at: code.place)), "alt": code.alternative.plain,
                "url": .mark(.address(of: code.page)), "label": .text(code.label),
                "caption": code.caption.encoded,
            ]
        case .table(let head, let rows):
            ["t": kind("table"), "head": head.encoded, "rows": .list(rows.map(\.encoded))]
        }
    }
}

extension [PaperCell] {
    fileprivate var encoded: PaperValue {
        .list(map { .record([.init(name: "c", value: $0.content.encoded)] + ($0.language?.members ?? [])) })
    }
}

extension PaperPicture {
    fileprivate var members: [PaperValue.Member] {
        let alternative = PaperValue.Member(name: "alt", value: alternative.plain)
        guard let photo else { return [.init(name: "svg", value: .text(drawing)), alternative] }
        // The photo is what is printed; how it is written into the file may change with the program that does it.
        return [.init(name: "svg", value: kind(drawing)), .init(name: "photo", value: .text(photo)), alternative]
    }
}

extension PaperContact {
    fileprivate var encoded: PaperValue {
        [
            "name": name.encoded,
            "lines": .list(lines.map(\.encoded)),
            "phones": .list(phones.map { ["label": $0.label?.encoded, "number": $0.number.encoded] }),
        ]
    }
}

extension PaperField {
    fileprivate var encoded: PaperValue {
        let head: PaperValue = [
            "label": label.encoded, "italian": italian?.encoded, "help": help?.encoded,
            "remarks": remarks.isEmpty ? nil : .list(remarks.map(\.encoded)), "note": note?.encoded,
        ]
        guard case .record(let members) = head, case .record(let own) = kind.encoded else { return head }
        return .record(members + own)
    }
}

extension PaperField.Kind {
    fileprivate var encoded: PaperValue {
        switch self {
        case .group(let fields): ["t": kind("group"), "fields": .list(fields.map(\.encoded))]
        case .list(let times, let fields):
            ["t": kind("list"), "times": .number(times), "fields": .list(fields.map(\.encoded))]
        case .text(let lines): ["t": kind("text"), "lines": .number(lines)]
        case .date(let like, let hint):
            ["t": kind("date"), "like": .list(like.map { .text($0) }), "hint": hint.encoded]
        case .month(let like): ["t": kind("month"), "like": .list(like.map { .text($0) })]
        case .choice(let isMany, let options):
            [
                "t": kind(isMany ? "choices" : "choice"),
                "options": .list(options.map { ["label": $0.label.encoded, "italian": $0.italian?.encoded] }),
            ]
        case .confirmation: ["t": kind("confirmation")]
        }
    }
}

extension [PaperInline] {
    fileprivate var encoded: PaperValue { .list(map(\.encoded)) }

    /// Their words alone, where no markup can stand.
    fileprivate var plain: PaperValue { .joined(map(\.plain)) }
}

extension PaperInline {
    fileprivate var encoded: PaperValue {
        switch self {
        case .text, .joined: ["t": kind("text"), "v": plain]
        case .strong(let children): ["t": kind("strong"), "c": children.encoded]
        case .emphasis(let children): ["t": kind("emph"), "c": children.encoded]
        case .code(let code): ["t": kind("code"), "v": .text(code)]
        case .lineBreak: ["t": kind("br")]
        case .link(let address, let children):
            ["t": kind("link"), "href": .part(.named(by: address), .text(address)), "c": children.encoded]
        case .span(let children, let language):
            .record(
                [.init(name: "t", value: kind("span"))] + language.members + [.init(name: "c", value: children.encoded)]
            )
        case .isolated(let text, let href):
            ["t": kind("isolated"), "v": .text(text), "href": href.map(kind)]
        case .editionName: ["t": kind("isolated"), "v": .mark(.name)]
        case .part(let part, let inline): .part(part, inline.encoded)
        }
    }

    fileprivate var plain: PaperValue {
        switch self {
        case .text(let text), .code(let text), .isolated(let text, _): .text(text)
        case .lineBreak: .text(" ")
        case .joined(let children), .strong(let children), .emphasis(let children), .link(_, let children),
            .span(let children, _):
            children.plain
        case .editionName: .mark(.name)
        case .part(let part, let inline): .part(part, inline.plain)
        }
    }
}

extension EditionPart {
    /// What a link leads to: a number or an address.
    fileprivate static func named(by link: String) -> EditionPart { link.hasPrefix("tel:") ? .numbers : .addresses }
}

extension Language {
    fileprivate var members: [PaperValue.Member] {
        [.init(name: "lang", value: kind(code)), .init(name: "dir", value: kind(direction.rawValue))]
    }
}
