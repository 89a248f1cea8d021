/// Documents that stand on the edges of the CommonMark rules, by section of the specification.
let cornersOfTheSpecification: [String] = [
    // Nothing, blanks, line ends, tabs
    "", " ", "\n", "\n\n\n", "\t\n", "a", "a\r\nb\rc\n\r\nd", "\u{FEFF}# a", "\u{FEFF}\u{FEFF}a", "a\u{0}b\u{0}", "\u{0}",
    "\tcode", "  \tcode\tb", " - a\n\n\tb", "- a\n\n\t\tb", ">\t\ta", "-\t\ta", "1.\tb\n\n\tc", "#\ta\t#\t", "*\t*\t*\t", "a\tb\n\tc",
    // Thematic breaks and headings
    "***\n---\n___", "+++", "--\n**\n__", " ***\n    ***", "- a\n***\n- b", "a\n---\nb", "* a\n* * *\n* b", "- a\n- * * *", "- - -\n_ _ _ _",
    "# a\n## b\n###### f\n####### g", "#a\n\n#\n## \n### ###", "\\## a", "# a #b # ##", "# a\\#\n# b #\\##", "   # a\n    # b", "x\n# y",
    "a\n===\n\nb\n---", "a\nb  \nc\n===", "    a\n---", "> a\n---", "- a\n---", "- a\n  ---", "===\n---\n", "`a\n---\nb`", "a\n= =\n\n=", "\\> a\n---",
    "[r]: /u\n===\n[r]", "[r]: /u\na\n===\n[r]", "> a\n===\n> b\n> ===",
    // Code blocks
    "    a\n      b\n\n\n    c\n \n  d", "a\n    b", "    a\n# b\n    c", "```\na\n```", "~~~\na\n```\n~~~", "````\na\n```\n``````", "```\n\n  \n```", "```",
    "> ```\n> a\n\nb", "   ```\n   a\n  b\n    c\n  ```", "```\na\n    ```", "``` ``` a", "~~~ a ``` b\nc\n~~~", "```a&amp;b\\*c d\n<x>\n```", "``` \u{A0}é\nx\n```",
    "- ```\n  a\n  ```\n  b", "1. ```\n   a\nb",
    // HTML blocks, all seven kinds
    "<script>\n*a*\n\n</script>b\n*c*", "<pre>a\n\nb</pre>\n*c*", "<style\n>x\n\ny</style>", "<textarea>\n\n*a*\n</textarea>", "<!-- a\n\n*b* -->*c*\n*d*", "<?x\n\n?>\n*d*",
    "<!DOCTYPE html>\n*a*", "<![CDATA[\n\n]]>\n*a*", "<div>\n*a*\n\n*b*\n</div>", "</p>\n*a*", "<hr/>a\n\n<x-y a='b'>\n*c*\n\n</x-y>\n", "<x>a\n*b*", "a\n<div>\nb", "a\n<x>\nb",
    "> <div>\n> a\n\nb", "- <div>\n- b", "   <!-- a -->\n    <!-- b -->", "<div\n  a", "<!-- open\n\na",
    // Link reference definitions
    "[r]: /u \"t\"\n\n[r] [R] [x][r] [r][] ![r]", "[r]:\n/u\n'a\nb'\n\n[r]", "[r]: /u 'a\n\nb'\n\n[r]", "[r]: <>\n\n[r]", "[r]:\n\n[r]", "[r]: /u \"t\" x\n\n[r]",
    "[r]: /u\n\"t\" x\n\n[r]", "a\n[r]: /u\n\n[r]", "# [r]\n[r]: /u\n> q", "[a]: /1\n[b]: /2\n[c]: /3\nx [a] [b] [c]", "[ẞ]: /u\n\n[SS]", "[r\n  s]: /u\n\n[r s]", "> [r]: /u\n\n[r]",
    "[r]: /1\n[r]: /2\n\n[r]", "[\\[]: /u\n\n[\\[]", "[r]: </a b> 't'\n\n[r]", "[]: /u\n\n[]", "    [r]: /u\n\n[r]",
    // Paragraphs and block quotes
    "a\nb\n\nc\n\n\n\nd", "  a\n b\n          c", "a  \nb \nc  ", "> a\n> b", ">a\n >b\n> c", "> a\nb\n\nc", "> - a\nb", "> - a\n- b", ">     a\n    b", ">\n> a\n>", ">\n>\n", "> a\n\n> b",
    "> > > a\nb\n> c", ">>> a\n> b\n>>c", "> 1. > - a\nb", "> a\n>\n> b\n\n>     c\n>    d",
    // Lists, tight and loose
    "- a\n- b", "- a\n\n- b", "- a\n- b\n\n- c", "- a\n- b\n+ c\n1. d\n2) e\n5) f", "a\n- b", "a\n1. b", "a\n2. b", "-\n- a\n-  \n- b", "-\n\n  a", "*\n", "1.\n2. a", "0. a", "003. a", "123456789. a", "1234567890. a", "-1. a",
    "- a\n\n  b\n\n\n  c", "- a\n\n\n\n- b", "- a\n  - b\n    - c\n      - d\n        - e", "- a\n - b\n  - c\n   - d\n    - e", "1. a\n\n  2. b\n\n    3. c", "- a\n  - b\n\n    c\n- d", "* a\n  > b\n  >\n* c", "- a\n  > b\n  ```\n  c\n  ```\n- d",
    "-     a\n\n  b", "1.     a\n\n   b", "  10.  a\n\n           b", "- - a\n  - b\n- c", "1. - 2. a", "- # a\n- b\n  ---\n  c", "- a\n\nb\n- c", "- a\n  b\nc\n   d", "* a\n*\n\n* c", "- a\n- ```\n  b\n\n\n  ```\n- c", "- a\n\n  [r]: /u\n- b\n\n[r]", "- a\n<!-- -->\n- b",
    "- a\n\n      b\n- c", "- <b>\n- *c*", "- > a\n  > b\n- c\n\nd",
    // Escapes and entities
    "\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\[\\\\\\]\\^\\_\\`\\{\\|\\}\\~", "\\a\\ \\é\\\t", "\\*a*\n\\# b\n\n\\- c\n1\\. d", "`\\`` <http://a?\\*> <a href=\"\\*\">", "[a](/\\* '\\*')",
    "&nbsp; &amp; &copy; &AElig; &ngE; &#35; &#1234; &#0; &#x22; &#XD06; &#xFFFFFFFF;", "&x; &#; &#x; &#87654321; &copy &MadeUp;", "[a](/f&ouml;&ouml; \"&ouml;\")", "&#42;a&#42; &#9;b", "``` f&ouml;\nf&ouml;\n```", "&quot;<>\"'&lt;",
    // Code spans
    "`a` ``b`c`` `` `d` ``", "` `` ` `  `` ` `  a  ` `\ta`", "`a   b\n  c\nd `", "`a\\`b`", "*a`*` [b`](c)`", "`<b>` <b c=\"`\">` <http://a`>`", "```a`` `a", "`\u{A0}a\u{A0}`",
    // Emphasis, the rule of three included
    "*a* _b_ **c** __d__ ***e*** ___f___", "a * b * a*\"b\"* *\u{A0}a* 5*6*78", "a_b_ 5_6_78 пристаням_стремятся_ aa_\"bb\"_cc b-_(c)_", "_a* *(*a* *(*a*)*", "*a *\n*", "**a* *b** c* ***d** e* *f **g***",
    "*a**b**c* *a**b* ***a** b* *a **b*** *a**b***", "a***b***c a******b*********c", "**a *b **c** d* e**", "** a** ____ **** *_*_ __*__", "a *** *a\\** *_* _*_ **_**", "**a* *a** ***a** ****a* **a*** *a****", "__a_ _a__ ___a__ ____a_ __a___ _a____",
    "**a** ****b**** ******c****** ***d*** _____e_____", "*a _b* c_ *a __b *c d__ e*", "**a **b c** *a *b c*", "*[a*](b) _[c_](d) *<x y=\"*\"/> **`**`", "**a<http://x?q=**> __a<http://x?q=__>", "*漢*字 **。**a *é*é _é_é", "*a\nb\nc* **d\ne**",
    "*a*b**c***d****e*****", "***a*b**c", "**a*b***c*d**", "*(**a**)* **\"*b*\"** *a “*b*” c*",
    // Links and images
    "[a](/b \"t\") [a](/b) [](/b) [a]() [a](<>) []()", "[a](b c) [a](<b c>) [a](b\nc) [a](<b\nc>)", "[a](<b>c) [a](\\(b\\)) [a](b(c(d))) [a](b(c) [a](<b(c>)", "[a](b\\)\\:) [a](#x) [a](b?c=3#d) [a](b\\c) [a](b%20&auml;) [a](\"t\")",
    "[a](/b \"t\") [a](/b 't') [a](/b (t)) [a](/b \"t \\\"&quot;\") [a](/b\u{A0}\"t\") [a](/b \"t \"u\" v\") [a](/b 't \"u\" v') [a](/b \"\")", "[a](   /b\n  \"t\"  ) [a] (/b)", "[a [b [c]]](d) [a] b](c) [a [b](c) [a \\[b](c)",
    "[a *b **c** `d`*](e) [![f](g)](h)", "[a [b](c)](d) [a *b [c *d*](e)*](f) ![[[a](b)](c)](d)", "*[a*](b) [a *b](c*) *a [b* c]", "[a <b c=\"](d)\"> [a`](b)` [a<http://c?d=](e)>", "[a][r] [a [b]][r] [a\\]][r] [a *b*][r] [![c](d)][r]\n\n[r]: /u 't'",
    "[a][r\ns] [a] [r] [r]\n[]\n\n[r]: /u\n[r s]: /v", "[a][b][r] [a][r][b] [r][a]\n\n[r]: /u", "![a *b* [c](d) ![e](f) `g` <h> &amp; \\*\ni  \nj](k \"<l>\")", "![a][r] ![][r] ![r][] ![R] !\\[r] \\![r] ! [r]\n\n[r]: /u \"t\"", "[a](data:image/svg+xml) ![a](data:image/png;x)",
    // Autolinks and raw HTML
    "<http://a.b:80?c=d&e> <MAILTO:A@B.C> <a+b-c.d:e> <made:up,1 2> <http://a b> <http://a/\\[> <a\\+@b.c> <> < http://a> <m:x> <a.b> http://a a@b.c", "<a@b.c> <a+.x@b-c.d> <javascript:x>",
    "<a><bab><c2c> <a/><b2/> <a /><b2\nd=\"e\" /> <a b=\"c\" d = 'e <f\"' _g h.i j /> <r x=z />", "<33> <__> <a h*#r=\"x\"> <a b='c'd=e> < a>< x> <a b=\"c\\\"\">", "</a></b > </a b=c>", "a <!-- b -->c<!-- d -- e --> <!---> <!--> f -->", "a <?b c?> <!D e> <![CDATA[>&<]]>", "a <b\nc\n", "<a b=\"&ouml;\"> <a b=\"\\*\">",
    // Line breaks
    "a  \nb\\\nc\nd   \n   e\\\n   f", "*a  \nb* *c\\\nd*", "`a  \nb` `c\\\nd` <e f=\"g  \nh\"> <e f=\"g\\\nh\">", "a\\", "a  ", "# a\\\n# b  ", "a \nb\n c", "a\\\n\\\nb  \n\\\nc\n\\\nd", "&amp;\\\nb\\*\\\nc**\\\nd",
    // Scripts
    "# العربية\n\n- **مرحبا** *بكم*\n- [رابط](/ع)", "ਪੰਜਾਬੀ *ਪੰ* `ਜਾ`", "**中文**，*字*。", "e\u{301}*a\u{301}*",
]
