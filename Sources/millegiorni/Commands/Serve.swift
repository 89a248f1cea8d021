import ArgumentParser
import FlyingFox
import FlyingSocks
import Foundation

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the site on this machine while you write; problems stand on the page.",
        discussion: """
            A change in content/ or translations/ is on the page within a second. Nothing is written, and leaflets are not
            printed: 'millegiorni build' does that. Ctrl-C ends it.

              millegiorni serve
              millegiorni serve --port 8080
            """
    )

    @OptionGroup var options: ProjectOptions

    @Option(help: "The port on this machine, which no other machine reaches.")
    var port: UInt16 = 8000

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let preview = LivePreview(options: options)
            await preview.refresh()
            report.print(await preview.diagnostics)
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
            report.say("http://127.0.0.1:\(port)/")
            try await server.run()
        }
    }
}
