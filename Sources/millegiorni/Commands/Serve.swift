import ArgumentParser
import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the site on this machine while you write; problems stand on the page.",
        discussion: """
            A change in content/ or translations/ is on the page within a second. Nothing is written but pictures kept in .cache/, and
            leaflets are not printed: 'millegiorni build' does that. Ctrl-C ends it.

              millegiorni serve
              millegiorni serve --port 8080
            """
    )

    @OptionGroup var options: ProjectOptions
    @OptionGroup var python: PythonOptions

    @Option(help: "The port on this machine, which no other machine reaches; the next free one where it is taken.")
    var port: UInt16 = 8000

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            _ = try options.folder.paths(under: "content")
            let preview = LivePreview(
                options: options,
                pictures: PictureMaker(options: python, project: options.folder)
            )
            await preview.refresh()
            report.print(await preview.diagnostics)
            let candidates = port...(min(port, .max - 20) + 20)
            guard let free = candidates.first(where: isFree) else { throw Refusal(.portsTaken(port)) }
            if free != port { report.say(.portTaken(port, next: free)) }
            try await serve(preview, at: free)
        }
    }

    /// Whether nobody listens at a port of this machine.
    private func isFree(_ port: UInt16) -> Bool {
        guard let socket = try? Socket(domain: AF_INET) else { return false }
        defer { try? socket.close() }
        do {
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
        } catch {
            return false
        }
        return true
    }

    /// Says the address once nobody else can have it.
    private func serve(_ preview: LivePreview, at port: UInt16) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
        await server.appendRoute("*") { request in
            let path = request.path.removingPercentEncoding ?? request.path
            let answer = await preview.answer(to: path)
            return HTTPResponse(
                statusCode: answer.isFound ? .ok : .notFound,
                headers: [.contentType: answer.type, HTTPHeader("Cache-Control"): "no-store"],
                body: Data(answer.bytes)
            )
        }
        let report = options.report
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                report.say("http://127.0.0.1:\(port)/")
                try await tell(of: preview, report)
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Each problem as it comes and goes, on a line of its own; one that only moves is not told again.
    private func tell(of preview: LivePreview, _ report: Report) async throws {
        var known = await preview.diagnostics
        while true {
            try await Task.sleep(for: .seconds(1))
            await preview.refresh()
            let now = await preview.diagnostics
            for problem in now where !known.contains(where: { $0.isSame(as: problem) }) {
                report.say(problem.line(in: report.language))
            }
            for problem in known where !now.contains(where: { $0.isSame(as: problem) }) {
                report.say(.mended(problem.line(in: report.language)))
            }
            known = now
        }
    }
}

extension Diagnostic {
    fileprivate func isSame(as other: Diagnostic) -> Bool {
        location.file == other.location.file && problem == other.problem
    }

    fileprivate func line(in language: DiagnosticLanguage) -> String {
        description(in: language).split(separator: "\n").first.map(String.init) ?? ""
    }
}
