"""Turns leaflet documents into PDF: one Typst compiler kept alive, jobs in, answers out.

    worker.py TEMPLATE FONTS

TEMPLATE is the folder of the template, FONTS one of font files; no other fonts are seen. One job a line comes in on
stdin and one answer a line goes out on stdout, both JSON; ../README.md describes them. The worker ends when stdin
closes, and at SIGTERM or SIGINT. It opens no file but the template, the fonts and what a job asks it to write; the
compiler sees a folder of the worker's own, with copies of the template's files.
"""

import contextlib
import hashlib
import json
import math
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import threading
from importlib.metadata import version

import typst

# Python leaves the folder out where it runs isolated (-I); and nothing is written beside our own files.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import documents  # noqa: E402
import finishing  # noqa: E402
from documents import Problem, changed, prepared  # noqa: E402

ENGINE = "0.15.0"
MEMORY = 2 << 30
"""Bytes of address space; 1000 leaflets in a row peaked under a tenth of it."""
LARGEST_FILE = 64 << 20
SECONDS_PER_JOB = 60
"""Of processor time; a leaflet takes about 0.05."""
GLYPHS_REPORTED = 20
KEPT_COMPILATIONS = 10
"""For how many the compiler keeps what it has not used again (`comemo::evict` in the bindings of `typst`)."""

STANDARDS = {"ua-1", "a-2a"}
OPTIONAL = {"standards", "print", "png", "ppi"}
PANELS, SHEETS, NOTHING = "leaflet.typ", "imposition.typ", "nothing.typ"
"""The template's ways in: to the file to read, to the sheets to fold, and to what all documents share."""
HEAD, BODY, IMPOSED = "head.json", "body.json", "panels.pdf"
"""The files that they read: the document in two, and for the second the panels too."""
PANIC = "panicked with: leaflet: "
GLYPH = re.compile(r'the text `"(.*)"` could not be displayed', re.DOTALL)
PLACE = re.compile(r"\w+\.typ:\d+")
ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)", re.DOTALL)


class Output:
    """Whole lines on the real stdout; whatever else may print goes to stderr."""

    def __init__(self):
        self.file = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        self.lock = threading.Lock()

    def say(self, answer):
        with self.lock:
            self.file.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")) + "\n")
            self.file.flush()


