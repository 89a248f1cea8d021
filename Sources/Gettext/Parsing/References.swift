/// The files that the `#:` lines name, without splitting a name that stands between U+2068 and U+2069 at its spaces.
func references(in text: String) -> [String] {
    let words = text.utf8.split(whereSeparator: { $0.isBlank || $0 == .carriageReturn }).map { String(Substring($0)) }
    guard text.unicodeScalars.contains(where: { $0 == isolate || $0 == endOfIsolate }) else { return words }
    var references: [String] = []
    var open: [String] = []
    for word in words {
        let scalars = word.unicodeScalars
        if !open.isEmpty || (scalars.contains(isolate) && !scalars.contains(endOfIsolate)) {
            open.append(word)
            guard scalars.contains(endOfIsolate) else { continue }
            references.append(withoutIsolates(open.joined(separator: " ")))
            open = []
        } else {
            references.append(withoutIsolates(word))
        }
    }
    return (references + open.map(withoutIsolates)).filter { !$0.isEmpty }
}

/// A reference as it is written: isolated when it has a space in it.
func written(reference: String) -> String {
    reference.utf8.contains(where: \.isBlank) ? "\u{2068}\(reference)\u{2069}" : reference
}

private let isolate: Unicode.Scalar = "\u{2068}"
private let endOfIsolate: Unicode.Scalar = "\u{2069}"

private func withoutIsolates(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == isolate || $0 == endOfIsolate }) else { return text }
    var scalars = text.unicodeScalars
    scalars.removeAll { $0 == isolate || $0 == endOfIsolate }
    return String(scalars)
}
