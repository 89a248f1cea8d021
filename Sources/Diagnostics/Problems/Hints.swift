/// Ways out that many problems have in common.
extension Wording {
    package static func didYouMean(_ candidate: String) -> Wording {
        Wording(en: "did you mean '\(candidate)'?", it: "intendevi '\(candidate)'?")
    }

    package static func oneOf(_ candidates: [String]) -> Wording {
        let list = candidates.joined(separator: ", ")
        return Wording(en: "it can be one of: \(list)", it: "può essere uno di: \(list)")
    }
}
