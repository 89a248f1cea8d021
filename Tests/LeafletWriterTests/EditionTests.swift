import Content
import Diagnostics
import Referral
import Testing

@testable import LeafletWriter
@testable import Site

@Suite("Editions of the paper")
struct EditionTests {
    private static let body = """
        ![Un cerchio.](../media/cerchio.svg)

        Per {service.months} mesi. Chiama {service.emergency} o scrivi a {service.write_to}: [leggi](https://prova.it).

        3. Uno
        4. Due

        ```{contact}
        ```

        ```{centres}
        ```

        ```{note}
        Nota.
        ```

        ```{qr}
        ```
        """

    private static var sample: SampleSite {
        var sample = SampleSite(body)
        sample.title = "Il foglio di {service.months} mesi"
        sample.languages = ["it", "ar"]
        sample.media = [circle(3)]
        sample.arabic = ["Nota.": "ملاحظة.", "Sportello": "مكتب", "Suona": "رن الجرس"]
        sample.arabicFurniture = [.qrCaption: "صورة"]
        return sample
    }

    private static func circle(_ radius: Int) -> MediaFile {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle r='\(radius)'/></svg>"
        return MediaFile(path: "content/media/cerchio.svg", bytes: Array(svg.utf8))
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Of the Arabic sheet and the bilingual one; none where what is printed stays the same.
        let changes: [EditionChange]
        let make: @Sendable (inout SampleSite) -> Void

        init(_ name: String, _ changes: [EditionChange], _ make: @escaping @Sendable (inout SampleSite) -> Void) {
            (testDescription, self.changes, self.make) = (name, changes, make)
        }

        /// Other words in the files of the content.
        init(_ name: String, _ changes: [EditionChange], _ old: String, _ new: String) {
            self.init(name, changes) { $0.changes = [(old, new)] }
        }

        /// Another translation of a word of the site.
        init(_ name: String, _ furniture: Furniture, _ words: String = "كلمة") {
            self.init(name, [.wording]) { $0.arabicFurniture[furniture] = words }
        }
    }

