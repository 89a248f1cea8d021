/// A value and everything that was found wrong on the way to it.
///
/// Parsing never throws: it always gives a value.
package struct Diagnosed<Value> {
    package var value: Value
    package var diagnostics: [Diagnostic]

    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Diagnosed<Other> {
        Diagnosed<Other>(transform(value), diagnostics)
    }

    package func flatMap<Other>(_ transform: (Value) -> Diagnosed<Other>) -> Diagnosed<Other> {
        let next = transform(value)
        return Diagnosed<Other>(next.value, diagnostics + next.diagnostics)
    }

    /// The value, its problems added to `sink`.
    package func value(reportingTo sink: inout [Diagnostic]) -> Value {
        sink += diagnostics
        return value
    }
}

extension Diagnosed: Sendable where Value: Sendable {}
extension Diagnosed: Equatable where Value: Equatable {}
