package import Diagnostics

extension PluralExpression {
    /// Reads C's grammar: `?:` below `||` below `&&` below `== !=` below `< > <= >=` below `+ -` below `* / %` below `!`.
    package init(parsing text: String) throws(Problem) {
        var parser = PluralExpressionParser(text)
        self = try parser.parse()
    }
}

private struct PluralExpressionParser {
    private var rest: ArraySlice<UInt8>
    private var size = 0

    /// Real rules have about twenty operands; a hostile one must not exhaust the stack, here or when it is evaluated.
    private static let largest = 250

    init(_ text: String) {
        rest = ArraySlice(text.utf8)
    }

    mutating func parse() throws(Problem) -> PluralExpression {
        let expression = try choice()
        skipSpaces()
        guard rest.isEmpty else { throw unexpected() }
        return expression
    }

    private mutating func choice() throws(Problem) -> PluralExpression {
        let condition = try binary(above: 0)
        guard take("?") else { return condition }
        let then = try choice()
        guard take(":") else { throw unexpected(instead: Wording(en: "':'", it: "':'")) }
        return .choice(condition, then: then, otherwise: try choice())
    }

    private mutating func binary(above precedence: Int) throws(Problem) -> PluralExpression {
        var left = try operand()
        while let symbol = peekOperator(), symbol.precedence > precedence {
            rest = rest.dropFirst(symbol.rawValue.utf8.count)
            left = .binary(symbol, left, try binary(above: symbol.precedence))
        }
        return left
    }

    private mutating func operand() throws(Problem) -> PluralExpression {
        size += 1
        if size > Self.largest { throw Problem.pluralTooLong }
        if take("!") { return .not(try operand()) }
        if take("n") { return .n }
        if take("(") {
            let inner = try choice()
            guard take(")") else { throw unexpected(instead: Wording(en: "')'", it: "')'")) }
            return inner
        }
        return .number(try number())
    }

    private mutating func number() throws(Problem) -> UInt {
        var value: UInt?
        while let digit = rest.first?.digit(radix: 10) {
            let (tens, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(UInt(digit))
            if overflow || carry { throw Problem.pluralNumberTooLarge }
            value = sum
            rest = rest.dropFirst()
        }
        guard let value else { throw unexpected(instead: Wording(en: "'n' or a number", it: "'n' o un numero")) }
        return value
    }

    private mutating func skipSpaces() {
        rest = rest.drop { $0.isBlank || $0 == .newline || $0 == .carriageReturn }
    }

    private mutating func take(_ symbol: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard rest.first == UInt8(ascii: symbol) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The longest operator that comes next: `<=` before `<`.
    private mutating func peekOperator() -> PluralOperator? {
        skipSpaces()
        return PluralOperator.allCases.first { rest.starts(with: $0.rawValue.utf8) }
    }

    private func unexpected(instead expected: Wording? = nil) -> Problem {
        .pluralUnexpected(rest, instead: expected)
    }
}
