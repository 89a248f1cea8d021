/// The words alone, as libcmark writes the alternative text of an image: line breaks become spaces, marks go.
package func plainText<Insert>(of inlines: [Inline<Insert>], insert: (Insert) -> String) -> String {
    var text = ""
    append(inlines, to: &text, insert: insert)
    return text
}

/// The words alone of what the parser gives.
package func plainText(of inlines: [Inline<Never>]) -> String {
    plainText(of: inlines) { (_: Never) -> String in }
}

private func append<Insert>(_ inlines: [Inline<Insert>], to text: inout String, insert: (Insert) -> String) {
    for inline in inlines {
        switch inline {
        case .text(let words, _), .code(let words, _), .html(let words, _): text += words
        case .softBreak, .lineBreak: text += " "
        case .emphasis(let children), .strong(let children): append(children, to: &text, insert: insert)
        case .link(let link): append(link.children, to: &text, insert: insert)
        case .image(let image): append(image.alternative, to: &text, insert: insert)
        case .insert(let value, _): text += insert(value)
        }
    }
}
