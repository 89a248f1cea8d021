import Diagnostics
import LeafletWriter

/// The leaflets that wait to be printed, and what has come of the others.
actor PrintQueue {
    /// A leaflet that waits.
    struct Sheet: Sendable {
        let leaflet: LeafletSheet
        /// Whether a worker has died over it.
        var isSecondTry = false
    }

    private var waiting: ArraySlice<Sheet>
    private(set) var count: PrintCount
    private var progress: PrintProgress
    /// How many workers have died since one last gave an answer.
    private var deaths = 0
    /// Problems of documents, each once, though it may come up in many languages.
    private var inDocuments: Set<Diagnostic> = []
    private var inPrint: [Diagnostic] = []
    private(set) var stagedFiles = 0

    init(_ leaflets: [LeafletSheet], progress: PrintProgress) {
        waiting = leaflets.map { Sheet(leaflet: $0) }[...]
        count = PrintCount(total: leaflets.count)
        self.progress = progress
    }

    /// The most deaths in a row: after them it is not the leaflets that are at fault.
    private static let deathLimit = 3

    /// The next leaflet to look at; nil when there is none.
    func next() throws -> Sheet? {
        try Task.checkCancellation()
        return waiting.popFirst()
    }

    /// What is wrong with the content comes alone: a leaflet with another fault in it is not worth a report.
    var diagnostics: [Diagnostic] {
        let problems = Array(inDocuments)
        return problems.hasErrors ? problems : problems + inPrint
    }

    /// Whether what is printed now may still be published.
    var isWorthPrinting: Bool { !Array(inDocuments).hasErrors }

    func note(_ problems: [Diagnostic]) {
        inDocuments.formUnion(problems)
    }

    func passed() {
        count.done += 1
        progress.show(count)
    }

    func found(files: Int) {
        count.cached += 1
        stagedFiles += files
        passed()
    }

    func printed(files: Int) {
        deaths = 0
        count.printed += 1
        stagedFiles += files
        passed()
    }

    /// The worker has said why it can't print a leaflet.
    func refused(_ problem: Diagnostic) {
        deaths = 0
        inPrint.append(problem)
        passed()
    }

    /// A worker has died over a leaflet: that is tried once more, after all others, since it may have been the machine's
    /// memory and not the leaflet.
    func died(over sheet: Sheet, problem: Diagnostic, isWorthAnotherTry: Bool) throws {
        deaths += 1
        guard deaths < Self.deathLimit else {
            throw OutsideError.worker(
                "\(problem.message), and so it went \(Self.deathLimit) times in a row; the leaflet is \(problem.location.file)"
            )
        }
        if isWorthAnotherTry, !sheet.isSecondTry {
            waiting.append(Sheet(leaflet: sheet.leaflet, isSecondTry: true))
        } else {
            inPrint.append(problem)
            passed()
        }
    }

    func endProgress() {
        progress.end()
    }
}
