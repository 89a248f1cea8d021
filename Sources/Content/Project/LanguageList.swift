package import Diagnostics

/// The text of `site.yml` with one more language at the end of its list, everything else as it was, comments too.
///
/// Nil when the list is not written as this expects, in brackets on one line or one item a line: then a person has to
/// add it.
package func addingLanguage(_ language: Language, to source: SourceText) -> SourceText? {
    let before = readSiteSettings(source)
    guard !before.diagnostics.hasErrors, let settings = before.value, !settings.languages.contains(language),
        case .mapping(let pairs)? = parseYAML(source).value?.value,
        let list = pairs.first(where: { $0.key == "languages" })?.value,
        case .sequence(let items) = list.value, let last = items.last,
        let place = last.location.position
    else { return nil }

    var lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard lines.indices.contains(place.line - 1), place.column - 1 < lines[place.line - 1].count else { return nil }
    let line = lines[place.line - 1]
    let head = line[..<(place.column - 1)]
    if head.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }), head.contains(UInt8(ascii: "-")) {
        let ending: [UInt8] = line.last == UInt8(ascii: "\r") ? [UInt8(ascii: "\r")] : []
        lines.insert(Array(head) + Array(language.code.utf8) + ending, at: place.line)
    } else {
        let end = line[(place.column - 1)...].firstIndex { ",] \t#".utf8.contains($0) } ?? line.count
        lines[place.line - 1].replaceSubrange(end..<end, with: ", \(language.code)".utf8)
    }
    let text = String(decoding: Array(lines.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    let changed = SourceText(file: source.file, text: text)
    // Whatever the file looks like: it is right when it is read as it should be.
    let after = readSiteSettings(changed)
    guard after.value?.languages == settings.languages + [language], after.diagnostics == before.diagnostics
    else { return nil }
    return changed
}
