import Content
import Diagnostics
import Foundation
import Gettext
import Referral
import Site
import Testing

@testable import HTMLWriter

/// The form's markup, from small definitions.
@Suite struct FormMarkupTests {
    // MARK: Controls

    @Test(arguments: [
        (
            "kind: text\n    max-length: 9",
            #"<input class="a" id="f-x" aria-describedby="f-x-e" required="" aria-invalid="false" type="text" autocomplete="off" maxlength="9" dir="auto">"#
        ),
        ("kind: text\n    max-length: 9\n    pattern: '^[a-z]+$'", #" maxlength="9" pattern="^[a-z]+$""#),
        ("kind: long-text\n    max-length: 9", #" maxlength="9" rows="3" dir="auto"></textarea>"#),
        (
            "kind: phone",
            #" type="tel" autocomplete="off" maxlength="30" pattern="^\+?[0-9]( ?[0-9]){4,14}$" inputmode="tel""#
        ),
        ("kind: email", #" type="email" autocomplete="off" maxlength="254" pattern=""#),
        ("kind: date", #" type="date" autocomplete="off" min="2000-01-01" max="2099-12-31">"#),
        ("kind: month", #" type="month" autocomplete="off" min="2000-01" max="2099-12">"#),
        ("kind: yes-no", #"<input type="radio" name="f-x" value="false" required="">"#),
        ("kind: confirmation", #"<input type="checkbox" id="f-x" value="true""#),
        ("kind: code\n    codes: few", #"<input type="radio" name="f-x" value="b" required="">"#),
        ("kind: codes\n    codes: few", #"<input type="checkbox" name="f-x" value="b">"#),
        ("kind: code\n    codes: many", #"<option value="g">G</option>"#),
        ("kind: centre", #"<option value="uno">Centro di prova</option>"#),
        ("kind: municipality", #"<option value="999001" data-c="uno">Comune di prova</option>"#),
    ])
    func aKindIsAControl(_ kind: String, _ markup: String) async throws {
        let html = try await html(of: "  x:\n    label: Domanda\n    purpose: prova\n    \(kind)\n")
        #expect(html.contains(markup), "\(html)")
        #expect(html.contains(#"data-p="x""#))
        #expect(html.contains(#"<p class="error" id="f-x-e"></p>"#))
    }

    @Test func aLongListOfCodesIsPrintedAsBoxes() async throws {
        let html = try await html(of: "  x: {label: Domanda, purpose: prova, kind: code, codes: many}\n")
        #expect(html.contains(#"<ul class="paper"><li>A</li>"#))
        #expect(!html.contains("radio"))
    }

    @Test func conditionsStandInTheMarkup() async throws {
        let html = try await html(
            of: """
                  a: {label: Prima, purpose: prova, kind: code, codes: few}
                  b: {label: Seconda, purpose: prova, kind: yes-no, required-if: {a: [a, b]}, forbidden-if: {a: b}}
                  c: {label: Terza, purpose: prova, kind: yes-no, optional: true, forbidden-unless: {b: true}}

                """
        )
        #expect(html.contains(#"data-p="a" data-need="yes""#))
        #expect(html.contains(#"data-p="b" data-if="a=a|b" data-ban-if="a=b""#))
        #expect(html.contains(#"data-p="c" data-ban-unless="b=true""#))
        #expect(html.contains(#"<small class="some">(serve in alcuni casi)</small>"#))
        #expect(html.contains(#"<small class="optional">(facoltativo)</small>"#))
    }

    @Test func groupsAndListsNestWithIdsOfTheirOwn() async throws {
        let html = try await html(
            of: """
                  g:
                    label: Gruppo
                    purpose: prova
                    kind: group
                    at-least-one-of: [one, two]
                    fields:
                      one: {label: Uno, purpose: prova, kind: phone, optional: true}
                      two: {label: Due, purpose: prova, kind: email, optional: true}
                      items:
                        label: Voci
                        purpose: prova
                        kind: list
                        at-most: 3
                        fields: {name: {label: Nome, purpose: prova, kind: text, max-length: 5}}

                """
        )
        #expect(html.contains(#"<span>Serve almeno una di queste risposte: Uno e Due.</span>"#))
        #expect(html.contains(#"data-p="one" data-missing="formWrite" data-shape="formPhone" data-any="""#))
        #expect(html.contains(#"data-k="list" id="f-g-items" data-max="3""#))
        #expect(html.contains(#"id="f-g-items-0-name""#))
        let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    // MARK: What the form answers by itself

    @Test func versionAndLanguageAreFilledIn() async throws {
        let html = try await html(
            of: """
                  schemaVersion: {label: Versione, purpose: prova, kind: schema-version}
                  referralId: {label: Numero, purpose: prova, kind: uuid}
                  formLanguage: {label: Lingua, purpose: prova, kind: language}
                  sentOn: {label: Data, purpose: prova, kind: date}

                """
        )
        #expect(html.contains(#"data-p="schemaVersion" data-k="fixed"><input type="hidden" value="1.4"></div>"#))
        #expect(html.contains(#"data-p="formLanguage" data-k="fixed"><input type="hidden" value="it"></div>"#))
        #expect(html.contains(#"data-k="id"><span class="l">Numero</span>"#))
        #expect(html.contains(#"data-today="" data-early="formDate" data-late="formFuture""#))
    }

    // MARK: Languages

    @Test func italianStandsBesideATranslation() async throws {
        let fields = "  x: {label: Domanda, purpose: prova, kind: text, max-length: 5}\n"
        let translated = try await html(of: fields, in: "ar", label: "سؤال")
        #expect(
            translated.contains(#"<span class="l">سؤال <span class="it" lang="it" dir="ltr">Domanda</span></span>"#)
        )
        let untranslated = try await html(of: fields, in: "ar")
        #expect(untranslated.contains(#"<span class="l"><span lang="it" dir="ltr">Domanda</span></span>"#))
    }

    @Test func textIsEscaped() async throws {
        let html = try await html(of: "  x: {label: 'a < b & \"c\"', purpose: prova, kind: text, max-length: 5}\n")
        #expect(html.contains("a &lt; b &amp; &quot;c&quot;"))
    }

    @Test func theScriptsWordsSayWhichLanguageTheyAreIn() async throws {
        let site = try await site(of: "  x: {label: Domanda, purpose: prova, kind: yes-no}\n", label: nil)
        let form = try #require(site.form)
        let words = try site.editions.map { try FormWords(formWords(of: form, in: $0, of: site)) }
        let known = Set(Language.known.map(\.code))
        for words in words {
            #expect(words.formWrite == ["Scrivi la risposta.", "it", "ltr"])
            let codes = words.languages.compactMap(\.first)
            #expect(Set(codes).count == codes.count && known.isSubset(of: codes) && codes.count > 80)
        }
        #expect(words[0].languages[1] == ["en", "inglese"])
        #expect(words[1].languages[1] == ["en", "الإنجليزية – inglese"])
    }

    // MARK: The page

    @Test func onlyThePageOfTheFormLoadsTheScript() async throws {
        let site = try await site(of: "  x: {label: Domanda, purpose: prova, kind: yes-no}\n", label: nil)
        let files = try await webFiles(of: site)
        let scripts = files.map(\.path).filter { $0.hasSuffix(".js") }
        #expect(scripts.count == 1 + site.editions.count)
        for file in files where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(text.contains("<script") == file.path.contains("sportello"), "\(file.path)")
            #expect(text.contains("connect-src 'none'") == file.path.contains("sportello"), "\(file.path)")
        }
    }

    @Test func thePublishedScriptKeepsToItsBudget() async throws {
        let site = try await site(of: "  x: {label: Domanda, purpose: prova, kind: yes-no}\n", label: nil)
        let script = Assets(site: site).formScript.text
        #expect(script.utf8.count <= 10_240)
        #expect(script.hasPrefix("(() => {\n'use strict'\n"))
        #expect(!script.contains("\n//"))
    }

    // MARK: Rules

    /// The limits of the page are those of the rules that receivers apply.
    @Test(arguments: -40...14)
    func aWindowIsWhatTheRulesSay(_ distance: Int) throws {
        let month = 12 * 2026 + 5 + distance
        let form = try form(
            of: """
                  family:
                    label: Famiglia
                    purpose: prova
                    kind: group
                    fields:
                      dueMonth: {label: Mese, purpose: prova, kind: month}
                      children:
                        label: Figli
                        purpose: prova
                        kind: list
                        at-most: 3
                        fields: {birthMonth: {label: Mese, purpose: prova, kind: month}}

                """
        )
        let text = "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
        for (path, referral) in [
            ("family.dueMonth", ["dueMonth": .string(text)]),
            ("family.children.birthMonth", ["children": [["birthMonth": .string(text)]]]),
        ] as [(String, JSONValue)] {
            let broken = brokenRules(of: ["sentOn": "2026-06-15", "family": referral], centres: []).map(\.rule)
            let field = form.allFields.first { $0.path == path }
            guard case .months(let range, let early, let late)? = field?.sendingWindow else {
                Issue.record("\(path) has no window")
                continue
            }
            let expected = distance < range.lowerBound ? [early] : distance > range.upperBound ? [late] : []
            #expect(broken == expected, "\(path) \(text)")
        }
    }

    // MARK: Samples

    private func form(of fields: String) throws -> FormDefinition {
        let lists = ["few: {a: A, b: B}", "many: {a: A, b: B, c: C, d: D, e: E, f: F, g: G}"]
            .filter { fields.contains("codes: " + $0.prefix { $0 != ":" }) }
        let text = "version: 1.4.2\ncode-lists: {\(lists.joined(separator: ", "))}\nfields:\n\(fields)"
        let read = readForm(SourceText(file: "content/referral/form.yml", text: text))
        return try #require(read.value, "\(read.diagnostics)")
    }

    private func site(of fields: String, label: String?) async throws -> Site {
        let form = try form(of: fields)
        var sample = SampleSite()
        sample.desk = "## Orari\n\n```{referral-form}\n```\n"
        sample.arabic = label.map { [(id: "Domanda", text: $0)] } ?? []
        return try await sample.site(form: form)
    }

    private func html(of fields: String, in language: String = "it", label: String? = nil) async throws -> String {
        let site = try await site(of: fields, label: label)
        let edition = try #require(site.editions.first { $0.language.code == language })
        let page = try #require(edition.page("sportello"))
        return PageMarkup(site: site, edition: edition, route: page.route).form(level: 2).text
    }
}

/// Some of what a script of words assigns.
private struct FormWords: Decodable {
    var formWrite: [String]
    var languages: [[String]]

    init(_ script: String) throws {
        let start = "const formWords="
        try #require(script.hasPrefix(start))
        self = try JSONDecoder().decode(Self.self, from: Data(script.dropFirst(start.count).utf8))
    }
}
