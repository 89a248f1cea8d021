import Diagnostics
import Gettext
import Testing

@Suite struct PluralTests {
    @Test(arguments: [
        ("n", 7, 7), ("!n", 0, 1), ("!!n", 5, 1), ("1+2*3", 0, 7), ("(1+2)*3", 0, 9), ("10-3-2", 0, 5),
        ("100/10/5", 0, 2),
        ("n%10==1&&n%100!=11", 21, 1), ("n%10==1&&n%100!=11", 111, 0), ("n<2==1", 1, 1), ("1||0&&0", 0, 1),
        ("n?2:3?4:5", 0, 4), ("n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2", 3, 1), (" n\t> 1 ", 2, 1), ("!n+1", 0, 2),
        ("n-5>0", 2, 1), ("0&&1/0", 0, 0), ("1||1/0", 0, 1), ("n?1:1/0", 1, 1),
    ])
    func evaluatesAsC(text: String, n: UInt, expected: UInt) throws {
        #expect(try PluralExpression(parsing: text).value(for: n) == expected)
    }

    @Test(arguments: ["n/0", "n%(n-n)", "1/0||1"])
    func divisionByZeroHasNoValue(text: String) throws {
        #expect(try PluralExpression(parsing: text).value(for: 3) == nil)
    }

    @Test(arguments: [
        "", "n+", "(n", "n)", "n ? 1", "n ? : 2", "m", "n n", "n = 1", "n & 1", "-n", "99999999999999999999999", "n;n",
        "é",
        String(repeating: "(", count: 100_000), String(repeating: "!", count: 100_000),
        String(repeating: "n+", count: 100_000) + "n", String(repeating: "n?", count: 100_000),
    ])
    func badExpressionsAreProblems(text: String) {
        #expect(throws: Problem.self) { try PluralExpression(parsing: text) }
    }

    @Test func saysWhatIsWrong() {
        func problem(_ header: String) -> String? {
            guard case .failure(let problem) = PluralRule.parse(header) else { return nil }
            return problem.message.english.replacing("Plural-Forms in the header: ", with: "")
        }
        #expect(problem("nplurals=2; plural=(n;") == "the expression ends where ')' is due")
        #expect(problem("nplurals=2; plural=n;") == "the expression gives form 2 for n = 2, but nplurals is 2")
        #expect(problem("nplurals=2; plural=5%n;") == "the expression divides by zero for n = 0")
        #expect(problem("nplurals=two; plural=0;") == "'two' is not a number of forms")
        #expect(problem("plural=0;") == "nplurals= is missing")
        #expect(problem("nplurals = 1; plural=0;") == "nplurals= is missing")
        #expect(problem("nplurals=2; plural=n; plural=n!=1;") == "plural= is there more than once")
        #expect(problem("nplurals=3; plural=n!=1;") == "the expression gives forms up to 1 only, but nplurals is 3")
    }

    @Test func numbersBeyondTheCheckedOnesStillHaveAForm() throws {
        let rule = try PluralRule(parsing: "nplurals=2; plural=n>1000000?7:n!=1;")
        #expect(rule.form(for: 5) == 1)
        #expect(rule.form(for: .max) == 0)
    }

