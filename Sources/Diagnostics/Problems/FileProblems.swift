/// What can be wrong with any file, whatever it holds.
extension Problem {
    package static func notUTF8(_ byte: UInt8) -> Problem {
        let code = "0x" + String(byte, radix: 16, uppercase: true)
        return Problem(
            "not-utf-8",
            en: "the byte \(code) can't stand here in UTF-8",
            it: "il byte \(code) non può stare qui in UTF-8",
            hint: Wording(en: "save the file with the encoding UTF-8", it: "salva il file con la codifica UTF-8")
        )
    }
}
