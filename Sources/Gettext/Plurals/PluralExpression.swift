/// The C expression of a `Plural-Forms` header, which says for a number `n` which form it takes.
///
/// Arithmetic is that of C's `unsigned long`, as in gettext: it wraps around, comparisons give 0 or 1.
package indirect enum PluralExpression: Hashable, Sendable {
    case n
    case number(UInt)
    case not(PluralExpression)
    case binary(PluralOperator, PluralExpression, PluralExpression)
    case choice(PluralExpression, then: PluralExpression, otherwise: PluralExpression)
}

package enum PluralOperator: String, Hashable, Sendable, CaseIterable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case modulo = "%"

    /// C's precedence, where a higher one binds tighter and all are left-associative.
    var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .notEqual: 3
        case .less, .greater, .lessOrEqual, .greaterOrEqual: 4
        case .plus, .minus: 5
        case .times, .dividedBy, .modulo: 6
        }
    }
}

extension PluralExpression {
    /// The value for `n`, nil on a division by zero.
    ///
    /// `&&`, `||` and `?:` leave alone what they need not look at, as in C.
    package func value(for n: UInt) -> UInt? {
        switch self {
        case .n: return n
        case .number(let number): return number
        case .not(let operand): return operand.value(for: n).map { $0 == 0 ? 1 : 0 }
        case .choice(let condition, let then, let otherwise):
            guard let condition = condition.value(for: n) else { return nil }
            return condition != 0 ? then.value(for: n) : otherwise.value(for: n)
        case .binary(let symbol, let left, let right):
            guard let a = left.value(for: n) else { return nil }
            if symbol == .or, a != 0 { return 1 }
            if symbol == .and, a == 0 { return 0 }
            guard let b = right.value(for: n) else { return nil }
            return symbol.apply(a, b)
        }
    }
}

extension PluralOperator {
    fileprivate func apply(_ a: UInt, _ b: UInt) -> UInt? {
        switch self {
        case .or: a != 0 || b != 0 ? 1 : 0
        case .and: a != 0 && b != 0 ? 1 : 0
        case .equal: a == b ? 1 : 0
        case .notEqual: a != b ? 1 : 0
        case .lessOrEqual: a <= b ? 1 : 0
        case .greaterOrEqual: a >= b ? 1 : 0
        case .less: a < b ? 1 : 0
        case .greater: a > b ? 1 : 0
        case .plus: a &+ b
        case .minus: a &- b
        case .times: a &* b
        case .dividedBy: b == 0 ? nil : a / b
        case .modulo: b == 0 ? nil : a % b
        }
    }
}
