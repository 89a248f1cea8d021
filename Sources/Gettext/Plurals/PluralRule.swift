package import Diagnostics

/// How many plural forms a language has, and which number takes which.
package struct PluralRule: Hashable, Sendable {
    package var formCount: Int
    package var expression: PluralExpression

    /// Reads `nplurals=2; plural=(n != 1);` and makes sure that the numbers up to 1000 have a form each and leave none
    /// out at the end, as `msgfmt --check` does.
    package init(parsing header: String) throws(Problem) {
        let count = try Self.value(of: "nplurals=", in: header)
        guard let formCount = Int(count), (1...Self.mostForms).contains(formCount) else {
            throw Problem.notNumberOfForms(count)
        }
        self.formCount = formCount
        expression = try PluralExpression(parsing: Self.value(of: "plural=", in: header))
        var highest: UInt = 0
        for n in 0...1000 as ClosedRange<UInt> {
            guard let form = expression.value(for: n) else {
                throw Problem.divisionByZero(number: n)
            }
            guard form < formCount else {
                throw Problem.formBeyondCount(form, number: n, count: formCount)
            }
            highest = max(highest, form)
        }
        guard highest + 1 == formCount else {
            throw Problem.formsUnused(highest: highest, count: formCount)
        }
    }

    /// What follows a name up to the semicolon; the name stands right before its equals sign, and once.
    private static func value(of name: String, in header: String) throws(Problem) -> String {
        let values = header.split(separator: ";").map(trimmed).filter { $0.hasPrefix(name) }
        guard let value = values.first else { throw Problem.pluralPartMissing(name) }
        guard values.count == 1 else { throw Problem.pluralPartTwice(name) }
        return trimmed(value.dropFirst(name.count))
    }

    package static func parse(_ header: String) -> Result<PluralRule, Problem> {
        do { return .success(try PluralRule(parsing: header)) } catch { return .failure(error) }
    }

    /// The index of the form for `n`; the first one where the expression has no answer, as in gettext.
    package func form(for n: UInt) -> Int {
        guard let value = expression.value(for: n), value < formCount else { return 0 }
        return Int(value)
    }

    /// No language has more than six.
    private static let mostForms = 100
}

extension PluralRule {
    /// The `Plural-Forms` header of a language by its BCP 47 code, whose script and region do not matter; nil for one
    /// that is not in the table.
    ///
    /// Source: gettext 0.21's own table where it has the language, else CLDR 48's plural rules for integers in its words.
    /// CLDR has a third form for millions in es, fr and it (`un millón de`), which gettext and its catalogues do not;
    /// texts of this kind have no millions.
    package static func header(for language: String) -> String? {
        let base = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return headers[base]
    }

    private static let slavic =
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"

    private static let headers = [
        "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        "bn": "nplurals=2; plural=(n > 1);",
        "en": "nplurals=2; plural=(n != 1);",
        "es": "nplurals=2; plural=(n != 1);",
        "fr": "nplurals=2; plural=(n > 1);",
        "it": "nplurals=2; plural=(n != 1);",
        "pa": "nplurals=2; plural=(n > 1);",
        "ro": "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100 > 0 && n%100 < 20) ? 1 : 2);",
        "ru": slavic,
        "sq": "nplurals=2; plural=(n != 1);",
        "uk": slavic,
        "ur": "nplurals=2; plural=(n != 1);",
        "zh": "nplurals=1; plural=0;",
    ]
}