    static let edits = [
        Edit("the title", [.wording], "Il foglio", "La carta"),
        Edit("a text", [.wording], "Per {", "Da {"),
        Edit("the number that a list starts with", [.wording], "3. Uno\n4.", "5. Uno\n6."),
        Edit("one more item", [.wording], "4. Due", "4. Due\n5. Tre"),
        Edit("the text of a note", [.wording], "Nota.", "Avviso."),
        Edit("a translated word", [.wording]) { $0.arabic["Nota."] = "تنبيه." },
        Edit("a new translation", [.wording]) { $0.arabic["Uno"] = "واحد" },
        Edit("the label of a note", .noteLabel),
        Edit("the caption of the code", .qrCaption, "التقط"),
        Edit("the alternative text of the code", .qrAlternative, "رمز {address}"),
        Edit("the line above the centres", .municipalities),
        Edit("the number of the page", .paperPage, "{page} / {pages}"),
        Edit("the label of the edition", .leafletEdition),
        Edit("the words around the day of the last check", .lastChecked, "فحص {date}"),
        Edit("the notice of sample data", .paperSample),
        Edit("a word of the site that is not printed", []) { $0.arabicFurniture[.formYes] = "نعم" },
        Edit("the stamp of a draft", []) { $0.arabicFurniture[.paperUnreleased] = "مسودة" },
        Edit("the note on the review", []) { $0.arabicFurniture[.paperDraft] = "لم تراجع" },
        Edit("the day of the last check", []) { $0.reviewed = "2026-03-03" },
        Edit("the accent colour", [], "#9a3b1b", "#0b5d5e"),
        Edit("the picture", [.wording]) { $0.media = [circle(4)] },
        Edit("the alternative text of the picture", [.wording], "Un cerchio.", "Un anello."),
        Edit("a number of the service", [.rules], "months: 3", "months: 4"),
        Edit("a phone of the service", [.numbers], #"phone: "112""#, #"phone: "118""#),
        Edit("a mail address of the service", [.addresses], "a@prova", "b@prova"),
        Edit("a link", [.addresses], "https://prova.it", "https://altra.it"),
        Edit("the address of the site, and with it the code", [.wording]) { $0.baseURL = "https://altra.example" },
        Edit("who publishes", [.wording]) { $0.publisher = "Altro" },
        Edit("a phone of the centre", [.numbers]) { $0.phone = "0500 111 00" },
        Edit("a WhatsApp number of the centre", [.numbers], "0500 000 01", "0500 111 01"),
        Edit("who answers a phone, in Italian", [.wording]) {
            $0.changes = [("Sportello\"}", "Segreteria\"}"), ("label: Sportello", "label: Segreteria")]
            $0.arabic["Segreteria"] = "سكرتارية"
        },
        Edit("who answers a phone", [.wording]) { $0.arabic["Sportello"] = "شباك" },
        Edit("the name of the centre", [.addresses], "name: Centro", "name: Centri"),
        Edit("a town of the centre", [.addresses], "name: Comune", "name: Città"),
        Edit("the street of the centre", [.addresses], "Via Prova", "Via Nuova"),
        Edit("the mail address of the centre", [.addresses], "c0@prova", "c9@prova"),
        Edit("the way in", [.wording]) { $0.arabic["Suona"] = "اطرق" },
        Edit("an hour of the centre", [.hours], #"closes: "13:00""#, #"closes: "12:30""#),
        Edit("a day of the centre", [.hours], "thursday", "friday"),
        Edit(
            "hours of one more day",
            [.hours],
            #"closes: "18:00"}"#,
            "closes: \"18:00\"}\n  - {days: [saturday], opens: \"09:00\", closes: \"10:00\"}"
        ),
        Edit("a language spoken at the desk", [.wording], "languages: [it]", "languages: [it, en]"),
        Edit("a mediator", [.wording], "mediators: []", "mediators: [ar]"),
        Edit("the order of the blocks", [.wording]) {
            $0.body = $0.body.replacing("```{note}\nNota.\n```\n\n", with: "") + "\n\n```{note}\nNota.\n```"
        },
        Edit("an hour and a number", [.numbers, .hours]) {
            $0.phone = "0500 111 00"
            $0.changes = [("13:00", "12:30")]
        },
    ]

    @Test("An edition changes exactly when what is printed does, and says in which way", arguments: edits)
    func changes(_ edit: Edit) async throws {
        var after = Self.sample
        edit.make(&after)
        for layout in Leaflet.Layout.allCases {
            let (old, new) = (try await printed(Self.sample, layout), try await printed(after, layout))
            #expect(edit.changes.isEmpty == (old.digits == new.digits))
            #expect(EditionChange.between(old.print, new.print) == edit.changes)
        }
    }

    @Test("The page that lists centres which are too many for a sheet, found at another address, is a new edition")
    func addressOfTheList() async throws {
        var (before, after) = (Self.sample, Self.sample)
        before.body = "```{contact}\n```"
        before.centres = 5
        before.pages = ["index": "Ciao", "centri": "```{centres}\n```"]
        after = before
        after.pages = ["index": "Ciao", "sportelli": "```{centres}\n```"]
        let (old, new) = (try await printed(before, .single), try await printed(after, .single))
        #expect(old.digits != new.digits)
        #expect(EditionChange.between(old.print, new.print) == [.addresses])
    }

    @Test("One more centre is more numbers and addresses")
    func oneMoreCentre() async throws {
        var after = Self.sample
        after.centres = 2
        let (old, new) = (try await printed(Self.sample, .single), try await printed(after, .single))
        #expect(Set(EditionChange.between(old.print, new.print)).isSuperset(of: [.numbers, .addresses]))
    }

    // MARK: By construction

    /// Every piece of the document, by what it takes to change it and nothing else.
    private static func mutants(of value: PaperValue, isNoted: Bool = true) -> [(isNoted: Bool, value: PaperValue)] {
        func within(
            _ children: [PaperValue],
            _ isNoted: Bool,
            _ make: ([PaperValue]) -> PaperValue
        )
            -> [(isNoted: Bool, value: PaperValue)]
        {
            children.indices.flatMap { index in
                mutants(of: children[index], isNoted: isNoted).map { mutant in
                    var changed = children
                    changed[index] = mutant.value
                    return (mutant.isNoted, make(changed))
                }
            }
        }
        switch value {
        case .text(let text): return [(isNoted, .text(text + "x"))]
        case .number(let number): return [(isNoted, .number(number + 1))]
        case .flag(let flag): return [(isNoted, .flag(!flag))]
        case .joined(let values): return within(values, isNoted) { .joined($0) }
        case .list(let values):
            return within(values, isNoted) { .list($0) } + [(isNoted, .list(values + ["of tomorrow"]))]
        case .record(let members):
            return within(members.map(\.value), isNoted) { values in
                .record(zip(members, values).map { .init(name: $0.name, value: $1) })
            } + [(isNoted, .record(members + [.init(name: "of-tomorrow", value: "x")]))]
        case .part(let part, let value):
            return mutants(of: value, isNoted: isNoted && part != nil).map { ($0.isNoted, .part(part, $0.value)) }
        case .mark(.address(let page)): return [(isNoted, .mark(.address(of: page + "x")))]
        case .mark(.draftStamp(let stamp)): return [(false, .mark(.draftStamp(.list([stamp]))))]
        case .mark(.name), .mark(.code): return []
        }
    }

    @Test("No piece of the document can change, and no new kind of piece be added, without a new edition")
    func construction() async throws {
        let site = try await Self.sample.resolved()
        let key = EditionLedger.Key(leaflet: "MG-01", language: "ar", layout: .single, centre: nil)
        for sheet in site.sheets {
            let document = try #require(site.document(of: .leaflet(sheet)).value).encoded
            let print = EditionLedger.Fingerprint(of: document, key: key)
            let mutants = Self.mutants(of: document)
            #expect(mutants.count > 200)
            for mutant in mutants {
                let other = EditionLedger.Fingerprint(of: mutant.value, key: key)
                #expect((other.whole != print.whole) == mutant.isNoted)
                #expect((EditionChange.between(print, other) != []) == mutant.isNoted)
            }
        }
    }

    /// Members of the document that are no part of an edition.
    private static func unnoted(in value: PaperValue, name: String = "") -> Set<String> {
        switch value {
        case .text, .number, .flag, .joined: []
        case .list(let values): values.reduce(into: []) { $0.formUnion(unnoted(in: $1, name: name)) }
        case .record(let members): members.reduce(into: []) { $0.formUnion(unnoted(in: $1.value, name: $1.name)) }
        case .part(nil, _), .mark(.name), .mark(.draftStamp), .mark(.code): [name]
        case .part(_, let value): unnoted(in: value, name: name)
        case .mark(.address): []
        }
    }

    @Test("Look, format and the marks of a copy are no part of an edition, and nothing else is left out")
    func leftOut() async throws {
        let site = try await Self.sample.resolved()
        let all = try site.sheets.reduce(into: Set<String>()) { all, sheet in
            all.formUnion(Self.unnoted(in: try #require(site.document(of: .leaflet(sheet)).value).encoded))
        }
        #expect(
            all == [
                "format", "layout", "max-sides", "accent", "lang", "dir", "t", "role", "tight", "href", "draft",
                "review", "matrix", "v", "link-words",
            ]
        )
    }

    @Test("A comma of the Italian is a new edition of the bilingual sheet alone")
    func italianComma() async throws {
        // What mediators keep when the Italian changes no more than its commas.
        var (before, after) = (SampleSite("Ciao a tutti"), SampleSite("Ciao, a tutti"))
        before.arabic = ["Ciao a tutti": "مرحبا"]
        after.arabic = ["Ciao, a tutti": "مرحبا"]
        before.languages = ["it", "ar"]
        after.languages = ["it", "ar"]
        #expect(
            try await printed(before, .single).digits == printed(after, .single).digits
        )
        #expect(
            try await printed(before, .bilingual).digits != printed(after, .bilingual).digits
        )
    }

    @Test("What the ledger has in these very words is released; everything else is a draft")
    func released() async throws {
        var sample = SampleSite("Ciao")
        let draft = try await printed(sample, .single)
        #expect(draft.isDraft)
        #expect(draft.name == draft.digits)
        let print = draft.print
        func line(_ day: String, _ digits: String, _ whole: String) -> String {
            (["MG-01", "it", "single", "-", day, digits, whole] + EditionPart.allCases.map { print[$0] })
                .joined(separator: "\t")
        }
        // The digits of a former release stay on its copies, whatever is hashed by now.
        sample.ledger = [line("2026-03-05", "0a1b2c3d", print.whole)]
        let released = try #require(try await sample.jobs().value.last)
        #expect(try released.sheet.edition.name == "2026-03-05-0a1b2c3d")
        #expect(!released.document.compactText.contains("BOZZA"))
        #expect(released.timestamp == 1_772_668_800)
        sample.ledger.append(line("2026-03-06", "00000000", "00000000"))
        #expect(try await printed(sample, .single).isDraft)
    }

    private func printed(_ sample: SampleSite, _ layout: Leaflet.Layout) async throws -> Edition {
        let jobs = try await sample.jobs(layout)
        #expect(jobs.diagnostics == [])
        return try #require(jobs.value.last).sheet.edition
    }
}

extension PaperValue: ExpressibleByStringLiteral {
    /// A piece of text.
    public init(stringLiteral value: String) { self = .text(value) }
}
