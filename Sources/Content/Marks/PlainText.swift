import CommonMark
package import Diagnostics

/// The marks in a text that takes none (a title, a label), which readers would see as they stand.
package func plainTextProblems(_ text: String, at location: SourceLocation) -> [Diagnostic] {
    guard mayHoldMarks(text) else { return [] }
    let inlines = parseInlines(text, reportingAt: location).value
    let typed = TypedText(inlines, in: TypedLines(SourceText(file: location.file, text: text), firstLine: 1))
    if typed.isTooLong {
        return [.error(.longText(bytes: typed.bytes.count, limit: TypedText.limit), at: location)]
    }
    let marks = unreadMarks(in: typed).filter { found in
        // A lone star is a word's own (`tutt*`), a backslash is itself.
        if case .unclosed(let mark) = found.mark { return mark.count > 1 }
        return found.mark != .backslash
    }
    if let mark = marks.first { return [.error(mark.problem, at: location)] }
    return inlines.contains(where: \.isMarked) ? [.error(.marksInPlainText, at: location)] : []
}

/// The contacts typed into a translation, with their places in its own text; short numbers are not among them.
package func typedContacts(inTranslation text: String, syntax: Message.Syntax) -> [TypedContact] {
    let source = SourceText(file: "", text: text)
    let inlines: [Inline<Never>] =
        syntax == .markdown
        ? parseInlines(text, reportingAt: SourceLocation(file: "")).value : [.text(text, at: .start)]
    return typedContacts(in: TypedText(inlines, in: TypedLines(source, firstLine: 1)), file: "")
        .filter { !$0.isShort }
}

/// The contacts typed into a text that takes no marks.
func typedContacts(inPlainText message: Message) -> [TypedContact] {
    let source = SourceText(file: message.location.file, text: message.text)
    let typed = TypedText([.text(message.text, at: .start)], in: TypedLines(source, firstLine: 1))
    return typedContacts(in: typed, file: source.file).map { $0.moved(to: message.location) }
}

extension Inline where Insert == Never {
    /// Whether it is more than words and line breaks.
    fileprivate var isMarked: Bool {
        switch self {
        case .emphasis, .strong, .link, .image, .code, .html: true
        case .text, .softBreak, .lineBreak, .insert: false
        }
    }
}
