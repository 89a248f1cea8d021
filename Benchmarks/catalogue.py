"""Reading, merging and writing a catalogue of 50,000 messages (about 17 MB), beside gettext's own tools.

Runs take turns, so that a busy machine slows all of them alike; what is compared is the processor time of the whole
process, the median of the rounds."""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

MESSAGES = 50_000
ROUNDS = 5
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
ITALIAN = "una persona viene a trovarti a casa e parla con te del bambino quando vuoi tu senza costi"
ARABIC = "يمكن لشخص أن يأتي لزيارتكم في البيت وأن يتحدث معكم عن الطفل متى أردتم دون مقابل"


def words(source: random.Random, stock: str) -> str:
    return " ".join(source.choices(stock.split(), k=source.randint(8, 24)))


def write(catalogue: Path, template: Path) -> None:
    """Both hold the same messages, but for one in a hundred, which has changed by a word."""
    source = random.Random(1000)
    with catalogue.open("w", encoding="utf-8") as po, template.open("w", encoding="utf-8") as pot:
        po.write(HEADER)
        pot.write(HEADER)
        for number in range(MESSAGES):
            text = f"{number}. {words(source, ITALIAN)}"
            about = f"#. paragraph\n#: content/pages/page-{number // 20}.md\n"
            po.write(f'{about}msgid "{text}"\nmsgstr "{number}. {words(source, ARABIC)}"\n\n')
            changed = text + " sempre" if number % 100 == 7 else text
            pot.write(f'{about}msgid "{changed}"\nmsgstr ""\n\n')


def seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalogue, template, result = (Path(folder) / name for name in ("ar.po", "all.pot", "merged.po"))
        write(catalogue, template)
        merge = ["msgmerge", "--quiet", "--previous", "--no-fuzzy-matching", "--no-wrap", "-o", str(result)]
        rivals = {
            "ours: read, merge, write": [sys.argv[1], str(catalogue), str(template), str(result)],
            "msgcat: read, write": ["msgcat", "--no-wrap", "-o", str(result), str(catalogue)],
            "msgmerge: read, merge, write": [*merge, str(catalogue), str(template)],
        }
        times: dict[str, list[float]] = {name: [] for name in rivals}
        for _ in range(ROUNDS):
            for name, command in rivals.items():
                times[name].append(seconds(command))
        size = catalogue.stat().st_size / 1e6
        ours = statistics.median(next(iter(times.values())))
        print(f"\ncatalogue of {MESSAGES} messages, {size:.0f} MB; processor time, median of {ROUNDS}")
        for name, found in times.items():
            median = statistics.median(found)
            print(f"  {name:<30} {median:6.2f} s   ours / this: {ours / median:4.2f}")


main()
