"""The commands around captured receipts, and the folder they are kept in."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from loyalty.errors import LoyaltyError
from main import main
from pos.tap.asking import Answering, Question
from pos.tap.spool import Capture, Spool
from receipts.reading.claim import ReceiptLine
from receipts.reading.escpos.captured import SlipKind

ODD = ("Blumen Rose", "Strauss  25.00", "Am Ende zahlt ihr  25.00")


def capture(number: int = 1, **facts: Any) -> Capture:
    one = Capture(
        id=f"{1_795_333_000_000 + number}-7-1-0",
        number=number,
        at="2026-11-22T07:00:00+00:00",
        kind=SlipKind.SALE,
        total=Decimal("25.00"),
        currency="EUR",
        lines=(ReceiptLine("Strauss", Decimal("25.00")),),
        receipt=str(4_000 + number),
        issued_at="",
        sure=True,
        layout="",
        text=ODD,
        codes=(),
        unread="",
        cut=True,
        printed=True,
    )
    return replace(one, **facts)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "captures")


def told(spool: Spool, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    status = main(["--data", str(spool.folder.parent), "printer", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_a_capture_is_the_same_after_it_was_kept(spool: Spool) -> None:
    spool.keep(capture(), b"raw")
    assert spool.all() == (capture(),)
    assert spool.raw(capture()) == b"raw"
    spool.keep(capture(total=Decimal(1)), b"other")
    assert spool.all() == (capture(),)


def test_it_can_be_taken_once(spool: Spool) -> None:
    spool.keep(capture(), b"")
    spool.take(capture(), "1-1-5")
    spool.take(capture(), "1-1-5")
    with pytest.raises(LoyaltyError, match="capture-taken"):
        spool.take(capture(), "1-1-6")
    assert spool.one("last").taken == "1-1-5"


def test_a_damaged_file_hides_no_other(spool: Spool) -> None:
    for number in range(1, 4):
        spool.keep(capture(number), b"")
    (spool.folder / f"{capture(1).id}.json").write_text('{"id": 1}')
    (spool.folder / f"{capture(2).id}.json").write_bytes(b"\xff" * 100)
    assert [one.number for one in spool.all()] == [3]


def test_old_ones_and_too_many_are_removed(spool: Spool) -> None:
    for number in range(1, 6):
        at = "2026-01-01T00:00:00+00:00" if number == 5 else "2026-11-22T07:00:00+00:00"
        spool.keep(capture(number, at=at), b"raw")
    assert spool.tidy("2026-10-01", most=3) == 3
    assert [one.number for one in spool.all()] == [4, 3]
    assert len(list(spool.folder.glob("*.raw"))) == 2


def test_a_number_is_never_given_twice_even_after_a_restart(spool: Spool) -> None:
    given = [spool.next_number() for _ in range(15)]
    given += [Spool(spool.folder).next_number() for _ in range(2)]
    assert len(set(given)) == 17
    assert given == sorted(given)


def test_pointing_at_the_total_teaches_a_layout(
    spool: Spool, capsys: pytest.CaptureFixture[str]
) -> None:
    spool.keep(capture(kind=SlipKind.UNKNOWN, total=None), b"")
    status, shown = told(spool, capsys, "show", "1")
    assert (status, tuple(shown["text"])) == (0, ODD)
    assert told(spool, capsys, "learn", "last", "--total", "3", "--name", "Rose")[0] == 0
    assert [one.name for one in spool.layouts()] == ["Rose"]
    learned = told(spool, capsys, "learn", "1", "--mark", "1", "--kind", "kitchen", "--name", "Bar")
    assert learned[1]["layout"]["mark"] == "BLUMEN ROSE"
    assert told(spool, capsys, "forget", "Rose")[0] == 0
    assert [one.name for one in spool.layouts()] == ["Bar"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "99"), "capture-unknown"),
        (("show", "../../etc"), "capture-unknown"),
        (("learn", "1", "--total", "9"), "print-layout-line"),
        (("learn", "1", "--total", "1"), "print-layout-no-amount"),
        (("forget", "nobody"), "print-layout-unknown"),
        (("proxy", "--printer", "host:99999"), "printer-setting-wrong"),
        (("proxy", "--printer", "serial://"), "printer-setting-wrong"),
        (("proxy", "--printer", "1.2.3.4", "--listen", "x:y"), "printer-proxy-port"),
        (("proxy", "--printer", "1.2.3.4", "--pages", "9"), "pages-invalid"),
        (("proxy", "--printer", "1.2.3.4", "--profile", "no such"), "unknown-profile"),
    ],
)
def test_what_is_wrong_is_said_by_its_code(
    spool: Spool, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str
) -> None:
    spool.keep(capture(), b"")
    status, said = told(spool, capsys, *words)
    assert (status, said["error"]["code"]) == (1, code)
    assert code not in said["error"]["sentence"]


def test_captured_sales_that_wait_are_listed_newest_first(
    spool: Spool, capsys: pytest.CaptureFixture[str]
) -> None:
    spool.keep(capture(1), b"")
    spool.keep(capture(2, printed=False), b"")
    spool.keep(capture(3, kind=SlipKind.REPORT), b"")
    spool.keep(capture(4), b"")
    waiting = told(spool, capsys, "captures")[1]["captures"]
    assert [one["number"] for one in waiting] == [4, 1]
    every = told(spool, capsys, "captures", "--all")[1]["captures"]
    assert [one["number"] for one in every] == [4, 3, 2, 1]


def test_a_question_without_the_word_gets_no_answer(tmp_path: Path) -> None:
    answering = Answering(tmp_path)
    asked: list[tuple[str, int]] = []

    def answer(stream: str, upto: int) -> bytes:
        asked.append((stream, upto))
        return b"block"

    good = Question(tmp_path, "s.in", 7, 1_000)
    answering.turn(answer, 1)
    heard = None
    while heard is None:
        heard = good.hear()
    good.close()
    address = tmp_path / "reader.json"
    address.write_text(json.dumps({**json.loads(address.read_text()), "word": "x"}))
    stranger = Question(tmp_path, "s.in", 8, 1_000)
    answering.turn(answer, 1)
    refused = None
    while refused is None:
        refused = stranger.hear()
    stranger.close()
    answering.close()
    assert (heard, refused, asked) == (b"block", b"", [("s.in", 7)])


def test_nobody_to_ask_is_known_at_once(tmp_path: Path) -> None:
    answering = Answering(tmp_path)
    answering.close()
    with pytest.raises(OSError, match="refused"):
        Question(tmp_path, "s.in", 7, 200)
