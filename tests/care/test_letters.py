"""Letters are checked when they are kept, and filled with plain text only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.care.letter import FIELDS, Letter, Occasion
from loyalty.errors import LoyaltyError
from pos.care.letters import keep, letters
from pos.settings import LANGUAGES
from pos.shop import Shop
from receipts.writing.letters import how_to_stop, ready
from tests.care.people import letters_for
from tests.shop.house import act


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("occasion", list(Occasion))
def test_there_is_a_ready_letter_for_every_occasion_in_every_language(
    occasion: Occasion, language: str
) -> None:
    letter = ready(occasion, language)
    assert letter.language == language
    values = {name: f"<{name}>" for name in FIELDS[occasion]}
    subject, body = letter.filled(values)
    assert "{" not in subject + body
    used = {"years", "points", "until", "reward", "tier", "last"} & FIELDS[occasion]
    assert all(f"<{name}>" in subject + body for name in used)
    assert how_to_stop("Bäckerei", language).count("Bäckerei") == 1


@pytest.mark.parametrize(
    ("subject", "body", "code"),
    [
        ("", "Hello", "letter-empty"),
        ("Hello", " \n ", "letter-empty"),
        ("Hello {first", "Hello", "letter-braces"),
        ("Hello", "5 } 4", "letter-braces"),
        ("Hello", "{nothing}", "letter-field"),
        ("Hello", "{first.__class__}", "letter-field"),
        ("Hello", "{first!r}", "letter-field"),
        ("Hello", "{0}", "letter-field"),
        ("Hello", "{}", "letter-field"),
        ("Hello", "{reward}", "letter-field"),  # of another occasion
        ("Hello\nBcc: all", "Hello", "letter-subject"),
        ("x" * 151, "Hello", "text-too-long"),
        ("Hello", "x" * 4_001, "text-too-long"),
    ],
)
def test_a_letter_that_could_not_be_filled_is_refused(subject: str, body: str, code: str) -> None:
    with pytest.raises(LoyaltyError, match=code):
        Letter(Occasion.WELCOME, "en", subject, body)


@given(name=st.text(max_size=50))
def test_whatever_a_member_is_called_stays_one_line_and_fills_nothing_else(name: str) -> None:
    letter = Letter(Occasion.WELCOME, "en", "For {name}", "a {name} b {{name}} {balance}")
    subject, body = letter.filled({"name": name, "balance": "7"})
    assert "\n" not in body
    assert subject.isprintable()
    assert body.startswith("a ")
    assert body.endswith(" b {name} 7")


def test_only_a_manager_keeps_letters_and_only_in_our_languages(shop: Shop) -> None:
    letters_for(shop, Occasion.WELCOME)
    with pytest.raises(LoyaltyError, match="approval-needed"):
        keep(shop, act(shop, "mina"), ready(Occasion.LAPSED, "en"))
    with pytest.raises(LoyaltyError, match="letter-language"):
        keep(shop, act(shop, "boss"), Letter(Occasion.LAPSED, "tlh", "nuqneH", "qaStaH nuq"))
    kept = keep(shop, act(shop, "boss"), Letter(Occasion.WELCOME, "en", " New  one ", "a\r\nb"))
    assert (kept.subject, kept.body) == ("New one", "a\nb")
    assert letters(shop) == (kept,)
    with shop.store.reading() as view:
        deeds = [(deed.operator, deed.about) for deed in view.deeds(0, view.now_ms() + 1)]
    assert deeds == [("boss", "letter welcome en")] * 2
