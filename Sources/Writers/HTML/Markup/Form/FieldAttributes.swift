import Referral
import Site

extension FormMarkup {
    /// What the script knows of a field: its property, when it is asked, and what is said of its answer.
    func attributes(of field: FormField) -> [HTMLAttribute] {
        var attributes = [HTMLAttribute("class", "q"), HTMLAttribute("data-p", field.property)]
        if field.isRequired { attributes.append(HTMLAttribute("data-need", "yes")) }
        for condition in field.conditions {
            let values: [String] =
                switch condition.test.expectation {
                case .isTrue: ["true"]
                case .isFalse: ["false"]
                case .isOne(let codes), .contains(let codes): codes
                }
            let test = "\(condition.test.property)=\(values.joined(separator: "|"))"
            switch condition {
            case .requiredIf: attributes.append(HTMLAttribute("data-if", test))
            case .forbiddenIf: attributes.append(HTMLAttribute("data-ban-if", test))
            case .forbiddenUnless: attributes.append(HTMLAttribute("data-ban-unless", test))
            }
        }
        return attributes + sentences(about: field) + window(of: field)
    }

    private func sentences(about field: FormField) -> [HTMLAttribute] {
        let (missing, shape): (Furniture?, Furniture?) =
            switch field.kind {
            case .group, .list: (nil, nil)
            case .code, .codes, .yesNo, .centre, .municipality, .language: (.formPick, nil)
            case .confirmation: (.formConfirm, nil)
            case .phone: (.formWrite, .formPhone)
            case .email: (.formWrite, .formEmail)
            case .date: (.formWrite, .formDate)
            case .month: (.formWrite, .formMonth)
            case .text, .schemaVersion, .uuid: (.formWrite, .formShape)
            }
        var attributes: [HTMLAttribute] = []
        if let missing { attributes.append(HTMLAttribute("data-missing", missing.rawValue)) }
        if let shape { attributes.append(HTMLAttribute("data-shape", shape.rawValue)) }
        switch field.kind {
        case .month, .text(_, .some, isMultiline: true):
            if let limits = field.textLimits { attributes.append(HTMLAttribute("data-pattern", limits.pattern)) }
        default: break
        }
        return attributes
    }

    private func window(of field: FormField) -> [HTMLAttribute] {
        var attributes = field.filling == .personFromToday ? [HTMLAttribute("data-today", "")] : []
        var (early, late): (Furniture?, Furniture?) = (nil, nil)
        switch field.sendingWindow {
        case .untilThen(let rule)?:
            attributes.append(HTMLAttribute("data-until", ""))
            (early, late) = (.formDate, sentence(of: rule))
        case .months(let range, let first, let last)?:
            attributes.append(HTMLAttribute("data-months", "\(range.lowerBound) \(range.upperBound)"))
            (early, late) = (sentence(of: first), sentence(of: last))
        case nil where field.kind == .date: (early, late) = (.formDate, .formFuture)
        case nil where field.kind == .month: (early, late) = (.formMonth, .formMonth)
        case nil: break
        }
        if let early { attributes.append(HTMLAttribute("data-early", early.rawValue)) }
        if let late { attributes.append(HTMLAttribute("data-late", late.rawValue)) }
        return attributes
    }
}

/// What a person is told who breaks the rule.
private func sentence(of rule: ReferralRule) -> Furniture {
    switch rule {
    case .childIsBorn: .formChildUnborn
    case .childIsAtMostThree: .formChildTooOld
    case .agreementComesFirst: .formAgreementLate
    case .dueMonthIsPlausible: .formDueMonth
    case .centreIsKnown: .formPick
    case .municipalityBelongsToCentre: .formOtherCentre
    }
}
