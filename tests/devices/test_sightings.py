"""When a code seen by a camera is believed, and which of several is meant."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from loyalty.codes import SaleNumber, member_card, sale_code
from pos.devices.ports import Outline
from pos.devices.reading import Reading
from pos.devices.sightings import Sightings
from pos.scan_kinds import scan_kind
from tests.devices.pictures import CARD

OTHER = "6200000000005678"

PLACE = ((0.1, 0.1), (0.2, 0.1), (0.2, 0.2), (0.1, 0.2))
BESIDE = tuple((x + 0.6, y + 0.6) for x, y in PLACE)


def reading(text: str, symbology: str = "Code 128", place: Outline = PLACE) -> Reading:
    return Reading(text, symbology, place)


def accepted(frames: Iterable[tuple[int, list[str]]]) -> list[tuple[int, str]]:
    sightings, taken = Sightings(), []
    for at_ms, texts in frames:
        verdict = sightings.frame([reading(text) for text in texts], at_ms)
        if verdict.accepted:
            taken.append((at_ms, verdict.accepted.text))
    return taken


def test_a_code_is_believed_from_its_second_frame_on() -> None:
    assert accepted([(0, [CARD]), (100, [CARD]), (200, [CARD])]) == [(100, CARD)]


def test_a_code_seen_once_is_not_believed() -> None:
    assert accepted([(0, [CARD]), (100, []), (900, [CARD]), (1_700, [CARD])]) == []


def test_a_frame_that_misses_the_code_in_between_does_no_harm() -> None:
    assert accepted([(0, [CARD]), (100, []), (200, [CARD])]) == [(200, CARD)]


def test_another_text_in_between_starts_over() -> None:
    assert accepted([(0, [CARD]), (100, [OTHER]), (200, [CARD])]) == []
    seen = [(0, [CARD]), (100, [OTHER]), (200, [CARD]), (300, [CARD]), (850, [CARD])]
    assert accepted(seen) == [(850, CARD)]


def test_another_text_elsewhere_in_between_does_no_harm() -> None:
    sightings = Sightings(lambda text: (0, text))  # all of different kinds
    assert sightings.frame([reading(CARD)], 0).accepted is None
    assert sightings.frame([reading(OTHER, place=BESIDE)], 100).accepted is None
    assert sightings.frame([reading(CARD)], 200).accepted is not None


@pytest.mark.parametrize("symbology", ["QR", "PDF417", "Aztec", "DataMatrix"])
def test_a_code_with_error_correction_is_believed_at_once(symbology: str) -> None:
    assert Sightings().frame([reading(CARD, symbology)], 0).accepted is not None


def test_a_matrix_code_beside_bars_of_the_same_text_is_one_code() -> None:
    sightings = Sightings(scan_kind)
    both = [reading(CARD), reading(CARD, "QR", BESIDE)]
    assert not sightings.frame(both, 0).several


SLIP = sale_code(SaleNumber(1, 1, 7))
MEMBER, SECOND = member_card(1), member_card(2)


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ([MEMBER, "4006381333931"], MEMBER),  # a card beside a tin
        ([SLIP, "HTTPS://SHOP.EXAMPLE/R/ABC"], SLIP),  # a slip of ours, both its codes
        ([SLIP, MEMBER], MEMBER),
        (["4006381333931", "https://maker.example"], "4006381333931"),
        ([MEMBER, SECOND], None),
        ([MEMBER, SECOND, "4006381333931"], None),
        (["4006381333931", "5449000000996"], None),
        (["one house's card", "another's"], None),
    ],
)
def test_codes_of_one_kind_are_a_conflict_and_of_several_kinds_the_persons_goes_first(
    shown: list[str], meant: str | None
) -> None:
    sightings = Sightings(scan_kind)
    places = [tuple((x + 0.3 * at, y) for x, y in PLACE) for at in range(len(shown))]
    seen = [reading(text, place=place) for text, place in zip(shown, places, strict=True)]
    sightings.frame(seen, 0)
    verdict = sightings.frame(seen, 100)
    assert (verdict.accepted.text if verdict.accepted else None) == meant
    assert verdict.several == (meant is None)


def test_what_lay_beside_the_card_is_taken_once_the_card_is_gone() -> None:
    sightings, tin = Sightings(scan_kind), "4006381333931"
    for at_ms in (0, 100):
        sightings.frame([reading(MEMBER), reading(tin, place=BESIDE)], at_ms)
    assert sightings.frame([reading(tin, place=BESIDE)], 200).accepted is not None


def test_two_codes_in_one_frame_are_neither() -> None:
    sightings = Sightings()
    for at_ms in range(0, 1_000, 100):
        verdict = sightings.frame([reading(CARD), reading(OTHER)], at_ms)
        assert verdict.several
        assert verdict.accepted is None


def test_the_same_text_printed_twice_is_one_code() -> None:
    assert accepted([(0, [CARD, CARD]), (100, [CARD, CARD])]) == [(100, CARD)]


def test_a_card_left_in_view_is_taken_once() -> None:
    assert accepted([(at, [CARD]) for at in range(0, 60_000, 100)]) == [(100, CARD)]


def test_a_card_shown_again_after_a_while_is_taken_again() -> None:
    first = [(0, [CARD]), (100, [CARD])]
    again = [(at, [CARD]) for at in (2_200, 2_300)]
    assert accepted(first + again) == [(100, CARD), (2_300, CARD)]


def test_a_card_that_flickers_is_taken_once() -> None:
    flicker = [(at, [CARD] if at % 600 == 0 else []) for at in range(0, 12_000, 100)]
    assert accepted([(0, [CARD]), *flicker]) == [(0, CARD)]


def test_the_next_customers_card_is_taken_at_once() -> None:
    seen = [(0, [CARD]), (100, [CARD]), (300, [OTHER]), (400, [OTHER])]
    assert accepted(seen) == [(100, CARD), (400, OTHER)]
