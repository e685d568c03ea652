"""One card is one text, whatever read it."""

from __future__ import annotations

import pytest

from pos.devices.canonical import LONGEST, canonical, is_retail_number
from pos.devices.debounce import Debounce
from pos.devices.layouts import as_typed_on_us_keys
from pos.trouble import TroubleError


@pytest.mark.parametrize(
    ("scanned", "text", "symbology"),
    [
        ("6100000000001234", "6100000000001234", None),
        ("036000291452", "0036000291452", None),
        ("036000291453", "036000291453", None),  # no UPC-A: its check digit is wrong
        ("]E00036000291452", "0036000291452", "EAN-13"),
        ("]E496385074", "96385074", "EAN-8"),
        ("]C0ABC-1", "ABC-1", "Code 128"),
        ("]C1010950600013437210ABC\x1d15991231", "010950600013437210ABC\x1d15991231", "GS1-128"),
        ("]Q1https://example.org/c/1", "https://example.org/c/1", "QR"),
        ("]]0still a text", "]]0still a text", None),
        ("]", "]", None),
        ("\r\n\t12 34\t\r\n", "12 34", None),
        ("a\tb", "a\tb", None),
        (" 12 ", " 12 ", None),
        ("\x1d12\x1d", "\x1d12\x1d", None),
        ("\u1112\u1161\u11ab", "한", None),
        (b"6100000000001234\r", "6100000000001234", None),
        ("한글".encode(), "한글", None),
        (b"caf\xe9", "café", None),
        ("a\ud800b", "a\ufffdb", None),
        ("", "", None),
        ("\r\n", "", None),
    ],
)
def test_a_scan_has_one_canonical_form(
    scanned: str | bytes, text: str, symbology: str | None
) -> None:
    assert canonical(scanned) == (text, symbology)


def test_the_canonical_form_of_a_canonical_form_is_itself() -> None:
    for scanned in ("036000291452", "]E00036000291452", "e\u0301\r", "]Q1x\x1dy"):
        once, _ = canonical(scanned)
        assert canonical(once)[0] == once


def test_a_scan_of_the_longest_length_is_kept_and_one_more_is_refused() -> None:
    assert len(canonical("7" * LONGEST)[0]) == LONGEST
    for scanned in ("7" * (LONGEST + 1), b"7" * (LONGEST + 1), "7" * 10_000_000):
        with pytest.raises(TroubleError) as caught:
            canonical(scanned)
        assert caught.value.code == "scan-too-long"
        assert caught.value.facts["limit"] == LONGEST


@pytest.mark.parametrize("number", ["4006381333931", "036000291452", "96385074"])
def test_retail_numbers_are_known_by_their_check_digit(number: str) -> None:
    assert is_retail_number(number)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert not is_retail_number(wrong)


def test_digits_of_other_scripts_are_no_retail_number() -> None:
    assert not is_retail_number("٤٠٠٦٣٨١٣٣٣٩٣١")


@pytest.mark.parametrize(
    ("arrived", "meant"),
    [
        ("６１００１２３４", "61001234"),
        ("&é\"'(-è_çà", "1234567890"),
        ("ab&é", "ab&é"),  # mixed: the signs may be meant
        ("ㅊㅁㄱㅇ12", "card12"),
        ("걍", "rid"),
        ("ㅃㅆ", "QT"),
        ("ﾡ", "r"),
        ("\u1100", "r"),
        ("　", " "),
        ("6100 ABC", "6100 ABC"),
    ],
)
def test_keys_mangled_by_a_layout_or_input_method_come_back(arrived: str, meant: str) -> None:
    assert as_typed_on_us_keys(arrived) == meant


def test_caps_lock_flips_letters_and_leaves_digits() -> None:
    assert as_typed_on_us_keys("6100abC", caps_lock=True) == "6100ABc"


def test_one_card_scanned_twice_in_two_seconds_is_one_scan() -> None:
    debounce = Debounce()
    assert debounce.is_new("6100000000001234", 0)
    assert not debounce.is_new("6100000000001234", 1_999)
    assert debounce.is_new("6100000000001234", 2_000)
    assert debounce.is_new("6100000000009999", 2_001)


def test_two_equal_tins_scanned_quickly_are_two_tins() -> None:
    debounce = Debounce()
    assert debounce.is_new("4006381333931", 0)
    assert debounce.is_new("4006381333931", 300)


def test_a_camera_never_counts_tins_by_looking_twice() -> None:
    debounce = Debounce(products_repeat=False)
    assert debounce.is_new("4006381333931", 0)
    assert not debounce.is_new("4006381333931", 300)
