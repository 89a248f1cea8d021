import ArgumentParser
import Diagnostics

/// What every command of ours can be told.
struct ProjectOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The project's folder, where content/ is.", valueName: "dir"))
    var project = "."

    @Option(help: "How problems are printed: text or json, one object a line.")
    var format = ReportFormat.text

    var folder: ProjectFolder { ProjectFolder(path: project) }
    var report: Report { Report(format: format) }
}

extension ExitCode {
    /// Problems in what people wrote.
    static let contentProblems = ExitCode(1)
    /// Something of ours, or of the machine, does not work (EX_SOFTWARE of sysexits.h).
    static let ourFault = ExitCode(70)
}

/// Runs a command's work; what the outside refuses becomes one sentence and exit code 70.
func reportingOutsideErrors(_ report: Report, _ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let code as ExitCode {
        throw code
    } catch let error as ValidationError {
        throw error
    } catch {
        report.say("millegiorni: \(error)")
        throw ExitCode.ourFault
    }
}
