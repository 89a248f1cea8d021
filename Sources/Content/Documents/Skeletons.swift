import Diagnostics

/// Begins each text that somebody is still to write, in what we begin for them and wherever they put it themselves.
let unwrittenMark = "DA SCRIVERE:"

/// One warning for a document that has texts still to be written, which names them.
func unwrittenProblem(_ messages: [Message]) -> Diagnostic? {
    let unwritten = messages.filter { $0.text.contains(unwrittenMark) }
    guard let first = unwritten.first else { return nil }
    let texts = unwritten.map { message in
        message.text.replacing(unwrittenMark, with: "").trimmingSpaces
    }
    return .warning(.unwrittenText(excerpts: texts, mark: unwrittenMark), at: first.location)
}

/// A page to begin with: it builds as it is, and says in Italian what belongs where.
package func skeletonPage(
    title: String,
    audience: Page.Audience,
    parent: String?,
    reviewed: CalendarDate,
    reviewBy: CalendarDate
) -> String {
    let parentLine = parent.map { "parent: \(yamlQuoted($0))\n" } ?? ""
    return """
        ---
        title: \(yamlQuoted(title))
        description: "\(unwrittenMark) una frase che dice che cosa si trova in questa pagina."
        audience: \(audience.rawValue)
        \(parentLine)reviewed: \(reviewed)
        review-by: \(reviewBy)
        ---

        \(unwrittenMark) scrivi qui in due o tre frasi le cose più importanti. I titoli sono le domande che fanno le persone.

        ## \(unwrittenMark) che cosa devo sapere?

        \(unwrittenMark) rispondi con frasi corte. Un’idea in ogni paragrafo.

        """
}

/// A leaflet to begin with: every panel of its format is there, the contact box and the QR code on the last one.
package func skeletonLeaflet(
    code: String,
    title: String,
    format: Leaflet.Format,
    reviewed: CalendarDate,
    reviewBy: CalendarDate
) -> String {
    let count =
        switch format {
        case .a4: 2
        case .a5Booklet: 8
        case .trifold: 6
        }
    let cover = "\(unwrittenMark) scrivi qui una o due frasi: di che cosa parla questo foglio, e per chi è."
    let inner =
        "## \(unwrittenMark) che cosa devo sapere?\n\n\(unwrittenMark) rispondi con frasi corte. Un’idea in ogni paragrafo."
    let back = """
        ## \(unwrittenMark) da dove comincio?

        \(unwrittenMark) di’ in una frase che cosa fare adesso.

        ```{contact}
        ```

        ```{qr}
        ```
        """
    let panels = [cover] + Array(repeating: inner, count: count - 2) + [back]
    return """
        ---
        code: \(code)
        title: \(yamlQuoted(title))
        description: "\(unwrittenMark) una frase che dice che cosa c’è su questo foglio."
        format: \(format.rawValue)
        per-centre: true
        reviewed: \(reviewed)
        review-by: \(reviewBy)
        ---

        \(panels.joined(separator: "\n\n---\n\n"))

        """
}

/// The text as a YAML scalar in double quotes, whatever is in it (YAML 1.2, section 7.3.1).
private func yamlQuoted(_ text: String) -> String {
    let inner = text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case _ where scalar.properties.isWhitespace: result += " "
        case _ where scalar.properties.generalCategory == .control: break
        default: result.unicodeScalars.append(scalar)
        }
    }
    return "\"\(inner)\""
}
