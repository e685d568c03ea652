"""The four tables say the same things."""

from __future__ import annotations

from string import Formatter

import pytest

from receipts.writing import wording
from receipts.writing.facts import Means, NoteKind, SlipKind
from receipts.writing.wording.en import EN
from receipts.writing.wording.ja import JA
from receipts.writing.wording.ko import KO
from receipts.writing.wording.zh_cn import ZH_CN

OTHERS = pytest.mark.parametrize("table", [KO, JA, ZH_CN], ids=["ko", "ja", "zh_CN"])


def _places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


@OTHERS
def test_every_sentence_is_translated(table: dict[str, str]) -> None:
    assert list(table) == list(EN)
    assert not [key for key, text in table.items() if not text.strip()]


@OTHERS
def test_every_translation_names_the_same_facts(table: dict[str, str]) -> None:
    assert {key: _places(text) for key, text in table.items()} == {
        key: _places(text) for key, text in EN.items()
    }


@OTHERS
def test_no_translation_was_forgotten_in_english(table: dict[str, str]) -> None:
    words = {k for k, t in EN.items() if any(c.isalpha() for c in _bare(t))}
    same = {key for key in words if table[key] == EN[key]}
    # A number sign and a bare name read alike everywhere.
    assert same <= {"receipt-no"}


def _bare(text: str) -> str:
    return "".join(literal for literal, _, _, _ in Formatter().parse(text))


def test_every_kind_of_slip_has_its_words() -> None:
    for kind in (SlipKind.RETURN, SlipKind.VOID):
        for key in ("title", "total", "due"):
            assert wording.has(f"{key}.{kind.value}")
    for noted in (SlipKind.UNLINKED, SlipKind.EXCHANGE, *NoteKind):
        assert wording.has(f"title.{noted.value}")
    assert all(wording.has(means.value) for means in Means)


def test_the_tables_are_those_of_the_languages() -> None:
    assert wording.LANGUAGES == ("en", "ko", "ja", "zh_CN")
    assert [wording.nearest(x) for x in ("zh", "ja-JP", "", "xx", "KO")] == [
        "zh_CN",
        "ja",
        "en",
        "en",
        "ko",
    ]
