"""The gate: everything goes through unchanged and at once, but what a cut may follow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.tap.gate import Gate, Piece
from receipts.reading.escpos.tokens import Tokenizer
from tests.tap.world import streams

STREAMS = streams()


def through(gate: Gate, *chunks: bytes) -> list[Piece]:
    return [piece for chunk in chunks for piece in gate.feed(chunk)]


@given(st.sampled_from(sorted(STREAMS)), st.integers(1, 200))
def test_in_any_pieces_all_bytes_come_out_in_order(name: str, size: int) -> None:
    data, gate = STREAMS[name], Gate()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    assert b"".join(p.data for p in through(gate, *chunks)) + gate.idle() == data


@given(st.binary(max_size=300), st.integers(1, 20))
def test_noise_comes_out_as_it_went_in(data: bytes, size: int) -> None:
    gate = Gate()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    assert b"".join(p.data for p in through(gate, *chunks)) + gate.idle() == data


def test_the_place_is_before_the_empty_lines_that_precede_the_cut() -> None:
    pieces = through(Gate(), b"TOTAL 5\n\n\n\x1bd\x03\x1dV\x00")
    assert [(p.data, p.before) for p in pieces] == [
        (b"TOTAL 5\n", False),
        (b"\n\n\x1bd\x03\x1dV\x00", True),
    ]


def test_the_feed_that_prints_a_line_is_never_held() -> None:
    gate = Gate()
    assert [p.data for p in gate.feed(b"TOTAL 5\n")] == [b"TOTAL 5\n"]
    assert not gate.holds
    assert gate.feed(b"\n") == []
    assert gate.holds
    assert gate.let_go() == b"\n"


def test_a_picture_goes_on_while_it_comes() -> None:
    gate = Gate()
    head = b"\x1dv0\x00\x30\x00\x00\x01"
    assert b"".join(p.data for p in gate.feed(head + b"\x00" * 50)) == head + b"\x00" * 50


def test_a_question_lets_go_of_what_is_held() -> None:
    gate = Gate()
    gate.feed(b"A\n\n")
    assert gate.feed(b"\x10\x04\x01") == [Piece(b"\n\x10\x04\x01")]


@pytest.mark.parametrize(
    "sent",
    [
        b"\x1dV\x00",  # nothing is on the paper
        b"\x1bLTOTAL\n\x1dV\x00",  # a page that is not printed yet
        b"TOTAL\n\x1b\x99\x1dV\x00",  # something unknown stands before
        b"\x1b\x1ea\x00TOTAL\n\x1bd3",  # Star
    ],
)
def test_where_it_is_not_certain_there_is_no_place(sent: bytes) -> None:
    assert not any(piece.before for piece in through(Gate(), sent))


def test_what_the_pos_has_set_is_set_again_after_our_lines() -> None:
    piece = through(Gate(), b"\x1ba\x01\x1bt\x10\x1d!\x11Hi\n\x1dV\x00")[-1]
    whole = piece.around(b"\x1bt\x13OURS\n")
    before, after = whole.split(b"\x1bt\x13OURS\n")
    assert before == b"\x1ba\x00\x1bt\x00\x1d!\x00"
    assert after.endswith(b"\x1ba\x01\x1bt\x10\x1d!\x11")
    assert b"\x1bd\x04" in after  # this cut has no feed of its own, and none was sent
    assert Tokenizer().feed(whole)[-1].data == b"\x1d!\x11"


def test_a_reset_forgets_what_was_set() -> None:
    piece = through(Gate(), b"\x1ba\x01\x1b@Hi\n\x1dVB\x00")[-1]
    assert (piece.head, piece.tail) == (b"", b"")


def test_a_line_that_was_not_ended_is_ended_first() -> None:
    assert through(Gate(), b"TOTAL 5\x1dVB\x00")[-1].head.startswith(b"\n")


def test_an_uncut_end_is_a_place_too_and_the_next_receipt_begins_anew() -> None:
    gate = Gate()
    gate.feed(b"TOTAL 5\n\x1b\x99rest")
    assert gate.ending() is None
    gate.idle()
    gate.feed(b"TOTAL 5\n\n")
    assert gate.ending() is not None
    assert gate.idle() == b"\n"
    assert gate.ending() is None
