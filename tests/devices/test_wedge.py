"""A burst is a scan; a person is not, and loses no key."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.devices.wedge import BurstReader, Heard, WedgeSettings, codes_in, scan_of
from pos.trouble import TroubleError

CARD = "6100000000001234"


@dataclass
class Till:
    """Does what the recogniser says, as the screen would: keeps scans and keys in order."""

    reader: BurstReader = field(default_factory=BurstReader)
    held: list[str] = field(default_factory=list)
    screen: list[str] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)

    def type(self, keys: str, gap_ms: int | list[int], start_ms: int) -> int:
        """Type `keys` (CR and Tab are those keys); the silence between is heard too."""
        at = start_ms
        for index, key in enumerate(keys):
            if index:
                gap = gap_ms if isinstance(gap_ms, int) else gap_ms[index - 1]
                self.rest(gap)
                at += gap
            self.press(key, at)
        return at

    def press(self, key: str, at: int) -> None:
        ends = {"\r": "\n", "\t": "\t"}
        heard = self.reader.end(at, ends[key]) if key in ends else self.reader.key(key, at)
        self.obey(heard, key)

    def rest(self, gap_ms: int = 10_000) -> None:
        if self.reader.waiting and gap_ms > self.reader.patience_ms:
            self.obey(self.reader.silence(), None)

    def obey(self, heard: Heard, key: str | None) -> None:
        self.screen += self.held[: heard.give_back]
        del self.held[: heard.give_back]
        if heard.burst is not None:
            dropped = len(self.held) - heard.kept
            kept = self.held[dropped:]
            self.held.clear()
            self.scans.append(heard.burst)
            if heard.typed:
                assert "".join(self.screen).endswith(heard.typed)
                del self.screen[-len(heard.typed) :]
            self.screen += kept
        if heard.held and key is not None:
            self.held.append(key)
        elif key is not None and not heard.eaten:
            self.screen.append(key)

    @property
    def seen(self) -> str:
        return "".join(self.screen)


@pytest.mark.parametrize("gap", [0, 1, 5, 15, 30])
@pytest.mark.parametrize("ending", ["\r", "\t", "", "\r\t"])
def test_a_burst_is_one_scan_and_leaves_nothing_on_the_screen(gap: int, ending: str) -> None:
    till = Till()
    till.type(CARD + ending, gap, 1_000)
    till.rest()
    assert (till.scans, till.seen, till.held) == ([CARD], "", [])


@pytest.mark.parametrize("gap", [80, 120, 250])
def test_a_person_loses_no_key_and_is_no_scanner(gap: int) -> None:
    till = Till()
    till.type(CARD + "\r", gap, 1_000)
    till.rest()
    assert (till.scans, till.seen) == ([], CARD + "\r")


def human_gaps(chance: random.Random, keys: int) -> list[int]:
    """Gaps of a fast typist: 80 to 250 ms, with runs of up to three keys rolled over quickly."""
    gaps: list[int] = []
    while len(gaps) < keys:
        gaps.append(chance.randint(80, 250))
        if chance.random() < 0.3:
            gaps += [chance.randint(8, 34) for _ in range(chance.randint(1, 3))]
    return gaps


def test_of_a_thousand_ids_typed_by_hand_none_is_taken_and_no_key_is_lost() -> None:
    chance = random.Random(7)
    till, at, typed = Till(), 0, ""
    for _ in range(1_000):
        word = "".join(chance.choice("0123456789") for _ in range(chance.randint(4, 16))) + "\r"
        gaps = human_gaps(chance, len(word))
        at = till.type(word, gaps, at + 400)
        typed += word
    till.rest()
    assert till.scans == []
    assert till.seen == typed


def test_of_a_thousand_scans_at_any_scanner_pace_none_is_lost() -> None:
    chance = random.Random(8)
    till, at, sent = Till(), 0, []
    for number in range(1_000):
        code = f"61{number:014d}"
        ending = chance.choice(["\r", "\t", ""])
        gaps = [chance.randint(0, 30) for _ in code + ending]
        at = till.type(code + ending, gaps, at + 300)
        till.rest(300)
        sent.append(code)
    till.rest()
    assert (till.scans, till.seen) == (sent, "")


def test_scans_queued_behind_a_stalled_screen_stay_two_scans() -> None:
    till = Till()
    for start, code in ((0, CARD), (500, "6200000000001234")):
        for index, key in enumerate(code):
            till.press(key, start + 5 * index)  # no silence is heard in between
    till.rest()
    assert till.scans == [CARD, "6200000000001234"]


def test_slow_typing_handled_all_at_once_after_a_stall_stays_typing() -> None:
    till = Till()
    for index, key in enumerate("12345678\r"):
        till.press(key, 55 * index)
    assert (till.scans, till.seen) == ([], "12345678\r")


def test_a_burst_cut_by_an_early_silence_is_put_together_again() -> None:
    till = Till()
    till.type(CARD[:2], 5, 0)
    till.obey(till.reader.silence(), None)  # the timer came first, the keys were still queued
    assert till.seen == CARD[:2]
    till.type(CARD[2:] + "\r", 5, 10)
    assert (till.scans, till.seen) == ([CARD], "")


def test_one_late_key_does_not_cut_a_sure_burst() -> None:
    till = Till()
    gaps = [10] * len(CARD)
    gaps[8] = 90
    till.type(CARD + "\r", gaps, 0)
    assert till.scans == [CARD]


def test_short_bursts_go_back_to_the_screen_in_order() -> None:
    till = Till()
    till.type("12345\r", 5, 0)
    till.rest()
    assert (till.scans, till.seen) == ([], "12345\r")


def test_an_enter_pressed_long_after_a_code_without_suffix_still_reaches_the_screen() -> None:
    till = Till()
    till.type(CARD, 5, 0)
    till.press("\r", 5_000)
    assert (till.scans, till.seen) == ([CARD], "\r")


def test_another_key_gives_back_what_was_held() -> None:
    till = Till()
    till.type("12", 5, 0)
    till.obey(till.reader.other(), None)
    assert till.seen == "12"


def test_a_prefix_makes_a_short_code_a_scan_and_is_taken_off() -> None:
    till = Till(BurstReader(WedgeSettings(prefix="~")))
    till.type("~123\r", 10, 0)
    assert till.scans == ["123"]


def test_with_prefix_and_suffix_the_rhythm_does_not_matter() -> None:
    till = Till(BurstReader(WedgeSettings(prefix="~", suffix="#")))
    till.type("~123456#", 400, 0)
    assert (till.scans, till.seen) == (["123456"], "")


def test_a_lone_prefix_key_comes_back() -> None:
    till = Till(BurstReader(WedgeSettings(prefix="~", suffix="#")))
    till.type("~", 0, 0)
    till.rest()
    assert (till.scans, till.seen) == ([], "~")


def test_a_bluetooth_scanner_needs_a_wider_gap() -> None:
    slow = WedgeSettings(gap_ms=80, stall_ms=160)
    for settings, scans in ((WedgeSettings(), []), (slow, [CARD])):
        till = Till(BurstReader(settings))
        till.type(CARD + "\r", 60, 0)
        assert till.scans == scans


def test_text_committed_by_an_input_method_is_part_of_the_burst_and_taken_out() -> None:
    till = Till()
    for index, key in enumerate(CARD):
        at = index * 10
        if index % 4 == 0:
            till.obey(till.reader.committed(key, at), None)
            till.screen.append(key)  # the field has it already
        else:
            till.press(key, at)
    till.press("\r", len(CARD) * 10)
    assert (till.scans, till.seen) == ([CARD], "")


def test_four_thousand_characters_are_one_scan() -> None:
    till = Till()
    till.type("7" * 4_000 + "\r", 1, 0)
    till.rest()
    assert till.scans == ["7" * 4_000]


def test_a_flood_is_eaten_and_refused_not_cut_into_codes() -> None:
    till = Till()
    till.type("7" * 20_000 + "\r", 1, 0)
    till.rest()
    assert (len(till.scans), till.seen) == (1, "")
    with pytest.raises(TroubleError, match="scan-too-long"):
        scan_of(till.scans[0], 0)


def test_the_scan_of_a_burst_is_canonical() -> None:
    scan = scan_of("]E0４００６３８１３３３９３１", 7)
    assert (scan.text, scan.source) == ("4006381333931", "wedge")
    assert (scan.symbology, scan.at_ms) == ("EAN-13", 7)


KEYS = st.sampled_from([*"0123456789aZ -~#", "\r", "\t", "other", "silence"])
GAPS = st.one_of(st.integers(0, 40), st.integers(0, 300))


@given(st.lists(st.tuples(KEYS, GAPS), max_size=60), st.sampled_from(["", "~"]))
def test_every_key_goes_to_the_screen_or_into_a_scan_once_and_in_order(
    pressed: list[tuple[str, int]], prefix: str
) -> None:
    till, at, typed = Till(BurstReader(WedgeSettings(prefix=prefix))), 0, ""
    for key, gap in pressed:
        at += gap
        if key == "silence":
            if till.reader.waiting:
                till.obey(till.reader.silence(), None)
        elif key == "other":
            till.obey(till.reader.other(), None)
        else:
            till.press(key, at)
            typed += key
    till.obey(till.reader.other(), None)
    assert till.held == []
    assert not till.reader.waiting
    # Each scan is a piece of what was typed, and the rest is what the screen has, in order.
    assert all(scan in typed.replace("\r", "\n") for scan in till.scans)
    left = iter(typed)
    assert all(key in left for key in till.screen)
    keys = len(typed) - sum(typed.count(end) for end in "\r\t")
    screen = len(till.screen) - sum(till.screen.count(end) for end in "\r\t")
    scanned = sum(sign not in "\n\t" for scan in till.scans for sign in scan)
    stripped = keys - screen - scanned
    assert 0 <= stripped <= len(prefix) * len(till.scans)


LINES = "NumFac: SETP990\nFecFac: 2026-11-22\nValFac: 1500.00"


def keyed(text: str) -> str:
    """Line breaks as the Enter that a scanner presses for them."""
    return text.replace("\n", "\r")


def test_with_tab_as_suffix_enter_is_part_of_the_code_and_rhythm_alone_decides_nothing() -> None:
    till = Till(BurstReader(WedgeSettings(suffix="\t")))
    till.type(keyed(LINES) + "\t", 30, 0)
    till.rest(40)
    assert (till.scans, till.seen) == ([LINES], "")
    till.type(CARD + "\r", 5, 10_000)  # somebody set the scanner back to Enter
    till.rest()
    assert till.scans == [LINES, CARD]


def test_a_sign_as_suffix_may_also_stand_inside() -> None:
    till = Till(BurstReader(WedgeSettings(suffix="#")))
    till.type("https://example.org/r#part-2#", 5, 0)
    till.rest()
    assert (till.scans, till.seen) == (["https://example.org/r#part-2"], "")


def test_lines_between_prefix_and_enter_come_whole() -> None:
    till = Till(BurstReader(WedgeSettings(prefix="~", suffix="\n")))
    till.type("~" + keyed(LINES) + "\r", 20, 0)
    till.rest()
    assert (till.scans, till.seen) == ([LINES], "")


def test_a_short_first_line_does_not_press_enter() -> None:
    till = Till()
    till.type("ABC\rDEF: 123\r", 10, 0)
    till.rest()
    assert (till.scans, till.seen) == (["ABC\nDEF: 123"], "")


def test_what_a_person_types_after_a_waiting_code_is_given_back_in_order() -> None:
    till = Till()
    till.type("a link: x\r12\r", [5] * 9 + [30, 90, 90], 0)
    till.rest()
    assert (till.scans, till.seen) == (["a link: x"], "12\r")


@pytest.mark.parametrize("text", ["https://a.example/1\nhttps://a.example/2", "HTTP://A/1"])
def test_links_are_codes_of_their_own_and_lines_are_not(text: str) -> None:
    assert codes_in(text) == tuple(text.split("\n"))
    assert codes_in("one: " + text) == ("one: " + text,)
