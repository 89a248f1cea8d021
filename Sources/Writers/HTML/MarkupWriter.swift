package import CommonMark

/// Writes blocks as libcmark 0.30 does in its safe mode; what a leaf or an insert becomes is for the caller to say.
package struct MarkupWriter<Leaf: Hashable & Sendable, Insert: Hashable & Sendable> {
    /// The content of a paragraph or heading, and what its tag says: its language and direction, its identifier.
    package struct Passage {
        package var attributes: [HTMLAttribute]
        package var content: HTML

        package init(attributes: [HTMLAttribute] = [], content: HTML) {
            self.attributes = attributes
            self.content = content
        }
    }

    package var leaf: (Leaf) -> Passage
    package var insert: (Insert) -> HTML

    package init(leaf: @escaping (Leaf) -> Passage, insert: @escaping (Insert) -> HTML) {
        self.leaf = leaf
        self.insert = insert
    }

    package func html(of blocks: [Block<Leaf, Insert>]) -> HTML {
        var html = HTML()
        write(blocks, to: &html)
        return html
    }

    /// Adds blocks to markup that may have something in it already; they begin on a line of their own.
    package func write(_ blocks: [Block<Leaf, Insert>], to html: inout HTML) {
        write(blocks, to: &html, areInTightList: false)
    }

    private func write(_ blocks: [Block<Leaf, Insert>], to html: inout HTML, areInTightList: Bool) {
        for block in blocks {
            if case .paragraph(let leaf, _) = block, areInTightList {
                writeBare(self.leaf(leaf), to: &html)
            } else {
                write(block, to: &html)
            }
        }
    }

    private func write(_ block: Block<Leaf, Insert>, to html: inout HTML) {
        html.startLine()
        switch block {
        case .paragraph(let leaf, _):
            let passage = self.leaf(leaf)
            html.append(markup: "<p")
            html.append(passage.attributes)
            html.append(markup: ">")
            html.append(passage.content)
            html.append(markup: "</p>\n")
        case .heading(let level, let leaf, _):
            let passage = self.leaf(leaf)
            html.append(markup: "<h")
            html.append(level)
            html.append(passage.attributes)
            html.append(markup: ">")
            html.append(passage.content)
            html.append(markup: "</h")
            html.append(level)
            html.append(markup: ">\n")
        case .thematicBreak:
            html.append(markup: "<hr />\n")
        case .blockQuote(let blocks, _):
            html.append(markup: "<blockquote>\n")
            write(blocks, to: &html)
            html.startLine()
            html.append(markup: "</blockquote>\n")
        case .list(let list):
            write(list, to: &html)
        case .codeBlock(let block):
            write(block, to: &html)
        case .html:
            html.append(markup: omittedHTML)
            html.startLine()
        case .insert(let value, _):
            html.append(insert(value))
            html.startLine()
        }
    }

    /// A paragraph of a tight list, which has no element of its own unless something has to be said of it.
    private func writeBare(_ passage: Passage, to html: inout HTML) {
        if passage.attributes.isEmpty {
            html.append(passage.content)
        } else {
            html.append(markup: "<span")
            html.append(passage.attributes)
            html.append(markup: ">")
            html.append(passage.content)
            html.append(markup: "</span>")
        }
    }

    private func write(_ list: List<Leaf, Insert>, to html: inout HTML) {
        switch list.kind {
        case .bullet:
            html.append(markup: "<ul>\n")
        case .ordered(start: 1):
            html.append(markup: "<ol>\n")
        case .ordered(let start):
            html.append(markup: "<ol")
            html.append([HTMLAttribute("start", String(start))])
            html.append(markup: ">\n")
        }
        for item in list.items {
            html.startLine()
            html.append(markup: "<li>")
            write(item, to: &html, areInTightList: list.isTight)
            html.append(markup: "</li>\n")
        }
        html.append(markup: list.kind == .bullet ? "</ul>\n" : "</ol>\n")
    }

    private func write(_ block: CodeBlock, to html: inout HTML) {
        html.append(markup: "<pre><code")
        if !block.info.isEmpty {
            let language = block.info.utf8.prefix { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
            html.append([HTMLAttribute("class", "language-" + String(Substring(language)))])
        }
        html.append(markup: ">")
        html.append(escaping: block.literal)
        html.append(markup: "</code></pre>\n")
    }
}

extension MarkupWriter where Leaf == [Inline<Never>], Insert == Never {
    /// Writes what the parser gives, byte for byte as libcmark would.
    package init(inlines: InlineWriter<Never> = InlineWriter()) {
        self.init(leaf: { Passage(content: inlines.html(of: $0)) }, insert: { (_: Never) -> HTML in })
    }
}
