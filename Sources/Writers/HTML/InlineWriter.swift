package import CommonMark

/// Writes inlines as libcmark 0.30 does in its safe mode, with a way in for what a site knows better: where its links
/// lead, which size its images have, and what stands in place of an insert.
package struct InlineWriter<Insert: Hashable & Sendable> {
    /// Where a link leads, or an image comes from, and what else its tag says.
    ///
    /// Whatever is given here, an address that could run a script or open a file is written as an empty one.
    package struct Target {
        package var address: String
        package var attributes: [HTMLAttribute]
        /// The `source` elements that stand with an image in a `picture`; empty for one that stands alone.
        package var sources: HTML

        package init(_ address: String, attributes: [HTMLAttribute] = [], sources: HTML = HTML()) {
            self.address = address
            self.attributes = attributes
            self.sources = sources
        }
    }

    package var insert: (Insert) -> HTML
    /// The words of an insert, for alternative texts.
    package var words: (Insert) -> String
    package var link: (Link<Insert>) -> Target
    package var image: (Image<Insert>) -> Target

    package init(
        insert: @escaping (Insert) -> HTML,
        words: @escaping (Insert) -> String,
        link: @escaping (Link<Insert>) -> Target = { Target($0.destination) },
        image: @escaping (Image<Insert>) -> Target = { Target($0.source) }
    ) {
        self.insert = insert
        self.words = words
        self.link = link
        self.image = image
    }

    package func html(of inlines: [Inline<Insert>]) -> HTML {
        var html = HTML()
        write(inlines, to: &html)
        return html
    }

    package func write(_ inlines: [Inline<Insert>], to html: inout HTML) {
        for inline in inlines { write(inline, to: &html) }
    }

    private func write(_ inline: Inline<Insert>, to html: inout HTML) {
        switch inline {
        case .text(let text, _):
            html.append(escaping: text)
        case .softBreak:
            html.append(markup: "\n")
        case .lineBreak:
            html.append(markup: "<br />\n")
        case .code(let code, _):
            html.append(markup: "<code>")
            html.append(escaping: code)
            html.append(markup: "</code>")
        case .html:
            html.append(markup: omittedHTML)
        case .emphasis(let children):
            html.append(markup: "<em>")
            write(children, to: &html)
            html.append(markup: "</em>")
        case .strong(let children):
            html.append(markup: "<strong>")
            write(children, to: &html)
            html.append(markup: "</strong>")
        case .link(let link):
            write(link, to: &html)
        case .image(let image):
            write(image, to: &html)
        case .insert(let value, _):
            html.append(insert(value))
        }
    }

    private func write(_ link: Link<Insert>, to html: inout HTML) {
        let target = self.link(link)
        html.append(markup: "<a href=\"")
        html.append(safeAddress: target.address)
        html.append(markup: "\"")
        html.append(title: link.title)
        html.append(target.attributes)
        html.append(markup: ">")
        write(link.children, to: &html)
        html.append(markup: "</a>")
    }

    private func write(_ image: Image<Insert>, to html: inout HTML) {
        let target = self.image(image)
        if !target.sources.isEmpty {
            html.append(markup: "<picture>")
            html.append(target.sources)
        }
        html.append(markup: "<img src=\"")
        html.append(safeAddress: target.address)
        html.append(markup: "\" alt=\"")
        html.append(escaping: plainText(of: image.alternative, insert: words))
        html.append(markup: "\"")
        html.append(title: image.title)
        html.append(target.attributes)
        html.append(markup: " />")
        if !target.sources.isEmpty { html.append(markup: "</picture>") }
    }
}

extension InlineWriter where Insert == Never {
    /// Writes what the parser gives.
    package init() {
        self.init(insert: { (_: Never) -> HTML in }, words: { (_: Never) -> String in })
    }
}

/// What stands in place of raw HTML, which is never written.
let omittedHTML: StaticString = "<!-- raw HTML omitted -->"

/// Whether an address can do something other than lead somewhere; the same ones as libcmark drops.
///
/// `data:` is allowed for the four kinds of picture that have no script in them.
package func isUnsafe(address: String) -> Bool {
    func begins(with prefix: String) -> Bool {
        address.utf8.count >= prefix.utf8.count
            && zip(address.utf8, prefix.utf8).allSatisfy { byte, expected in
                byte == expected || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == expected
            }
    }
    if ["png", "gif", "jpeg", "webp"].contains(where: { begins(with: "data:image/" + $0) }) { return false }
    return ["javascript:", "vbscript:", "file:", "data:"].contains(where: begins)
}

extension HTML {
    fileprivate mutating func append(safeAddress address: String) {
        if !isUnsafe(address: address) { append(address: address) }
    }

    fileprivate mutating func append(title: String) {
        if !title.isEmpty { append([HTMLAttribute("title", title)]) }
    }
}
