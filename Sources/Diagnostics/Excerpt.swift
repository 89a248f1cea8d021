/// At most the first forty characters of a text that a person wrote, on one line, to be named in a message.
package func excerpt(_ text: some StringProtocol) -> String {
    let start = text.unicodeScalars.prefix(41)
    let line = String(
        String.UnicodeScalarView(start.prefix(40).map { $0.properties.generalCategory == .control ? " " : $0 })
    )
    return start.count > 40 ? line + "…" : line
}

package func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    excerpt(String(decoding: bytes.prefix(200), as: UTF8.self))
}
