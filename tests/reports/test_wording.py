"""The four languages of reports say the same things, and every figure says what it means."""

from __future__ import annotations

from string import Formatter

import pytest

from loyalty.insight.definitions import ALL
from receipts.reports.wording import TABLES, known, places, words

EN = TABLES["en"]
OTHERS = pytest.mark.parametrize("language", ["ko", "ja", "zh_CN"])


def _letters(text: str) -> bool:
    bare = "".join(part for part, _, _, _ in Formatter().parse(text))
    return any(char.isalpha() for char in bare)


@OTHERS
def test_every_wording_is_there_in_every_language(language: str) -> None:
    assert set(TABLES[language]) == set(EN)
    assert not [key for key, text in TABLES[language].items() if not text.strip()]


@OTHERS
def test_every_language_names_the_same_facts(language: str) -> None:
    differing = [key for key in EN if places(language, key) != places("en", key)]
    assert not differing


@OTHERS
def test_no_wording_was_forgotten_in_english(language: str) -> None:
    same = {key for key, text in EN.items() if _letters(text) and TABLES[language][key] == text}
    assert same <= {"column.n", "column.terminal"}, same


def test_every_figure_has_a_name_and_says_what_it_means() -> None:
    for definition in ALL:
        assert known(f"figure.{definition.name}"), definition.name
    figures = {key for key in EN if key.startswith("figure.") and not key.endswith(".means")}
    assert {f"{key}.means" for key in figures} <= EN.keys()


def test_a_wording_that_nobody_has_is_shown_by_its_name() -> None:
    assert words("ko", "figure.of-the-future") == "of-the-future"
