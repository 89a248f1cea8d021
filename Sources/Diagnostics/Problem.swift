/// One kind of thing that can be wrong, in words: the sentence, and the one likely way out.
///
/// All problems are worded in the folder `Problems/`, in both languages side by side, and nowhere else.
package struct Problem: Error, Hashable, Sendable {
    /// Stable kebab-case name of the kind of problem, for tools and tests: `unknown-placeholder`.
    package var identifier: String
    package var message: Wording
    package var hint: Wording?

    package init(_ identifier: String, _ message: Wording, hint: Wording? = nil) {
        self.identifier = identifier
        self.message = message
        self.hint = hint
    }

    package init(_ identifier: String, en english: String, it italian: String, hint: Wording? = nil) {
        self.init(identifier, Wording(en: english, it: italian), hint: hint)
    }
}
