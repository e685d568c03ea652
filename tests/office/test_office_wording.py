"""Head office's sentences: in every language the same keys, and one for each no it can say."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from pos.office.people.duties import Role
from pos.office.web.pages import PAGES
from pos.office.web.pages.audit import _FIELDS, ACTS
from pos.office.web.pictures import FOLDER
from pos.office.wording import _TABLES, LANGUAGES, NAMES, sentence
from tests.shape.codes import codes_of
from tests.shape.sources import sources

# Said on the command line only, or before there are pages.
NOT_SHOWN = {"office-made-already"}


def facts(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_facts(language: str) -> None:
    english, table = _TABLES["en"], _TABLES[language]
    assert table.keys() == english.keys()
    assert language in NAMES
    for key, words in table.items():
        assert words.strip() == words != "", key
        assert facts(words) == facts(english[key]), key


def test_every_no_of_the_rules_and_of_the_web_has_its_sentence() -> None:
    """Of the rooms that are here; others bring theirs with their pages."""
    modules = [
        one
        for one in sources("pos")
        if one.module.startswith(("pos.office.web", "pos.office.people"))
        or one.module in ("pos.office.managing.shops", "pos.office.running.setting_up")
    ]
    found = {code for one in modules for _, code in codes_of(one, ("LoyaltyError",))}
    for one in modules:
        found |= set(re.findall(r'Refused\(\s*\d{3},\s*"([a-z-]+)"', "\n".join(one.lines)))
    assert {"log-in-wait", "person-last-owner", "too-slow", "path-odd"} <= found
    assert sorted(found - _TABLES["en"].keys() - NOT_SHOWN) == []


def test_every_key_a_page_names_is_there() -> None:
    named = {page.menu for page in PAGES if page.menu} | set(_FIELDS.values())
    named |= {f"act.{act}" for act in ACTS}
    named |= {f"role.{role}{hint}" for role in Role for hint in ("", ".hint")}
    for template in FOLDER.glob("*.html"):
        named |= _keys_of(template)
    assert sorted(named - _TABLES["en"].keys()) == []


def _keys_of(template: Path) -> set[str]:
    """The keys given as plain words; those put together (`"role." ~ role`) are named above."""
    found = re.findall(r"""\bt\(["']([a-z.-]+)["'](?! ~)""", template.read_text(encoding="utf-8"))
    return set(found)


def test_a_code_without_a_sentence_is_told_by_its_name() -> None:
    assert sentence("en", "made-up-code", {}) == "This did not work (made-up-code)."
