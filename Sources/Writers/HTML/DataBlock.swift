package import Referral

extension HTML {
    /// A value as the inside of a `<script>` whose type is no script's: data, which browsers never run.
    ///
    /// In there HTML knows no entities, and only `</script` and `<!--` would end or change it (HTML, section 4.12.1.3).
    /// `<`, `>` and `&` stand in JSON inside of texts alone, where an escape says the same.
    package init(dataBlock value: JSONValue) {
        let escaped = value.compactText.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
        self.init(trusted: escaped.replacing("&", with: "\\u0026"))
    }
}
