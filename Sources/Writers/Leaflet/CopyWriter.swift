import Diagnostics
import Referral
import Site

/// Writes a document as the template reads it, with the marks of one edition in their places.
struct CopyWriter {
    /// Nil for what has no editions.
    let edition: Edition?
    /// The file that a person mends when something can't be printed.
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    init(edition: Edition?, path: String) {
        self.edition = edition
        self.path = path
    }

    /// Nil for what this edition does not print.
    mutating func json(_ value: PaperValue) -> JSONValue? {
        switch value {
        case .text(let text): return .string(text)
        case .number(let number): return .integer(number)
        case .flag(let flag): return .bool(flag)
        case .joined(let pieces):
            var text = ""
            for piece in pieces { text += json(piece)?.text ?? "" }
            return .string(text)
        case .list(let values):
            var items: [JSONValue] = []
            for value in values { if let item = json(value) { items.append(item) } }
            return .array(items)
        case .record(let members):
            var object = JSONObject()
            for member in members { object[member.name] = json(member.value) }
            return .object(object)
        case .part(_, let value): return json(value)
        case .mark(let mark): return json(mark)
        }
    }

    private mutating func json(_ mark: CopyMark) -> JSONValue? {
        switch mark {
        case .name: return edition.map { .string($0.name) }
        case .draftStamp(let stamp): return edition?.isDraft == true ? json(stamp) : nil
        case .address(let page): return .string(address(of: page))
        case .code(let page, let place):
            let address = address(of: page)
            if let matrix = qrMatrix(of: address) { return .array(matrix.map { .string($0) }) }
            let excess = address.utf8.count - longestQRText
            diagnostics.append(
                .error(.qrAddress(address, excess: excess), at: SourceLocation(file: path, position: place.first))
            )
            return nil
        }
    }

    /// The page of the leaflet, its fragment saying which edition was printed.
    private func address(of page: String) -> String { page + (edition.map { "#" + $0.digits } ?? "") }
}
