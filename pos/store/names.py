"""Names as they are looked for: what is kept in `member_word`, in any script.

A word is found by its beginning. Han, kana and Hangul names are written without blanks between
their parts, so there every later beginning counts as well: 민수 finds 김민수, 太郎 finds 山田太郎.
"""

from __future__ import annotations

import re
import unicodedata

MOST_WORDS = 48  # per member; a name with more was not typed by a person
LONGEST_WORD = 24

_ACCENTS = re.compile("[\u0300-\u036f]")
_APART = re.compile(r"[\W_]+")
_UNSPACED = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def words(name: str) -> frozenset[str]:
    """Every word a member may be found by, folded and cut to what is worth keeping."""
    found: list[str] = []
    for word in typed_words(name):
        found.append(word)
        if _UNSPACED.search(word):
            found.extend(word[start:] for start in range(1, len(word)))
        if len(found) >= MOST_WORDS:
            break
    return frozenset(found[:MOST_WORDS])


def typed_words(text: str) -> tuple[str, ...]:
    """The words of a text: case, width, accents and the two kana folded away."""
    folded = unicodedata.normalize("NFKD", text[:1000]).casefold()
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", folded)).translate(_TO_HIRAGANA)
    return tuple(word[:LONGEST_WORD] for word in _APART.split(plain) if word)
