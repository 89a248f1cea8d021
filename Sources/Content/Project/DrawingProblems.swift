internal import Diagnostics
internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// What an SVG must not hold: scripts, other documents, moving parts, and anything that comes from elsewhere.
///
/// It also stands at an address of its own, where a browser runs and loads what is in it. What is no XML is one error.
func drawingProblems(of file: MediaFile) -> [Diagnostic] {
    let reader = DrawingReader(file: file)
    // An entity may stand for any of it, and is made by drawing programs alone.
    if let place = reader.place(of: "<!ENTITY", upTo: reader.lines.count) {
        return [.error(.drawingHolds("<!ENTITY>"), at: place)]
    }
    let parser = XMLParser(data: Data(file.bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    // The parser of Linux takes an element without an end for no error.
    guard parser.parse(), parser.parserError == nil, reader.isWhole else {
        let position = SourcePosition(line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
        return [.error(.malformedDrawing, at: SourceLocation(file: file.path, position: position))]
    }
    return reader.diagnostics
}

private final class DrawingReader: NSObject, XMLParserDelegate {
    let path: String
    let lines: [Substring]
    var diagnostics: [Diagnostic] = []
    private var style: String?
    private var openElements = 0
    private var elements = 0

    /// Whether all elements that have begun have ended.
    var isWhole: Bool { elements > 0 && openElements == 0 }

    init(file: MediaFile) {
        path = file.path
        lines = String(decoding: file.bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// The last place of some words in the lines up to one.
    func place(of words: String, upTo line: Int) -> SourceLocation? {
        for number in stride(from: min(line, lines.count), to: 0, by: -1) {
            guard let range = lines[number - 1].range(of: words, options: .backwards) else { continue }
            let column = lines[number - 1].distance(from: lines[number - 1].startIndex, to: range.lowerBound) + 1
            return SourceLocation(file: path, position: SourcePosition(line: number, column: column))
        }
        return nil
    }

    private func report(_ problem: Problem, at words: String, _ parser: XMLParser) {
        let line = SourcePosition(line: max(1, parser.lineNumber), column: 1)
        let place = place(of: words, upTo: parser.lineNumber) ?? SourceLocation(file: path, position: line)
        diagnostics.append(.error(problem, at: place))
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements += 1
        openElements += 1
        let tag = "<" + (qualifiedName ?? name)
        if forbiddenElements.contains(name.lowercased()) {
            report(.drawingHolds("<\(name)>"), at: tag, parser)
            return
        }
        for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) {
            let bare = attribute.split(separator: ":").last.map { $0.lowercased() } ?? ""
            if bare.hasPrefix("on") {
                report(.drawingHolds("<\(name) \(attribute)>"), at: tag, parser)
            } else if addressAttributes.contains(bare) && !leadsInside(value) || holdsOutsideAddress(value) {
                report(.drawingLoads("<\(name) \(attribute)>"), at: tag, parser)
            }
        }
        if name == "style" { style = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { style? += text }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { style? += String(decoding: block, as: UTF8.self) }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        openElements -= 1
        guard name == "style", let style else { return }
        self.style = nil
        if holdsOutsideAddress(style) || style.lowercased().contains("@import") {
            report(.drawingLoads("<style>"), at: "<" + (qualifiedName ?? name), parser)
        }
    }

    func parser(_ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?) {
        report(.drawingHolds("<?\(target)>"), at: "<?" + target, parser)
    }
}

/// In lower case; the animations are among them because they can write any attribute.
private let forbiddenElements: Set<String> = [
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener",
    "animate", "animatemotion", "animatetransform", "set",
]

private let addressAttributes: Set<String> = ["href", "src", "base"]

private func leadsInside(_ address: String) -> Bool { address.hasPrefix("#") }

/// Whether a value of CSS loads something: `url(` with anything but a part of the same drawing, or an escape, behind which
/// it may hide.
private func holdsOutsideAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    guard text.contains("url(") || text.contains("image-set(") || text.contains("\\") else { return false }
    if text.contains("\\") || text.contains("image-set(") { return true }
    return text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().contains { rest in
        let address = rest.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        return !address.hasPrefix("#")
    }
}
