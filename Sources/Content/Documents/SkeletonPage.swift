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
        description: "Una frase che dice che cosa si trova in questa pagina."
        audience: \(audience.rawValue)
        \(parentLine)reviewed: \(reviewed)
        review-by: \(reviewBy)
        ---

        Scrivi qui in due o tre frasi le cose più importanti. I titoli sono le domande che fanno le persone.

        ## Che cosa devo sapere?

        Rispondi con frasi corte. Un’idea in ogni paragrafo.

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
