import Diagnostics
import LeafletWriter
import Site

/// The leaflets that wait to be printed, and what has come of the others.
///
/// They wait in batches of one text, since the engine remembers what it has just laid out.
actor PrintQueue {
    /// A leaflet that waits.
    struct Sheet: Sendable {
        let printable: Printable
        /// Whether a worker has died over it.
        var isSecondTry = false
    }

    private var waiting: ArraySlice<[Sheet]>
    private(set) var count: PrintCount
    private var progress: PrintProgress
    /// How many workers have died since one last gave an answer.
    private var deaths = 0
    /// So many deaths in a row are not the fault of leaflets; one more than all workers can die at once.
    private let deathLimit: Int
    /// Problems of documents, each once, though it may come up in many languages.
    private var inDocuments: Set<Diagnostic> = []
    /// Sheets that the worker has refused, and over which workers have died.
    private var faults: [PrintFault] = []
    private var deadly: [Diagnostic] = []
    private(set) var stagedFiles = 0

    init(_ printables: [Printable], workers: Int, progress: PrintProgress) {
        deathLimit = max(3, workers + 1)
        waiting = Self.batches(of: printables)[...]
        count = PrintCount(total: printables.count)
        self.progress = progress
    }

    /// Texts in the order of the first leaflet of each.
    private static func batches(of printables: [Printable]) -> [[Sheet]] {
        Dictionary(grouping: printables.enumerated(), by: \.element.text).values
            .sorted { $0[0].offset < $1[0].offset }
            .map { $0.map { Sheet(printable: $0.element) } }
    }

    /// The next leaflets to look at; none when all have been taken.
    func nextBatch() -> [Sheet] { waiting.popFirst() ?? [] }

    /// Always in the same order, whichever worker was faster.
    ///
    /// What is wrong with the content comes alone: what is printed of it is not what will be printed in the end.
    func diagnostics(in site: Site) -> [Diagnostic] {
        let inPrint = isWorthPrinting ? problems(with: faults, in: site) + deadly : []
        return (Array(inDocuments) + inPrint).sorted { $0.description < $1.description }
    }

    /// Whether what is printed now may still be published.
    private(set) var isWorthPrinting = true

    func note(_ problems: [Diagnostic]) {
        inDocuments.formUnion(problems)
        if problems.hasErrors { isWorthPrinting = false }
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
    func refused(_ fault: PrintFault) {
        deaths = 0
        faults.append(fault)
        passed()
    }

    /// A worker has died over a leaflet: that is tried once more, after all others, since it may have been the machine's
    /// memory and not the leaflet.
    func died(over sheet: Sheet, problem: Diagnostic, isWorthAnotherTry: Bool) throws {
        deaths += 1
        guard deaths < deathLimit else {
            throw Refusal(
                .engineKeepsDying(problem.message, times: deathLimit, leaflet: problem.location.file)
            )
        }
        if isWorthAnotherTry, !sheet.isSecondTry {
            waiting.append([Sheet(printable: sheet.printable, isSecondTry: true)])
        } else {
            deadly.append(problem)
            passed()
        }
    }

    func endProgress() {
        progress.end()
    }
}
