import Foundation

/// A line that the worker has said.
package enum WorkerAnswer: Hashable, Sendable {
    case ready(WorkerIdentity)
    case done(id: String, bytes: Int, sha256: String)
    case failed(LeafletFailure)
}

/// What the worker prints with; `fingerprint` is a hash of engine, template and font files, for cache keys.
package struct WorkerIdentity: Hashable, Sendable {
    package let engine: String
    package let families: [String]
    package let fingerprint: String
}

/// Why a leaflet was not printed, as facts.
package struct LeafletFailure: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// By how much each side that is too full is; none, where the paper has more sides than the text.
        case overflow([Excess])
        /// Characters that no font can show.
        case glyphs([String])
        /// Nil where the fonts as a whole are unfit.
        case font(family: String?)
        case tooWide(String)
        case structure(side: Int?)
        case output
        /// Over the worker's limit of processor time; it ends after this.
        case time
        /// The program's fault and not the text's: the worker's word for it, and the template's file and line if known.
        case program(String, place: String?)
    }

    package struct Excess: Hashable, Sendable, Decodable {
        /// From 1.
        package let panel: Int
        package let mm: Double
        package let lines: Int
    }

    /// Nil where the worker can't say which job it was, or could not start.
    package let id: String?
    package let kind: Kind
    package let message: String
    package let hints: [String]
}

/// Reads one line of the worker's output; a line that is no answer is a failure of the program.
package func readWorkerAnswer(_ line: String) -> WorkerAnswer {
    guard let answer = try? JSONDecoder().decode(AnswerLine.self, from: Data(line.utf8)) else {
        return .failed(.unreadable(line))
    }
    guard answer.ok else { return .failed(LeafletFailure(answer)) }
    if let id = answer.id, let bytes = answer.bytes, let sha256 = answer.sha256 {
        return .done(id: id, bytes: bytes, sha256: sha256)
    }
    if let engine = answer.engine, let families = answer.families, let fingerprint = answer.fingerprint {
        return .ready(WorkerIdentity(engine: engine, families: families, fingerprint: fingerprint))
    }
    return .failed(.unreadable(line))
}

/// An answer with every key that any kind of answer has.
private struct AnswerLine: Decodable {
    let ok: Bool
    let id: String?
    // Ready.
    let engine: String?
    let families: [String]?
    let fingerprint: String?
    // Done.
    let bytes: Int?
    let sha256: String?
    // Failed.
    let kind: String?
    let message: String?
    let hints: [String]?
    let panels: [LeafletFailure.Excess]?
    let glyphs: [String]?
    let family: String?
    let text: String?
    let panel: Int?
    let place: String?
}

extension LeafletFailure {
    fileprivate init(_ answer: AnswerLine) {
        let kind = answer.kind ?? "nameless"
        self.init(
            id: answer.id,
            kind: Kind(named: kind, answer),
            message: answer.message ?? "the worker gives no reason",
            hints: answer.hints ?? []
        )
    }

    fileprivate static func unreadable(_ line: String) -> LeafletFailure {
        let shown = line.count > 200 ? line.prefix(200) + "…" : line
        let kind = Kind.program("unreadable", place: nil)
        return LeafletFailure(id: nil, kind: kind, message: "the worker said '\(shown)', which is no answer", hints: [])
    }
}

extension LeafletFailure.Kind {
    fileprivate init(named name: String, _ answer: AnswerLine) {
        switch name {
        case "overflow": self = .overflow(answer.panels ?? [])
        case "glyph": self = .glyphs(answer.glyphs ?? [])
        case "font": self = .font(family: answer.family)
        case "too-wide": self = .tooWide(answer.text ?? "")
        case "structure": self = .structure(side: answer.panel)
        case "output": self = .output
        case "time": self = .time
        default: self = .program(name, place: answer.place)
        }
    }
}
