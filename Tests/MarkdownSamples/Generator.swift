/// A Markdown document made by chance, always the same for a seed: every third one a soup of special characters,
/// the others built of blocks and inlines, not always well.
package func generatedDocument(seed: Int) -> String {
    var random = RandomSource(seed: seed)
    if seed % 3 == 0 { return soup(&random) }
    let document = blocks(&random, depth: 0).joined(separator: "\n")
    return random.chance(10)
        ? document.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : document
}

/// Inlines made by chance, on one or more lines that can't be taken for blocks.
package func generatedInlines(seed: Int) -> String {
    var random = RandomSource(seed: seed)
    let text = (0..<random.count(1...6)).map { _ in inline(&random, depth: 0) }.joined(
        separator: random.pick(["", " "])
    )
    return splitLines("w" + text).map { canBeginBlock($0) ? "w" + $0 : $0 }.joined(separator: "\n")
}

/// Whether a line of inlines could interrupt a paragraph: a comment, a list item or a thematic break.
private func canBeginBlock(_ line: String) -> Bool {
    let words = line.drop { $0 == " " }
    return words.hasPrefix("<") || words.hasPrefix("* ") || words.allSatisfy { $0 == "*" || $0 == "_" || $0 == " " }
}

private func soup(_ random: inout RandomSource) -> String {
    let pieces = [
        "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](", "<", ">", "&", "\\", "\n", "\n", "\n", "\n\n",
        " ", "  ",
        "    ", "\t", "#", "# ", "- ", "-", "+ ", "1. ", "2) ", "> ", ">", "=", "===", "---", "***", "```", "~~~", "!",
        "\"", "'", ":",
        "a", "b", "foo", "é", "漢", "\u{A0}", "&amp;", "&#65;", "<b>", "</b>", "<!--", "-->", "<a@b.c>", "<http://x>",
        "[a]: /u",
        "[a]", "\\\n", "  \n", "\r\n", "\u{0}", "\u{FEFF}",
    ]
    return (0..<random.count(1...40)).map { _ in random.pick(pieces) }.joined()
}

private func blocks(_ random: inout RandomSource, depth: Int) -> [String] {
    (0..<random.count(1...3)).flatMap { _ in
        block(&random, depth: depth) + (random.chance(70) ? [""] : [])
    }
}

private func block(_ random: inout RandomSource, depth: Int) -> [String] {
    switch random.count(0...(depth < 3 ? 13 : 8)) {
    case 0...2: return paragraph(&random)
    case 3:
        return [
            random.pick(["# ", "## ", "  ### ", "###### ", "#\t"]) + line(&random)
                + random.pick(["", " #", " ##  ", "#"])
        ]
    case 4: return paragraph(&random) + [random.pick(["===", "---", " = ", "  --  "])]
    case 5: return code(&random)
    case 6: return [random.pick(["***", "- - -", "___", " * * *\t"])]
    case 7:
        return [
            random.pick([
                "<div>\n*a*\n</div>", "<!-- x\n\n y -->", "<?php\n\n?>", "<!X y>", "<![CDATA[\n\n]]>",
                "<script>\n\n</script>", "<x-y>\n",
            ])
        ]
    case 8:
        return ["[r\(random.count(1...3))]: " + random.pick(["/u", "<b c> 'title'", "\n /u\n \"t\nt\""])]
            + paragraph(&random)
    case 9, 10: return quote(&random, depth: depth)
    default: return list(&random, depth: depth)
    }
}

private func quote(_ random: inout RandomSource, depth: Int) -> [String] {
    let lines = blocks(&random, depth: depth + 1).flatMap(splitLines)
    return lines.enumerated().map { index, line in
        index > 0 && random.chance(10) ? line : random.pick(["> ", ">", "> ", " > ", ">\t"]) + line
    }
}

private func list(_ random: inout RandomSource, depth: Int) -> [String] {
    let marker = random.pick(["- ", "* ", "+   ", "1. ", "7) ", "10.  ", "-\t", "-     "])
    let indent = String(repeating: " ", count: marker.count)
    return (0..<random.count(1...3)).flatMap { _ in
        let lines = blocks(&random, depth: depth + 1).flatMap(splitLines)
        return lines.enumerated().map { index, line in
            index == 0 ? marker + line : random.chance(8) || line.isEmpty ? line : indent + line
        } + (random.chance(30) ? [""] : [])
    }
}

private func code(_ random: inout RandomSource) -> [String] {
    random.chance(50)
        ? ["    " + line(&random), "", "\t" + line(&random)]
        : [
            random.pick(["```", "~~~~", "``` swift x", "~~~ a&amp;b"]), line(&random), "  " + line(&random),
            random.pick(["```", "~~~~", ""]),
        ]
}

private func splitLines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

private func paragraph(_ random: inout RandomSource) -> [String] {
    (0..<random.count(1...3)).map { index in
        (index > 0 && random.chance(30) ? random.pick([" ", "   ", "      ", "\t"]) : "") + line(&random)
            + (random.chance(20) ? random.pick(["  ", "\\", "   "]) : "")
    }
}

private func line(_ random: inout RandomSource) -> String {
    (0..<random.count(1...4)).map { _ in inline(&random, depth: 0) }.joined(separator: random.pick(["", " ", " "]))
}

private func inline(_ random: inout RandomSource, depth: Int) -> String {
    func inner(_ random: inout RandomSource) -> String {
        depth > 2
            ? "x"
            : (0..<random.count(1...2)).map { _ in inline(&random, depth: depth + 1) }.joined(
                separator: random.pick(["", " "])
            )
    }
    switch random.count(0...13) {
    case 0...2:
        return random.pick(["casa", "perché", "ciao, mondo", "数", "a_b_c", "1 * 2", "x\u{A0}y", "\"q\"", "e-mail: a@b"])
    case 3: return random.pick(["*", "_"]) + inner(&random) + random.pick(["*", "_", "*"])
    case 4: return "**" + inner(&random) + random.pick(["**", "**", "***", "*"])
    case 5: return "***" + inner(&random) + random.pick(["***", "** ", "*"])
    case 6:
        return "[" + inner(&random) + "]("
            + random.pick(["/u", "", "</a b>", "/u 'ti\ntle'", "\n/u\n", "javascript:x", "a?b&amp;c"]) + ")"
    case 7: return "![" + inner(&random) + "](" + random.pick(["/i.png", "/i.png \"a & b\"", "data:image/png;x"]) + ")"
    case 8: return "[" + inner(&random) + "]" + random.pick(["[r1]", "[]", "", "[r2\n]"])
    case 9: return random.pick(["`code`", "`` a`b ``", "` `", "`a\n  b`", "`open", "\\`x`"])
    case 10: return random.pick(["&amp;", "&#x41;", "&nope;", "&", "\\*", "\\&", "\\a", "\\"])
    case 11: return random.pick(["<b>", "<i\nx='y'>", "<!-- c -->", "<http://a.b/?c&d>", "<a@b.org>", "<", "a<b"])
    case 12: return inner(&random) + random.pick(["\n", "  \n", "\\\n", "\n   "]) + inner(&random)
    default: return random.pick(["[", "]", "*", "**", "_", "!", "![", "(", ")", "[r1]", "[r3]", "``"])
    }
}
