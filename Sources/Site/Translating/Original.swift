package import Content
package import Gettext

/// What a translation is held against: the Italian text, and for one that counts something, the form.
package struct Original: Sendable {
    package let text: String
    package let syntax: Message.Syntax
    package let form: PluralForm?

    package init(text: String, syntax: Message.Syntax, form: PluralForm? = nil) {
        self.text = text
        self.syntax = syntax
        self.form = form
    }

    package init(_ message: Message) {
        self.init(text: message.text, syntax: message.syntax)
    }
}

/// One form of a message that counts something.
package struct PluralForm: Sendable {
    /// The Italian words for many.
    package let plural: String
    package let index: Int
    /// Nil while the catalogue does not say which number takes which form.
    package let rule: PluralRule?

    package init(plural: String, index: Int, rule: PluralRule?) {
        self.plural = plural
        self.index = index
        self.rule = rule
    }

    /// The number, if it is one alone: in Arabic the first three forms are for 0, 1 and 2; in Russian the first is for
    /// 1, 21, 31 and more.
    var onlyNumber: UInt? {
        guard let rule else { return nil }
        // As far as `PluralRule` itself looks.
        let numbers = (0...1000 as ClosedRange<UInt>).lazy.filter { rule.form(for: $0) == index }.prefix(2)
        let found = Array(numbers)
        return found.count == 1 ? found[0] : nil
    }
}
