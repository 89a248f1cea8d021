"""What stands where on the pages of a leaflet. Needs poppler-utils."""

import re

from leaflet_worker import said

DPI = 254
"""Ten pixels a millimetre."""


class Picture:
    """A page in grey, a millimetre ten pixels."""

    def __init__(self, pdf, number):
        stem = pdf.with_suffix(f".{number}")
        said("pdftoppm", "-r", DPI, "-gray", "-singlefile", "-f", number, "-l", number, pdf, stem)
        self.width, self.height, self.dots = re.match(
            rb"P5\s(\d+)\s(\d+)\s255\s(.*)", stem.with_name(stem.name + ".pgm").read_bytes(), re.DOTALL
        ).groups()
        self.width, self.height = int(self.width), int(self.height)

    def part(self, x, y, width, height):
        """The dots of a part, in millimetres."""
        left, top, width, height = (round(10 * value) for value in (x, y, width, height))
        rows = range(top, min(top + height, self.height))
        return b"".join(self.dots[row * self.width + left : row * self.width + left + width] for row in rows)


def dark(dots):
    return sum(dot < 128 for dot in dots) / len(dots)


def boxes(pdf, side):
    """(text, left, top) of each line of a side, in points."""
    html = said("pdftotext", "-bbox-layout", "-f", side, "-l", side, pdf, "-")
    for line in html.split("<line ")[1:]:
        left, top = (float(value) for value in re.match(r'xMin="([\d.]+)" yMin="([\d.]+)"', line).groups())
        yield "".join(re.findall(r">([^<\n]+)</word>", line)), left, top