    /// Forms for some numbers by CLDR's plural rules (unicode.org, plural rules of each language, integers only).
    @Test(arguments: [
        ("it", [1: 0, 0: 1, 2: 1, 11: 1, 1_000: 1]), ("en", [1: 0, 0: 1, 2: 1]), ("es", [1: 0, 0: 1, 2: 1]),
        ("fr", [0: 0, 1: 0, 2: 1, 100: 1]), ("sq", [1: 0, 0: 1, 2: 1]), ("ur", [1: 0, 0: 1, 2: 1]),
        ("bn", [0: 0, 1: 0, 2: 1]), ("pa", [0: 0, 1: 0, 2: 1]), ("zh-Hans", [0: 0, 1: 0, 2: 0, 100: 0]),
        ("ro", [1: 0, 0: 1, 2: 1, 19: 1, 20: 2, 35: 2, 100: 2, 101: 1, 119: 1, 120: 2]),
        ("ru", [1: 0, 21: 0, 2: 1, 4: 1, 22: 1, 0: 2, 5: 2, 11: 2, 12: 2, 14: 2, 20: 2, 111: 2, 112: 2]),
        ("uk", [1: 0, 101: 0, 3: 1, 104: 1, 0: 2, 9: 2, 11: 2, 13: 2, 213: 2]),
        ("ar", [0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 103: 3, 11: 4, 26: 4, 99: 4, 111: 4, 100: 5, 102: 5, 200: 5]),
    ])
    func theTableHasTheFormsOfCLDR(language: String, forms: [UInt: Int]) throws {
        let rule = try PluralRule(parsing: #require(PluralRule.header(for: language)))
        for (n, form) in forms { #expect(rule.form(for: n) == form, "\(language), n = \(n)") }
    }

    @Test func unknownLanguagesHaveNone() {
        #expect(PluralRule.header(for: "tlh") == nil)
    }

    @Test(arguments: ["it", "en", "fr", "es", "ro", "uk", "ru"])
    func theTableAgreesWithMsginit(language: String) throws {
        let template =
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n"
        let written = try Tool.msginit.output(
            ["--no-translator", "--locale=\(language).UTF-8", "--input=t.pot", "--output=-"],
            files: ["t.pot": template]
        )
        let rule = try #require(parseCatalogue(bytes: Array(written.utf8), file: "t.po").value.pluralRule)
        let ours = try PluralRule(parsing: #require(PluralRule.header(for: language)))
        #expect(rule.formCount == ours.formCount)
        #expect((0...300).map { rule.form(for: $0) } == (0...300).map { ours.form(for: $0) })
    }

    /// Python's gettext turns the same expressions into Python and has nothing in common with this code.
    @Test func theTableMeansTheSameToPython() throws {
        let languages = ["ar", "bn", "en", "es", "fr", "it", "pa", "ro", "ru", "sq", "uk", "ur", "zh"]
        let headers = try languages.map { try #require(PluralRule.header(for: $0)) }
        let script = """
            import gettext
            for line in open("headers"):
                f = gettext.c2py(line.split("plural=")[1].strip().rstrip(";"))
                print(*(f(n) for n in range(300)))
            """
        let output = try Tool.python.output(["-c", script], files: ["headers": headers.joined(separator: "\n")])
        let ours = try headers.map { header in
            let rule = try PluralRule(parsing: header)
            return (0..<300).map { String(rule.form(for: $0)) }.joined(separator: " ")
        }
        #expect(output.split(separator: "\n").map(String.init) == ours)
    }

    /// The shell's arithmetic is C's; Python's `and`, `or` and chained comparisons are not.
    @Test func evaluatesAsTheShell() throws {
        var generator = SeededGenerator(seed: 11)
        let texts = (0..<200).map { _ in generator.expression(depth: 4) }
        let script = """
            while read -r e; do
              n=0; line=
              while [ $n -lt 60 ]; do line="$line $(($e))"; n=$((n + 1)); done
              echo $line
            done < expressions
            """
        let files = ["expressions": texts.map { $0 + "\n" }.joined()]
        let lines = try Tool.shell.output(["-c", script], files: files).split(separator: "\n").map(String.init)
        try #require(lines.count == texts.count)
        for (text, line) in zip(texts, lines) {
            let expression = try PluralExpression(parsing: text)
            let values = (0..<60).map { expression.value(for: $0).map(String.init) ?? "none" }
            #expect(values.joined(separator: " ") == line, "\(text)")
        }
    }
}

extension SeededGenerator {
    /// Without subtraction and division by anything but a number: the shell's integers have a sign.
    fileprivate mutating func expression(depth: Int) -> String {
        guard depth > 0, !chance(15) else { return chance(60) ? "n" : String(Int.random(in: 0...120, using: &self)) }
        switch Int.random(in: 0..<10, using: &self) {
        case 0: return "!\(expression(depth: depth - 1))"
        case 1: return "(\(expression(depth: depth - 1)))"
        case 2:
            let parts = (0..<3).map { _ in expression(depth: depth - 1) }
            return "(\(parts[0]) ? \(parts[1]) : \(parts[2]))"
        case 3: return "\(expression(depth: depth - 1)) \(pick(["/", "%"])) \(Int.random(in: 1...20, using: &self))"
        default:
            let symbol = pick(["+", "*", "||", "&&", "==", "!=", "<", ">", "<=", ">="])
            return "\(expression(depth: depth - 1)) \(symbol) \(expression(depth: depth - 1))"
        }
    }
}
