"""The shop's letters: ready ones taken over or own ones kept, and which a member gets."""

from __future__ import annotations

from loyalty.care.letter import LONGEST_BODY, LONGEST_SUBJECT, Letter, Occasion
from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.cleaning import clean_line, clean_lines
from pos.deeds import What, note
from pos.rights import Right, answering
from pos.settings import LANGUAGES
from pos.shop import Shop
from pos.store import View
from receipts.writing.letters import ready


def letters(shop: Shop) -> tuple[Letter, ...]:
    """All that the shop keeps, by occasion and language; nothing else is ever sent."""
    with shop.store.reading() as view:
        return view.letters()


def keep(shop: Shop, act: Act, letter: Letter, approved: str = "") -> Letter:
    """Keep a letter in place of an earlier one for the same occasion and language.

    Errors: `approval-needed`, `letter-language`, `letter-empty`, `letter-field`, `letter-braces`,
    `text-too-long`.
    """
    if letter.language not in LANGUAGES:
        raise LoyaltyError("letter-language", language=letter.language[:20])
    clean = Letter(
        letter.occasion,
        letter.language,
        clean_line(letter.subject, "subject", LONGEST_SUBJECT),
        clean_lines(letter.body, "body", LONGEST_BODY),
        letter.active,
    )
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.EDIT_PROGRAM, 0, approved)
        work.keep_letter(clean, work.now_ms(), act.operator)
        about, facts = f"letter {clean.occasion.value} {clean.language}", {"active": clean.active}
        note(work, act, What.SETTINGS, about, approved=answered, facts=facts)
    return clean


def letter_for(
    view: View, occasion: Occasion, language: str, usual: str, *, off_too: bool = False
) -> Letter | None:
    """The letter in a member's language, else in the shop's `usual` one, else in any; only those
    that are sent, unless `off_too`.
    """
    kept = [one for one in view.letters() if one.occasion is occasion and (one.active or off_too)]
    by_language = {one.language: one for one in kept}
    return by_language.get(language) or by_language.get(usual) or next(iter(kept), None)


def ready_letter(occasion: Occasion, language: str) -> Letter:
    """What a shop may take over; LoyaltyError `letter-language`."""
    if language not in LANGUAGES:
        raise LoyaltyError("letter-language", language=language[:20])
    return ready(occasion, language)
