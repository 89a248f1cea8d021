import ArgumentParser
import Content
import Diagnostics
import Referral
import Site

struct ReferralRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Freezes the contract under the version of form.yml.",
        discussion: """
            Its files are kept under contract/releases/, from where every build publishes them again, byte for byte, as
            referral/<version>/. Commit them. A version that is there is never touched: to release a change, write a new
            version in content/referral/form.yml and what is new in contract/CHANGELOG.md.
            """
    )

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        let report = options.report
        try await reportingOutsideErrors(report) {
            let loaded = try options.load()
            var diagnostics = loaded.diagnostics
            if let value = loaded.value {
                diagnostics += value.undescribedVersion
                if !diagnostics.hasErrors { diagnostics += try await freeze(value) }
            }
            report.print(diagnostics)
            if diagnostics.hasErrors { throw ExitCode.contentProblems }
        }
    }

    private func freeze(_ loaded: LoadedProject) async throws -> [Diagnostic] {
        let site = await resolve(
            loaded.project,
            form: loaded.form,
            languages: loaded.project.settings.languages,
            catalogues: loaded.catalogues,
            hasPaper: false,
            today: loaded.today
        )
        let version = loaded.form.version
        let folder = ProjectFolder.releasePath(of: version)
        guard let differing = try options.folder.freeze(loaded.contractFiles(of: site), as: version) else {
            options.report.say(.released(version: version.description, folder: folder))
            return []
        }
        if differing.isEmpty {
            options.report.say(.releasedBefore(version: version.description))
            return []
        }
        let names = differing.prefix(5).joined(separator: ", ") + (differing.count > 5 ? ", …" : "")
        let next = ContractVersion(major: version.major, minor: version.minor, patch: version.patch + 1)
        let problem = Problem.releasedAlready(version: version.description, files: names, next: next.description)
        return [.error(problem, at: loaded.form.versionLocation)]
    }
}

extension LoadedProject {
    /// An error where the changelog has no section for the version that the form has.
    fileprivate var undescribedVersion: [Diagnostic] {
        let heading = "## [\(form.version)]"
        let lines = (contract.changelog ?? "").split(whereSeparator: \.isNewline)
        guard !lines.contains(where: { $0.hasPrefix(heading) }) else { return [] }
        let problem = Problem.undescribedVersion(form.version.description, heading: heading)
        return [.error(problem, at: SourceLocation(file: ProjectFolder.changelogPath))]
    }
}
