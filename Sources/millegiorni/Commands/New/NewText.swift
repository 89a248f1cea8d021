import ArgumentParser
import Content
import Diagnostics

/// A text to begin with, on its way into `content/`.
struct NewText {
    let path: String
    let text: String

    /// Writes it where nothing is yet, if it reads well with all the rest; else reports why not and writes nothing.
    func write(to folder: ProjectFolder, report: Report) throws {
        if try folder.text(at: path) != nil { throw Refusal.argument(.existsAlready(path)) }
        let files = try folder.contentFiles()
        let before = Set(readProject(files.value).diagnostics)
        var changed = files.value
        changed.texts.append(SourceText(file: path, text: text))
        let problems = readProject(changed).diagnostics.filter { !before.contains($0) }
        if problems.hasErrors {
            report.print(problems)
            throw ExitCode.contentProblems
        }
        try folder.write(text, to: path)
    }
}
