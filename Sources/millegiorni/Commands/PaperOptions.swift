import ArgumentParser
import Diagnostics
import Foundation

/// Where the Python is that prints and makes pictures ready; `make site` puts it into `.tools/`.
struct PythonOptions: ParsableArguments {
    @Option(
        name: .customLong("python"),
        help: ArgumentHelp(
            "Python with the PDF engine and Pillow; '.tools/venv/bin/python3' unless named.",
            valueName: "file"
        )
    )
    var path: String?

    @Option(
        help: ArgumentHelp(
            "How long a worker may be silent over one leaflet or picture before it is ended.",
            valueName: "seconds",
            visibility: .hidden
        )
    )
    var printTimeout = 120

    func validate() throws {
        guard printTimeout > 0 else { throw ValidationError(.printTimeout) }
    }
}

/// Where the PDF engine, its fonts and its cache are; `make site` puts the first two into `.tools/`.
struct PaperOptions: ParsableArguments {
    @OptionGroup var python: PythonOptions

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
}
