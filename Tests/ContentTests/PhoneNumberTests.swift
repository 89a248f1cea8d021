import Content
import Diagnostics
import Testing

/// Numbers as people write them, and as a phone with a SIM card of another country must dial them.
@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("0500 000 001", "+390500000001", "0500 000 001", "+39-0500-000-001"),
        ("(0500) 000-001", "+390500000001", "0500 000 001", "+39-0500-000-001"),
        ("0500/000001", "+390500000001", "0500 000001", "+39-0500-000001"),
        ("06 000000", "+3906000000", "06 000000", "+39-06-000000"),
        ("300 000 0000", "+393000000000", "300 000 0000", "+39-300-000-0000"),
        ("800 000 000", "+39800000000", "800 000 000", "+39-800-000-000"),
        ("+39 0500 000001", "+390500000001", "+39 0500 000001", "+39-0500-000001"),
        ("0039 0500 000001", "+390500000001", "0039 0500 000001", "+390500000001"),
        ("+41 91 000 00 00", "+41910000000", "+41 91 000 00 00", "+41-91-000-00-00"),
        ("112", "112", "112", "112"), ("114", "114", "114", "114"), ("118", "118", "118", "118"),
        ("1522", "1522", "1522", "1522"), ("19696", "19696", "19696", "19696"),
        ("116 117", "116117", "116 117", "116117"),
        ("0500\u{A0}000\u{202F}001", "+390500000001", "0500 000 001", "+39-0500-000-001"),
    ])
    func isDialledFromAnywhere(text: String, dialled: String, shown: String, hyphenated: String) throws {
        let number = try #require(PhoneNumber(text, countryCode: "39"))
        #expect(number.dialled == dialled)
        #expect(number.shown == shown)
        #expect(number.hyphenated == hyphenated)
        #expect(number.link == "tel:" + dialled)
    }

    @Test func leavesTheZeroOutWhereACountryDoes() throws {
        #expect(try #require(PhoneNumber("030 000000", countryCode: "49")).dialled == "+4930000000")
        #expect(try #require(PhoneNumber("0549 000000", countryCode: "378")).dialled == "+3780549000000")
        #expect(try #require(PhoneNumber("988", countryCode: "1")).dialled == "988")
    }

    @Test(arguments: [
        "", "+", "00", "0500", "1234", "5000", "12", "0500 000 00x", "00 00 00 00", "++39 0500 000001", "0500+000001",
        "٠٥٠٠ ٠٠٠ ٠٠١", "+39 0500 000 000 0000 0", "1 2 3 4", "0500 000 001 interno 5",
    ])
    func refusesWhatCannotBeDialled(text: String) {
        #expect(PhoneNumber(text, countryCode: "39") == nil)
    }

    @Test func beginsAConversation() throws {
        let number = try #require(PhoneNumber("0500 000 011", countryCode: "39"))
        #expect(
            number.whatsAppLink(greeting: "Ciao, è qui?")
                == "https://wa.me/390500000011?text=Ciao%2C%20%C3%A8%20qui%3F"
        )
    }

    @Test func namesAFourDigitNumberAtItsPlace() throws {
        let sample = SampleProject()
        let facts = try #require(sample.texts["content/service.yml"])
        let lines = facts.split(separator: "\n").count
        let found = sample.with("content/service.yml", facts + "\nshort: {phone: \"1234\"}\n").read().diagnostics
        #expect(found.map(\.identifier) == ["bad-phone"], "\(found)")
        #expect(found.first?.location.position?.line ?? 0 > lines)
    }

    @Test func aNumberInALinkIsDialledFromAnywhereToo() throws {
        let page = SampleProject.page("[Chiama](tel:0500000001) [aiuto](tel:112)")
        let home = try #require(SampleProject().with("content/pages/index.md", page).read().value?.pages.first)
        #expect(home.messages.flatMap(\.targets) == [.external("tel:+390500000001"), .external("tel:112")])
        let wrong = SampleProject().with("content/pages/index.md", SampleProject.page("[Chiama](tel:0500)"))
        #expect(wrong.read().diagnostics.map(\.identifier) == ["bad-phone"])
    }

    @Test func theCountryCodeIsASetting() throws {
        let sample = SampleProject()
        let settings = try #require(sample.texts["content/site.yml"])
        let swiss = sample.with("content/site.yml", settings + "\ncountry-code: \"+41\"\n").read()
        #expect(swiss.diagnostics == [])
        #expect(swiss.value?.settings.countryCode == "41")
        for wrong in ["39x", "+0", "++39", "+1234"] {
            let found = sample.with("content/site.yml", settings + "\ncountry-code: \"\(wrong)\"\n").read().diagnostics
            #expect(found.map(\.identifier) == ["bad-country-code"], "\(wrong): \(found)")
        }
    }

    /// A centre that only takes messages is told of, and has no number to call.
    @Test func aCentreThatCannotBeCalledIsAWarning() throws {
        let sample = SampleProject()
        let (file, text) = try #require(sample.texts.first { $0.key.hasPrefix("content/centres/") })
        let only = text.replacing(
            /phones:.*/,
            with: "phones: [{number: \"0500 000 777\", whatsapp: true, calls: false}]"
        )
        let read = sample.with(file, only).read()
        #expect(read.diagnostics.map(\.identifier) == ["no-number-to-call"], "\(read.diagnostics)")
        #expect(!read.diagnostics.hasErrors)
        #expect(read.value?.centres.first?.numberToCall == nil)
        let both = text.replacing(/phones:.*/, with: "phones: [{number: \"0500 000 777\", whatsapp: true}]")
        let centre = try #require(sample.with(file, both).read().value?.centres.first)
        #expect(centre.numberToCall == centre.numberToWrite)
        let none = text.replacing(/phones:.*/, with: "phones: [{number: \"0500 000 777\", calls: false}]")
        #expect(sample.with(file, none).read().diagnostics.map(\.identifier) == ["useless-phone"])
    }
}
