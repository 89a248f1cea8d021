"""What Typst can't say in a PDF, written into the file that it has made.

Typst writes each object plainly, `N 0 obj` to `endobj`, one table of where they begin, and no streams of objects: so an
object can be written anew in its place, and the table with it. Nothing that is drawn is touched.
"""

import re

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\n+", re.DOTALL)
KIND = re.compile(rb"/S/(\w+)")
PARENT = re.compile(rb"/P (\d+) 0 R")
LANGUAGE = re.compile(rb"/Lang\(([^)]*)\)")
ATTRIBUTES = re.compile(rb"/A\[.*?\]")
KIDS = re.compile(rb"/K\[([^\]]*)\]")
REFERENCE = re.compile(rb"(\d+) 0 R")
CONTENTS = re.compile(rb"/Contents\((Telephone|Email) ([^()\\]*)\)")
KEYS = {b"Telephone": "phone", b"Email": "email"}
"""What Typst calls links in languages that it has no words for (typst#8877), and the document's word in its place."""
PREFERENCES = b"/ViewerPreferences<<"
FOLDED = b"/PrintScaling/None/Duplex/DuplexFlipShortEdge/PickTrayByPDFSize true"


class File:
    """The objects of a PDF, by number."""

    def __init__(self, pdf):
        self.start = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split()[0])
        self.trailer = pdf[pdf.index(b"trailer\n", self.start) : pdf.rindex(b"startxref\n")]
        table = pdf[self.start : pdf.index(b"trailer\n", self.start)].split(b"\n", 2)
        self.count = int(table[1].split()[1])
        lines = [table[2][20 * at : 20 * at + 20] for at in range(self.count)]
        self.free = lines[0]
        offsets = sorted((int(line[:10]), number) for number, line in enumerate(lines) if line[17:18] == b"n")
        ends = [offset for offset, _ in offsets[1:]] + [self.start]
        self.head = pdf[: offsets[0][0]]
        self.numbers = [number for _, number in offsets]
        self.parts = {number: pdf[offset:end] for (offset, number), end in zip(offsets, ends, strict=True)}

    def dictionary(self, number):
        """The text of an object that holds no stream; none else."""
        match = OBJECT.fullmatch(self.parts[number])
        return match[2] if match and not match[2].endswith(b"endstream") else None

    def put(self, number, text):
        self.parts[number] = b"%d 0 obj\n%s\nendobj\n" % (number, text)

    def bytes(self):
        pieces, at = [self.head], len(self.head)
        lines = {0: self.free}
        for number in self.numbers:
            lines[number] = b"%010d 00000 n\r\n" % at
            pieces.append(self.parts[number])
            at += len(self.parts[number])
        pieces.append(b"xref\n0 %d\n" % self.count)
        pieces += [lines.get(number, self.free) for number in range(self.count)]
        pieces += [self.trailer, b"startxref\n%d\n%%%%EOF" % at]
        return b"".join(pieces)


def finished(pdf, words):
    """The file to read: links described in its own language, and lists beside each other each in one piece."""
    file = File(pdf)
    dictionaries = {number: text for number in file.numbers if (text := file.dictionary(number))}
    for number, text in dictionaries.items():
        described = CONTENTS.sub(lambda match: link_words(match, words), text)
        if described != text:
            file.put(number, described)
    join_lists(file, dictionaries)
    return file.bytes()


def link_words(match, words):
    word = words.get(KEYS[match[1]])
    if word is None:
        return match[0]
    text = f"{word} {match[2].decode('ascii')}"
    return b"/Contents<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def join_lists(file, elements):
    """Makes lists of one item that follow each other in turns one list for each language.

    Rows in two languages alternate item by item, and would be heard as so many lists of one.
    """
    for number, text in elements.items():
        kids = KIDS.search(text)
        if not kids or b"/StructElem" not in text:
            continue
        names = REFERENCE.findall(kids[1])
        if len(names) != kids[1].count(b" R"):
            continue
        kept, run = [], {}
        for name in map(int, names):
            child = elements.get(name, b"")
            kind = KIND.search(child)
            if not kind or kind[1] != b"L":
                run = {}
                kept.append(name)
                continue
            key = tuple(match and match[0] for match in (LANGUAGE.search(child), ATTRIBUTES.search(child)))
            if key in run and len(run) == 2:
                move(file, elements, of=name, to=run[key])
            else:
                if len(run) == 2:
                    run = {}
                run[key] = name
                kept.append(name)
        if len(kept) < len(names):
            put(file, elements, number, KIDS.sub(kids_of(kept), text, count=1))


def move(file, elements, of, to):
    """The items of one list to the end of another; the first is no more."""
    items = [int(item) for item in REFERENCE.findall(KIDS.search(elements[of])[1])]
    for item in items:
        put(file, elements, item, PARENT.sub(b"/P %d 0 R" % to, elements[item], count=1))
    before = [int(item) for item in REFERENCE.findall(KIDS.search(elements[to])[1])]
    put(file, elements, to, KIDS.sub(kids_of(before + items), elements[to], count=1))
    put(file, elements, of, b"null")


def put(file, elements, number, text):
    elements[number] = text
    file.put(number, text)


def kids_of(numbers):
    return b"/K[" + b" ".join(b"%d 0 R" % number for number in numbers) + b"]"


def folded(pdf):
    """The sheets to fold: both sides, turned over on the short edge, and as large as they are."""
    file = File(pdf)
    for number in file.numbers:
        text = file.dictionary(number)
        if text and b"/Type/Catalog" in text:
            file.put(number, text.replace(PREFERENCES, PREFERENCES + FOLDED, 1))
    return file.bytes()