class Press:
    """The compiler with its template and fonts; `root` is the folder that it sees."""

    def __init__(self, template, folder, root):
        self.root = root
        self.template = {}
        for name in sorted(name for name in os.listdir(template) if name.endswith(".typ")):
            with open(os.path.join(template, name), "rb") as file:
                self.template[name] = file.read()
            self.put(name, self.template[name])
        for main in (PANELS, SHEETS, NOTHING):
            if main not in self.template:
                raise Problem("engine", f"the template folder {template} lacks {main}")
        if version("typst") != ENGINE:
            raise Problem("engine", f"typst {ENGINE} is needed, {version('typst')} is installed")
        if not os.path.isdir(folder):
            raise Problem("font", f"the font folder {folder} does not exist")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        styles = {}
        for font in fonts.fonts():
            styles.setdefault(font.family, set()).add((font.style, font.weight))
        self.families = sorted(f for f, found in styles.items() if {("normal", 400), ("normal", 700)} <= found)
        lacking = {("normal", 400), ("normal", 700), ("italic", 400), ("italic", 700)} - styles.get("Noto Sans", set())
        if lacking:
            named = ", ".join(f"{style} {weight}" for style, weight in sorted(lacking))
            raise Problem("font", f"the font folder {folder} lacks 'Noto Sans' in {named}", family="Noto Sans")
        self.fingerprint = self.digest(fonts)
        self.head, self.forgotten = None, 0
        self.compiler = typst.Compiler(
            root=root, font_paths=fonts, package_path=root, package_cache_path=root, ignore_system_fonts=True
        )

    def put(self, name, data):
        """Writes over what is there. (Where a file is emptied first, the disk may be waited for.)"""
        with open(os.open(os.path.join(self.root, name), os.O_WRONLY | os.O_CREAT, 0o666), "wb") as file:
            file.write(data)
            file.truncate()

    def digest(self, fonts):
        """A hash of all that shapes a PDF besides its job: engine, template, these modules, the bytes of the fonts."""
        parts = [hashlib.sha256(ENGINE.encode())]
        parts += [hashlib.sha256(part) for name, data in self.template.items() for part in (name.encode(), data)]
        shapes = sorted({font.path for font in fonts.fonts()}, key=os.path.basename)
        for path in (__file__, documents.__file__, finishing.__file__, *shapes):
            with open(path, "rb") as file:
                parts.append(hashlib.file_digest(file, "sha256"))
        return hashlib.sha256(b"".join(part.digest() for part in parts)).hexdigest()

    def put_document(self, head, body):
        """Leaves the document where the template reads it.

        Typst remembers its work from one compilation to the next, and does again what used a file that has changed: so
        what the leaflets of one text for several centres have in common stands in a file of its own. Inputs
        (`sys.inputs`) are a part of its library, which everything uses: so there are none.
        """
        head = json.dumps({"families": self.families, "meta": head}).encode()
        if head != self.head:
            self.head = None  # Should the file not be written, the next job must not take the old one for its own.
            self.forget()
            self.put(HEAD, head)
            self.head = head
        self.put(BODY, json.dumps(body).encode())

    def forget(self):
        """Lets the compiler forget the last text, which has nothing in common with the next.

        What it keeps takes memory. It forgets what has not been used in more than so many compilations, that of its own
        included; so it gets as many of an almost empty file. The first of them finds another file than the last time,
        and so uses what all documents share: that is not old enough in the end, and stays.
        """
        self.forgotten += 1
        self.put(NOTHING, self.template[NOTHING] + b"// %d" % self.forgotten)
        for _ in range(KEPT_COMPILATIONS):
            self.compiler.compile(input=os.path.join(self.root, NOTHING), format="svg")

    def compile(self, document, main=PANELS, **options):
        """The bytes of one compilation of the document that was put down.

        A warning is an error: Typst warns where a reader would see a fault.
        """
        options["input"] = os.path.join(self.root, main)
        try:
            made, warnings = self.compiler.compile_with_warnings(**options)
        except typst.TypstError as error:
            raise self.problem(error, document, options) from None
        if warnings:
            raise Problem("engine", "; ".join(w.message for w in warnings), [h for w in warnings for h in w.hints])
        return made

    def imposed(self, document, pdf, timestamp):
        """The panels in `pdf` on the sheets that are printed and folded."""
        self.put(IMPOSED, pdf)
        return self.compile(document, SHEETS, format="pdf", timestamp=timestamp)

    def problem(self, error, document, options):
        if error.message.startswith(PANIC):
            facts = json.loads(error.message.removeprefix(PANIC))
            return Problem(facts.pop("kind"), facts.pop("message"), **facts)
        if GLYPH.search(error.message):
            found = self.missing(error, document, options)
            # A space between two of them shares their font, and is not to blame.
            glyphs = sorted({glyph for glyph in found if not glyph.isspace()} or found)
            named = ", ".join(f"{g} ({' '.join(f'U+{ord(c):04X}' for c in g)})" for g in glyphs)
            return Problem("glyph", f"no font of the language has a shape for {named}", glyphs=glyphs)
        place = PLACE.search(error.diagnostic)
        return Problem("engine", error.message, error.hints, place=place[0] if place else None)

    def missing(self, error, document, options):
        """The texts that no font can show. Typst names the first one only, so it is asked again without that."""
        found = set()
        while len(found) < GLYPHS_REPORTED and (match := GLYPH.search(error.message)):
            text = ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], match[1])
            if text in found:
                break
            found.add(text)
            document = [without(text, part) for part in document]
            self.put_document(*document)
            try:
                self.compiler.compile(**options)
                break
            except typst.TypstError as next_error:
                error = next_error
        return found


def without(text, value):
    return changed(value, lambda string: string.replace(text, ""))


def ended(pdf):
    """The same PDF, with a CR before `endstream` wherever the stream's own last byte is a CR.

    Typst writes an LF there, and page-validation takes the two for one line end of two bytes and finds the stream a
    byte short. One stream in 256 ends so, by chance. CR is a line end as good as LF there (ISO 32000-1, 7.2.2).
    """
    return pdf.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")


def write(files):
    """Puts data at each path: all of it, or where one place cannot be written none of it. Each file in one step."""
    staged = []
    path = None
    try:
        for path, data in files:
            folder, name = os.path.split(os.path.abspath(path))
            handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            staged.append((temporary, path))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, 0o644)
        while staged:
            temporary, path = staged[0]
            os.replace(temporary, path)
            staged.pop(0)
    except OSError as error:
        for temporary, _ in staged:
            os.unlink(temporary)
        raise Problem("output", f"cannot write {path}: {error.strerror}") from None


