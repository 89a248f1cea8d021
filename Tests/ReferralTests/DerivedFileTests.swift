import Testing

@testable import DataWriter
@testable import Referral

@Suite struct DerivedFileTests {
    /// Every property has one control, in the order of the form; details of lists begin anew at their item.
    @Test func everyFieldHasOneControl() throws {
        let form = try Repository.form()
        var paths: [String] = []
        func walk(_ element: JSONValue) {
            if let path = element["i18n"]?.text { paths.append(path) }
            for inner in element["elements"]?.items ?? [] { walk(inner) }
            if let detail = element["options"]?["detail"] { walk(detail) }
        }
        walk(uiSchema(of: form))
        #expect(paths == form.allFields.map(\.path))
    }

    @Test func whatMayBeForbiddenIsHidden() throws {
        let fields = try #require(uiSchema(of: try Repository.form())["elements"]?.items)
        let inCharge = try #require(fields.first { $0["i18n"] == "inCharge" })
        #expect(
            inCharge["rule"] == [
                "effect": "SHOW",
                "condition": [
                    "scope": "#/properties/pathway", "schema": ["const": "already_in_charge"],
                    "failWhenUndefined": true,
                ],
            ]
        )
        let objectives = try #require(inCharge["elements"]?.items?.first { $0["i18n"] == "inCharge.objectives" })
        #expect(objectives["rule"]?["effect"] == "HIDE")
        #expect(
            objectives["rule"]?["condition"]?["scope"] == "#/properties/inCharge/properties/objectivesToBeAgreed"
        )
        let detail = objectives["options"]?["detail"]?["elements"]?.items ?? []
        #expect(detail.map { $0["scope"] } == ["#/properties/area", "#/properties/text"])
        #expect(detail.last?["options"] == ["multi": true])
    }

    @Test func codesNameTheirFieldsAndMarks() throws {
        let form = try Repository.form()
        let list = try #require(form.codeLists.first { $0.name == "service-type" })
        let document = codeDocument(of: list, in: form)
        #expect(document["fields"] == ["referrer.serviceType", "inCharge.services"])
        #expect(
            document["codes"]?.items?.last == [
                "code": "other", "specialCategory": false,
                "labelKeys": ["referrer.serviceType.other", "inCharge.services.other"],
            ]
        )
    }

    @Test func typesSayWhatIsOptionalAndWhen() throws {
        let types = typeScriptTypes(of: try Repository.form())
        #expect(types.contains("export type PathwayCode =\n  | \"joint_contact\"\n  | \"already_in_charge\";\n"))
        #expect(
            types.contains(
                "   * Required if channel is \"phone_call\" or \"text_message\".\n   */\n  phone?: string;\n"
            )
        )
        #expect(types.contains("  given: true;\n"))
        #expect(types.contains("  vulnerability?: ReceivedVulnerabilityFactorCode[];\n"))
        let groups = try Repository.form().allFields.count { $0.kind.group != nil }
        #expect(types.matches(of: /\[property: string\]: unknown;/).count == groups + 1)
    }

    @Test func aQuestionnaireAsksWhatTheConditionsAllow() throws {
        let form = try Repository.form()
        let italian = labels(of: form, language: "it", direction: "ltr") { _, text in (text, true) }
        let arabic = labels(of: form, language: "ar", direction: "rtl") { _, text in
            text == "Madre" ? ("الأم", true) : (text, false)
        }
        let questionnaire = fhirQuestionnaire(
            of: form,
            baseURL: "https://x.example/",
            publisher: "Ente",
            isExample: true,
            title: "Visite",
            labels: [italian, arabic]
        )
        var items: [String: JSONValue] = [:]
        func walk(_ list: JSONValue?) {
            for item in list?.items ?? [] {
                if let id = item["linkId"]?.text { #expect(items.updateValue(item, forKey: id) == nil) }
                walk(item["item"])
            }
        }
        walk(questionnaire["item"])
        let ids = form.allFields.flatMap { [$0.path] + ($0.description == nil ? [] : [$0.path + ".description"]) }
        #expect(Set(items.keys) == Set(ids))
        #expect(items["family.dueMonth"]?["required"] == true)
        #expect(
            items["family.dueMonth"]?["enableWhen"] == [
                ["question": "family.expecting", "operator": "=", "answerBoolean": true]
            ]
        )
        #expect(items["family.contact.phone"]?["required"] == nil)
        #expect(items["inCharge.objectives"]?["enableWhen"]?.items?.first?["operator"] == "!=")
        #expect(items["referrer.name"]?["maxLength"] == 120)
        let mother = items["family.adults.role"]?["answerOption"]?.items?.first?["valueCoding"]
        #expect(mother?["system"] == "https://x.example/referral/v1/codes/adult-role.json")
        #expect(mother?["_display"]?["extension"]?.items?.count == 1)
        #expect(items["family"]?["_text"] == nil)
    }

    /// As `uuid.uuid5(uuid.NAMESPACE_URL, …)` of Python gives them.
    @Test func namesHaveTheUUIDsThatOthersGiveThem() {
        #expect(nameUUID("https://millegiorni.example/#hsds/service") == "2916f585-8b42-52b4-a8d0-3227528eaa36")
        #expect(nameUUID("") == "1b4db7eb-4057-5ddf-91e0-36dec72071f5")
    }
}
