#!/usr/bin/env python3
"""Cuts one face out of a font collection and writes it as a smaller font with TrueType outlines.

    truetype COLLECTION FAMILY TARGET

Debian has Noto Sans CJK with PostScript outlines (CFF), keyed by CID, and of such a font page-validation reads every
width as 0: it seeks the default width in the font's head, while these have one in each of their inner dictionaries.
TrueType passes. The same collection gives the same bytes on every machine.
"""

import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

KEPT = [
    (0xB7, 0xB7),  # the dot within a foreign name
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x3000, 0x303F),  # Chinese punctuation
    (0x4E00, 0x9FFF),  # all characters of everyday Chinese and its names
    (0xFF01, 0xFF65),  # full-width forms
]
"""What Chinese text takes from this font; letters and digits come from Noto Sans."""

FEATURES = ["ccmp", "liga"]
"""They join two dashes into one. The other features serve vertical text, other languages or other widths."""

TOLERANCE = 1.0
"""How far a quadratic curve may be from the cubic one, in thousandths of the body size."""

UNHINTED = {
    "maxZones": 1,
    "maxTwilightPoints": 0,
    "maxStorage": 0,
    "maxFunctionDefs": 0,
    "maxInstructionDefs": 0,
    "maxStackElements": 0,
    "maxSizeOfInstructions": 0,
    "maxComponentElements": 0,
}
"""What `maxp` says of a TrueType font without instructions; fontTools counts the points itself."""


def face(collection, family):
    """The number of the face of that family in the collection."""
    families = [font["name"].getDebugName(1) for font in TTCollection(collection, lazy=True).fonts]
    if family not in families:
        sys.exit(f"truetype: {collection} has no '{family}', only {', '.join(families)}")
    return families.index(family)


def cut(font):
    """Takes out all that the leaflets never use; the outlines are out already, and what is left is small."""
    options = Options(layout_features=FEATURES, glyph_names=False)
    options.drop_tables += ["BASE", "GPOS", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
    subsetter.subset(font)


def outline(glyph):
    pen = TTGlyphPen(None)
    glyph.draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
    return pen.glyph()


def main():
    collection, family, target = sys.argv[1:]
    number = face(collection, family)
    source = TTFont(collection, fontNumber=number).getGlyphSet()
    font = TTFont(collection, fontNumber=number, recalcTimestamp=False)
    font.setGlyphOrder(font.getGlyphOrder())
    del font["CFF "]
    cut(font)

    order = font.getGlyphOrder()
    font.sfntVersion = "\x00\x01\x00\x00"
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, {name: outline(source[name]) for name in order}
    for name in order:
        shape = font["glyf"][name]
        shape.recalcBounds(font["glyf"])
        font["hmtx"][name] = font["hmtx"][name][0], getattr(shape, "xMin", 0)
    font["maxp"].tableVersion = 0x00010000
    vars(font["maxp"]).update(UNHINTED)
    font["post"].formatType = 3.0
    font.save(target)


if __name__ == "__main__":
    main()