def parsed(line):
    """The job in a line of input, with every key of the kind it should be."""
    try:
        job = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Problem("job", f"not a line of JSON: {error}") from None
    if not isinstance(job, dict):
        raise Problem("job", "a job is a JSON object")
    kinds = {
        "id": (str, int),
        "doc": dict,
        "pdf": str,
        "timestamp": int,
        "standards": list,
        "print": str,
        "png": str,
        "ppi": (int, float),
    }
    for key in job.keys() - kinds.keys():
        raise Problem("job", f"a job has no '{key}'")
    for key, kind in kinds.items():
        if key in OPTIONAL and key not in job:
            continue
        if not isinstance(job.get(key), kind) or isinstance(job.get(key), bool):
            raise Problem("job", f"the job's '{key}' is missing or of the wrong type")
    if any(standard not in STANDARDS for standard in job.get("standards", ())):
        raise Problem("job", f"the standards are {', '.join(sorted(STANDARDS))}")
    if not 36 <= job.get("ppi", 96) <= 600:
        raise Problem("job", "ppi is 36 to 600")
    return job


def done(press, job):
    """Does the job and gives the answer."""
    doc, timestamp = prepared(job["doc"]), job["timestamp"]
    press.put_document(*doc)
    standards = job.get("standards", sorted(STANDARDS))
    pdf = ended(press.compile(doc, format="pdf", pdf_standards=standards, timestamp=timestamp))
    finished = finishing.finished(pdf, doc[0].get("link-words", {}))
    answer = {"id": job["id"], "ok": True, **described(finished)}
    files = [(job["pdf"], finished)]
    if "print" in job:
        sheets = finishing.folded(ended(press.imposed(doc, pdf, timestamp)))
        answer["print"] = described(sheets)
        files.insert(0, (job["print"], sheets))
    if "png" in job:
        pages = press.compile(doc, format="png", ppi=float(job.get("ppi", 96)), timestamp=timestamp)
        files.insert(0, (job["png"], pages if isinstance(pages, bytes) else pages[0]))
    write(files)
    return answer


def described(data):
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def restrict(limit, value):
    """Sets a limit of the process; who started it may have set a tighter one, which cannot be raised."""
    hardest = resource.getrlimit(limit)[1]
    resource.setrlimit(limit, (value if hardest == resource.RLIM_INFINITY else min(value, hardest), hardest))


def answered(press, line):
    job = None
    try:
        restrict(resource.RLIMIT_CPU, math.ceil(sum(os.times()[:2])) + SECONDS_PER_JOB)
        with contextlib.suppress(ValueError, RecursionError, AttributeError):
            job = json.loads(line).get("id")
        return done(press, parsed(line))
    except Problem as problem:
        return problem.answer(job)
    except Exception as error:  # A worker outlives whatever a job does to it.
        return Problem("internal", f"{type(error).__name__}: {error}").answer(job)


def main():
    output = Output()
    ends = {signal.SIGTERM, signal.SIGINT, signal.SIGXCPU}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        restrict(limit, value)
    if len(sys.argv) != 3:
        output.say(Problem("usage", "worker.py TEMPLATE FONTS").answer(None))
        return 64
    with tempfile.TemporaryDirectory(prefix="leaflet-root-") as root:

        def end():
            """Waits in a thread of its own, since the main one may be deep in the compiler."""
            got = signal.sigwait(ends)
            if got == signal.SIGXCPU:
                output.say(Problem("time", f"a job took over {SECONDS_PER_JOB} s of processor time").answer(None))
            shutil.rmtree(root, ignore_errors=True)
            os._exit(128 + got)

        threading.Thread(target=end, daemon=True).start()
        try:
            press = Press(sys.argv[1], sys.argv[2], root)
        except (Problem, OSError) as error:
            problem = error if isinstance(error, Problem) else Problem("engine", str(error))
            output.say(problem.answer(None))
            return 70
        output.say({"ok": True, "engine": ENGINE, "families": press.families, "fingerprint": press.fingerprint})
        for line in sys.stdin.buffer:
            if line.strip():
                output.say(answered(press, line))
    return 0


if __name__ == "__main__":
    sys.exit(main())
