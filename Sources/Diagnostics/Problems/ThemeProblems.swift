/// What can be wrong with the colours of the site.
extension Problem {
    /// `better` is a near colour with contrast enough.
    package static func lowContrast(
        _ colour: String,
        with other: String,
        is contrast: Double,
        minimum: Double,
        better: String?
    ) -> Problem {
        let (found, wanted) = (decimal(contrast), decimal(minimum))
        return Problem(
            "low-contrast",
            en: "\(colour) with \(other) has a contrast of \(found) to 1, and text needs \(wanted) to 1",
            it: "\(colour) con \(other) ha un contrasto di \(comma(found)) a 1, e al testo serve \(comma(wanted)) a 1",
            hint: better.map {
                Wording(en: "for example \"\($0)\", which is near to it", it: "per esempio \"\($0)\", che le è vicino")
            }
        )
    }
}

/// With two places, cut off: what is under a limit must not look as if it reached it.
private func decimal(_ number: Double) -> String {
    let hundredths = Int(number * 100)
    let places = String(hundredths % 100)
    return "\(hundredths / 100)." + (places.count < 2 ? "0" : "") + places
}

private func comma(_ number: String) -> String { number.replacing(".", with: ",") }
