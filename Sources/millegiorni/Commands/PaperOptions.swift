import ArgumentParser
import Foundation

/// Where the PDF engine and its fonts are; `make site` puts them into `.tools/`.
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
}
