import ArgumentParser
import Content
import Diagnostics
import Foundation

/// What every command of ours can be told.
struct ProjectOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The project's folder, where content/ is.", valueName: "dir"))
    var project = "."

    @Option(help: "How problems are printed: text or json, one object a line.")
    var format = ReportFormat.text

    @Option(
        name: .customLong("lang"),
        help: "The language of problems: it or en; that of LANG unless named, English where LANG has another."
    )
    var language = DiagnosticLanguage(environment: ProcessInfo.processInfo.environment)

    @Option(
        name: .customLong("today"),
        help: ArgumentHelp(
            "The day to take for today, as 2026-11-21; that of SOURCE_DATE_EPOCH unless named, else the clock's.",
            valueName: "day"
        )
    )
    var day: String?

    func validate() throws {
        if let day, CalendarDate(day) == nil { throw ValidationError(.badDayArgument(day)) }
    }

    /// What has passed and what is to come is judged from this day.
    func today() throws -> CalendarDate {
        let today = day.map { CalendarDate($0) } ?? .today(environment: ProcessInfo.processInfo.environment)
        guard let today else { throw Refusal(.noClock) }
        return today
    }

    /// What every command starts from that builds or checks.
    func load() throws -> Diagnosed<LoadedProject?> { try folder.load(today: today()) }

    /// The same with its photos made ready, for what shows them.
    func loadWithPictures(by maker: PictureMaker) async throws -> Diagnosed<LoadedProject?> {
        let loaded = try load()
        guard let value = loaded.value else { return loaded }
        let shown = try await value.withPictures(by: maker)
        return Diagnosed(shown.value, loaded.diagnostics + shown.diagnostics)
    }

    var folder: ProjectFolder { ProjectFolder(path: project) }
    var report: Report { Report(format: format, language: language, folder: folder) }
}

extension DiagnosticLanguage: ExpressibleByArgument {
    /// By the variables of gettext, in its order: `LANGUAGE` (a list, heeded unless the locale is C), `LC_ALL`,
    /// `LC_MESSAGES`, `LANG`.
    init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let isPlain = ["C", "POSIX"].contains(locale.prefix { $0 != "." })
        let preferred = isPlain ? [] : (environment["LANGUAGE"] ?? "").split(separator: ":").map(String.init)
        let codes = (preferred + [locale]).map { String($0.prefix { $0.isLetter }).lowercased() }
        self = codes.lazy.compactMap(Self.init(rawValue:)).first ?? .english
    }
}

extension ExitCode {
    /// Problems in what people wrote.
    static let contentProblems = ExitCode(1)
    /// Something of ours, or of the machine, does not work (EX_SOFTWARE of sysexits.h).
    static let ourFault = ExitCode(70)
    /// An argument that does not fit (EX_USAGE of sysexits.h).
    static let wrongUsage = ExitCode(64)
}

/// Runs a command's work; what can't be done becomes one sentence and an exit code.
func reportingOutsideErrors(_ report: Report, _ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let code as ExitCode {
        throw code
    } catch let refusal as Refusal {
        report.say(refusal.problem)
        throw refusal.exitCode
    } catch let error as DiskError {
        report.say(error.problem)
        throw ExitCode.ourFault
    } catch {
        report.say(.unforeseen("\(error)"))
        throw ExitCode.ourFault
    }
}

extension ValidationError {
    /// An argument that is wrong whatever the project holds; options are not read yet, so the language is that of `LANG`.
    init(_ problem: Problem) {
        let language = DiagnosticLanguage(environment: ProcessInfo.processInfo.environment)
        let hint = problem.hint.map { "; " + $0(in: language) } ?? ""
        self.init(problem.message(in: language) + hint)
    }
}
