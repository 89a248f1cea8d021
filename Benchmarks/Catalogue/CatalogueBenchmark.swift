import Diagnostics
import Foundation
import Gettext

/// Reads a catalogue and a template, merges them and writes the result, as `translations update` does; for `make bench`.
///
///     CatalogueBenchmark CATALOGUE TEMPLATE OUTPUT
@main
struct CatalogueBenchmark {
    static func main() throws {
        let paths = CommandLine.arguments.dropFirst()
        guard paths.count == 3 else {
            FileHandle.standardError.write(Data("usage: CatalogueBenchmark CATALOGUE TEMPLATE OUTPUT\n".utf8))
            exit(64)
        }
        let read = try paths.prefix(2).map { path in
            parseCatalogue(bytes: try Array(Data(contentsOf: URL(filePath: path))), file: path)
        }
        let problems = read.flatMap(\.diagnostics)
        guard problems.isEmpty else {
            FileHandle.standardError.write(Data((problems[0].description + "\n").utf8))
            exit(1)
        }
        let (catalogue, template) = (read[0].value, read[1].value)
        let merged = catalogue.merged(with: template, renamed: catalogue.likelyRenames(to: template))
        try Data(writeCatalogue(merged).utf8).write(to: URL(filePath: paths[paths.startIndex + 2]))
    }
}
