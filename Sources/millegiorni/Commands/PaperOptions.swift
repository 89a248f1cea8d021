import ArgumentParser
import Diagnostics
import Foundation

/// Where the PDF engine, its fonts and its cache are; `make site` puts the first two into `.tools/`.
struct PaperOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Python with the PDF engine; '.tools/venv/bin/python3' unless named.", valueName: "file")
    )
    var python: String?

    @Option(
        help: ArgumentHelp(
            "Folder that holds the fonts of leaflets and nothing else; '.tools/fonts' unless named.",
            valueName: "dir"
        )
    )
    var fonts: String?

    @Option(
        help: ArgumentHelp(
            "Folder that keeps printed leaflets for the next build; '.cache/leaflets' unless named.",
            valueName: "dir"
        )
    )
    var cache: String?

    @Option(
        help: ArgumentHelp(
            "How long the PDF engine may be silent over one leaflet before it is ended.",
            valueName: "seconds",
            visibility: .hidden
        )
    )
    var printTimeout = 120

    func validate() throws {
        guard printTimeout > 0 else { throw ValidationError(.printTimeout) }
    }
}
