import ArgumentParser
import Diagnostics

/// Thrown where a command can't do what it was asked for: a problem that has no place in a file.
struct Refusal: Error {
    let problem: Problem
    let exitCode: ExitCode

    /// Something of ours, of the machine or of the folders that a command works in.
    init(_ problem: Problem) {
        self.init(problem, .ourFault)
    }

    /// What the command was told does not fit the project.
    static func argument(_ problem: Problem) -> Refusal { Refusal(problem, .wrongUsage) }

    private init(_ problem: Problem, _ exitCode: ExitCode) {
        self.problem = problem
        self.exitCode = exitCode
    }
}
