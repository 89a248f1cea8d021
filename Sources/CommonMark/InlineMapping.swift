package import Diagnostics

extension Inline {
    /// The same inlines with other inserts: text and code may become several inlines, the rest keeps its shape.
    package func mapped<Other>(
        text: (String, SourcePosition) -> [Inline<Other>],
        code: (String, SourcePosition) -> [Inline<Other>],
        insert: (Insert, SourcePosition) -> [Inline<Other>],
        link: (Link<Insert>, [Inline<Other>]) -> [Inline<Other>] = { link, children in
            [
                .link(
                    .init(destination: link.destination, title: link.title, children: children, position: link.position)
                )
            ]
        },
        image: (Image<Insert>, [Inline<Other>]) -> [Inline<Other>] = { image, alternative in
            [
                .image(
                    .init(source: image.source, title: image.title, alternative: alternative, position: image.position)
                )
            ]
        }
    ) -> [Inline<Other>] {
        func all(_ inlines: [Inline]) -> [Inline<Other>] {
            inlines.flatMap { $0.mapped(text: text, code: code, insert: insert, link: link, image: image) }
        }
        return switch self {
        case .text(let string, let position): text(string, position)
        case .code(let string, let position): code(string, position)
        case .insert(let value, let position): insert(value, position)
        case .softBreak: [.softBreak]
        case .lineBreak: [.lineBreak]
        case .html(let string, let position): [.html(string, at: position)]
        case .emphasis(let children): [.emphasis(all(children))]
        case .strong(let children): [.strong(all(children))]
        case .link(let value): link(value, all(value.children))
        case .image(let value): image(value, all(value.alternative))
        }
    }
}

extension Inline where Insert == Never {
    /// The same for what the parser gives, which holds no inserts.
    package func mapped<Other>(
        text: (String, SourcePosition) -> [Inline<Other>],
        code: (String, SourcePosition) -> [Inline<Other>]
    ) -> [Inline<Other>] {
        mapped(text: text, code: code, insert: nothing)
    }
}

/// There is no value of `Never`, so this is never called.
private func nothing<Other>(_ never: Never, at position: SourcePosition) -> [Inline<Other>] {}
