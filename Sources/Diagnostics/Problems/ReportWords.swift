/// The words around problems, and what commands say when all is well.
extension Wording {
    static let error = Wording(en: "error", it: "errore")
    static let warning = Wording(en: "warning", it: "avviso")
    static let hint = Wording(en: "hint", it: "suggerimento")

    package static func count(errors: Int, warnings: Int) -> Wording {
        Wording(
            en: "\(counted(errors, "error", "errors")), \(counted(warnings, "warning", "warnings"))",
            it: "\(counted(errors, "errore", "errori")), \(counted(warnings, "avviso", "avvisi"))"
        )
    }

    package static let noErrors = Wording(en: "no errors", it: "nessun errore")

    package static func built(files: Int, folder: String, seconds: String) -> Wording {
        Wording(
            en: "\(counted(files, "file", "files")) in \(folder) in \(seconds) s",
            it: "\(files) file in \(folder) in \(seconds) s"
        )
    }

    package static func wrote(_ path: String) -> Wording { Wording(en: "wrote \(path)", it: "scritto \(path)") }
}

private func counted(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
