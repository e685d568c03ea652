"""A language that nobody speaks, made from ours: accents, brackets and 40 % more length. A text
that comes out without brackets was never given to a translator.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from ui.wording.build import HERE, release, ts_file

CODE = "en_XA"
_ACCENTS = str.maketrans("aeiouAEIOUncsy", "åéîøüÅÉÎØÜñçšý")
_KEPT = re.compile(r"(\{[^}]*\}|%L?n|%L?\d|&\w?|\n)")


def pseudo(text: str, longer_percent: int = 40) -> str:
    """`text` in the pseudo-language; placeholders, accelerators and line breaks stay."""
    parts = [
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text)
    ]
    return f"[{''.join(parts)}{'~' * max(1, len(text) * longer_percent // 100)}]"


def build_pseudo(folder: Path, longer_percent: int = 40) -> None:
    """Make `regulars_en_XA.qm` in `folder` from the Korean file, which holds every text."""
    tree = ET.parse(ts_file(HERE / "ts", "ko"))
    tree.getroot().set("language", CODE)
    for message in tree.getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms[1:]:
            translation.remove(form)
        for form in forms:
            form.text = pseudo(source, longer_percent)
        if forms:
            ET.SubElement(translation, "numerusform").text = pseudo(source, longer_percent)
        else:
            translation.text = pseudo(source, longer_percent)
    tree.write(ts_file(folder, CODE), encoding="utf-8", xml_declaration=True)
    release(folder, folder, (CODE,))
