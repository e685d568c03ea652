"""Makes the language files: `.ts` from the sources (lupdate), `.qm` from the `.ts` (lrelease).
`python -m ui.wording.build` after changing a text; `--check` in the tests; `--missing` lists what
a translator has to do; `--fill FILE` takes a table of translations (context, source, one column a
language; tabs between; the first line names the columns).
"""

from __future__ import annotations

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import PySide6

HERE: Final = Path(__file__).parent
UI: Final = HERE.parent
TOOLS: Final = Path(PySide6.__file__).parent
CODES: Final = tuple(sorted(path.stem.removeprefix("regulars_") for path in HERE.glob("ts/*.ts")))


def sources() -> list[Path]:
    """Every file that may hold words, in a fixed order: the order decides that of the `.ts`."""
    return sorted(UI.rglob("*.py"))


def ts_file(folder: Path, code: str) -> Path:
    """The `.ts` of a language in `folder`."""
    return folder / f"regulars_{code}.ts"


def extract(folder: Path, codes: tuple[str, ...] = CODES) -> None:
    """Bring every `.ts` in `folder` up to the sources; texts no longer used are dropped."""
    # Only plurals in English: the text in the source is the text.
    files = [str(path.relative_to(UI.parent)) for path in sources()]
    for code in codes:
        plural = ["-pluralonly"] if code == "en" else []
        options = [*plural, "-locations", "none", "-no-obsolete", "-source-language", "en"]
        target = ["-target-language", code, "-ts", str(ts_file(folder, code))]
        _run("lupdate", *options, *files, *target)


def release(
    folder: Path, out: Path, codes: tuple[str, ...] = CODES, *, strict: bool = True
) -> None:
    """Make the `.qm` of each `.ts`; `strict` stops when a text is not translated."""
    whole = ["-fail-on-unfinished"] if strict else []
    for code in codes:
        made = out / f"regulars_{code}.qm"
        _run("lrelease", *whole, str(ts_file(folder, code)), "-qm", str(made))


def stale() -> list[str]:
    """Names of committed files that a fresh build would change; empty: all is up to date."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for code in CODES:
            shutil.copy(ts_file(HERE / "ts", code), folder)
        extract(folder)
        changed = [c for c in CODES if not _same(ts_file(folder, c), ts_file(HERE / "ts", c))]
        if changed:
            return [f"regulars_{code}.ts" for code in changed]
        release(folder, folder, strict=False)
        names = [f"regulars_{code}.qm" for code in CODES]
        return [name for name in names if not _same(folder / name, HERE / "qm" / name)]


def missing(code: str) -> Iterator[tuple[str, str]]:
    """(context, source) of each text of a language without a finished translation."""
    for context in ET.parse(ts_file(HERE / "ts", code)).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") == "unfinished":
                yield context.findtext("name", ""), message.findtext("source", "")


def fill(table: Path) -> int:
    """Put the translations of `table` into the `.ts` files; returns how many texts found a place.

    Columns: context, source, then language codes. Backslash and n stand for a line break; plural
    forms of a language that has several are parted by `||`.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    placed = 0
    for code in CODES:
        given = {
            (row["context"], _unfold(row["source"])): _unfold(row[code])
            for row in rows
            if row.get(code)
        }
        if given:
            placed += _fill_one(ts_file(HERE / "ts", code), given)
    return placed


def _fill_one(path: Path, given: dict[tuple[str, str], str]) -> int:
    tree, placed = ET.parse(path), 0
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            words = given.get((name, message.findtext("source", "")))
            translation = message.find("translation")
            if words is None or translation is None:
                continue
            translation.attrib.pop("type", None)
            forms = translation.findall("numerusform")
            parts = words.split("||") if forms else []
            for form, part in zip(forms, parts, strict=False):
                form.text = part
            if not forms:
                translation.text = words
            placed += 1
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return placed


def _unfold(text: str) -> str:
    return text.replace("\\n", "\n")


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def _run(tool: str, *arguments: str) -> None:
    """Run a tool of Qt's; its words only when it fails, as `RuntimeError`."""
    ran = subprocess.run(
        [str(TOOLS / tool), *arguments], cwd=UI.parent, capture_output=True, text=True, check=False
    )
    if ran.returncode != 0:
        raise RuntimeError(f"{tool}: {ran.stdout}{ran.stderr}")


def main(argv: list[str]) -> int:
    """Entry for `python -m ui.wording.build`; 1 when something is missing or out of date."""
    wanted = argparse.ArgumentParser(prog="python -m ui.wording.build", description=__doc__)
    wanted.add_argument("--check", action="store_true", help="only say what is out of date")
    wanted.add_argument("--add", metavar="CODE", help="make the file of a new language")
    wanted.add_argument("--missing", action="store_true", help="list texts without translation")
    wanted.add_argument("--fill", type=Path, metavar="FILE", help="take translations from a table")
    asked = wanted.parse_args(argv)
    if asked.check:
        old = stale()
        for name in old:
            print(f"out of date: {name} (run python -m ui.wording.build)")
        return 1 if old else 0
    if asked.add:
        extract(HERE / "ts", (asked.add,))
        print(f"made {ts_file(HERE / 'ts', asked.add).name}; translate it, then run this again")
        return 0
    extract(HERE / "ts")
    if asked.fill:
        print(f"{fill(asked.fill)} translations placed")
        extract(HERE / "ts")
    open_texts = [(code, *text) for code in CODES for text in missing(code)]
    for code, context, source in open_texts if asked.missing else ():
        print(f"{code}\t{context}\t{source!r}")
    if open_texts:
        print(f"{len(open_texts)} texts are not translated and stay English for now")
    release(HERE / "ts", HERE / "qm", strict=False)
    return 1 if open_texts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
