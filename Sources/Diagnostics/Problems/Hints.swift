/// Ways out that many problems have in common.
extension Wording {
    package static func didYouMean(_ candidate: String) -> Wording {
        Wording(en: "did you mean '\(candidate)'?", it: "intendevi '\(candidate)'?")
    }
}
