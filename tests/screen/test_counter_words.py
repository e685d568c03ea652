"""One table of words for each code: two would quietly hide one another."""

from __future__ import annotations

from collections import Counter

from tests.screen.state_parts import RINGING
from tests.screen.states import STATES
from ui.counter.notice import Mood, Notice
from ui.counter.outcome import outcome
from ui.counter.words import chip_words, key_name, points, step_words
from ui.wording.languages import Languages
from ui.wording.said_of_counter import COUNTER
from ui.wording.said_of_rules import RULES
from ui.wording.said_of_shop import SHOP
from ui.wording.said_of_store import STORE
from ui.wording.said_of_world import WORLD


def test_no_code_has_words_in_two_tables() -> None:
    times = Counter(code for table in (COUNTER, RULES, SHOP, STORE, WORLD) for code in table)
    assert [code for code, count in times.items() if count > 1] == []


def test_points_are_counted_as_each_language_counts(languages: Languages) -> None:
    assert (points(1), points(1284)) == ("1 point", "1,284 points")
    languages.switch("ko")
    assert points(1) == "1포인트"


def test_a_device_in_trouble_has_short_words_whatever_the_code(languages: Languages) -> None:
    assert chip_words(Notice(Mood.ATTENTION, "printer-hangs")) == "Check the printer"
    assert chip_words(Notice(Mood.ATTENTION, "camera-never-heard-of")) == "Check the camera"
    assert chip_words(Notice(Mood.REFUSED, "gremlins")) == "Check this till"


def test_a_step_says_its_figure_once(languages: Languages) -> None:
    facts: dict[str, object] = {"points": 1, "per_minor": 100}
    assert step_words("base", facts, "EUR") == ("1 point for every €1.00", "")
    assert step_words("rounded-down", {"points": 12}, "EUR")[1] == "12 points"


def test_a_step_that_lacks_a_fact_or_is_unknown_is_still_a_step(languages: Languages) -> None:
    assert step_words("base", {}, "EUR")[0] == "– for every –"
    assert step_words("brand-new", {"points": 3}, "EUR") == ("Rule brand-new", "3 points")


def test_the_keys_are_named_as_they_are_printed() -> None:
    assert [key_name(k) for k in ("Return", "Escape", "F4")] == ["Enter", "Esc", "F4"]


def test_the_sentence_names_what_enter_does(languages: Languages) -> None:
    said = {name: outcome(STATES[name]()) for name in STATES}
    assert said["ringing"].sentence == "Earn 12 points for 김민준"
    assert said["chosen"].sentence == "Redeem Coffee (50 points) and earn 12 points for 김민준"
    assert said["ringing-no-card"].sentence == "Sale without a card: €12.50"
    assert said["shift"].wish == "shift_close"
    assert not said["idle"].able
    assert outcome(RINGING).able
