"""The tokeniser: exact lengths, pieces of any size, limits; and the streams of three producers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reading.escpos.lengths import LONGEST_COMMAND, MORE, UNKNOWN, length
from receipts.reading.escpos.tokens import Kind, Token, Tokenizer
from tests.tap.world import streams

STREAMS = streams()
STAR = {"receiptio-star", "receiptio-starline", "encoder-starprnt"}

KNOWN = {
    "initialise": b"\x1b@",
    "code page": b"\x1bt\x10",
    "drawer": b"\x1bp\x00\x19\xfa",
    "tabs": b"\x1bD\x08\x10\x18\x00",
    "no tabs": b"\x1bD\x00",
    "columns of 8": b"\x1b*\x00\x03\x00abc",
    "columns of 24": b"\x1b*\x21\x02\x00abcdef",
    "own letters": b"\x1b&\x03AB\x01xyz\x02abcdef",
    "raster": b"\x1dv0\x00\x02\x00\x03\x00\x1dV\x00\x1dV\x01",
    "store graphics": b"\x1d(L\x0b\x000p0\x01\x011\x08\x00\x01\x00\xff",
    "long graphics": b"\x1d8L\x0b\x00\x00\x000p0\x01\x011\x08\x00\x01\x00\xff",
    "QR": b"\x1d(k\x05\x001P0ab",
    "old barcode": b"\x1dk\x02123456789012\x00",
    "barcode": b"\x1dkI\x04{B12",
    "cut": b"\x1dV\x00",
    "cut with feed": b"\x1dVB\x03",
    "execution test": b"\x1d(A\x02\x00\x00\x02",
    "Latin or kanji": b"\x1c(C\x02\x0002",
    "kanji": b"\x1c&",
    "kanji system": b"\x1cC1",
    "stored pictures": b"\x1cq\x01\x01\x00\x01\x0012345678",
    "print stored": b"\x1cp\x01\x00",
    "write memory": b"\x1cg1\x00\x00\x00\x00\x00\x02\x00ab",
    "status": b"\x10\x04\x01",
    "ink status": b"\x10\x04\x07\x01",
    "recover": b"\x10\x05\x02",
    "pulse now": b"\x10\x14\x01\x00\x01",
    "clear now": b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08",
    "area": b"\x1bW\x00\x00\x00\x00\x40\x02\x40\x01",
    "downloaded picture": b"\x1d*\x01\x01abcdefgh",
    "counter": b"\x1dC0\x05\x00",
}


@pytest.mark.parametrize("command", KNOWN.values(), ids=KNOWN)
def test_each_command_has_its_length_however_much_follows(command: bytes) -> None:
    assert length(command) == len(command)
    assert length(command + b"\x1b@text\x1dV\x00") == len(command)
    # Before it is whole its length is unknown, or known and not reached.
    assert all(length(command[:n]) in (MORE, len(command)) for n in range(1, len(command)))


@pytest.mark.parametrize(
    "command", [b"\x1b\x1da\x01", b"\x1b*rA", b"\x1c}\x01", b"\x1dZ", b"\x10\x99\x01", b"\x1dkz"]
)
def test_what_is_not_known_has_no_length(command: bytes) -> None:
    assert length(command) == UNKNOWN


def test_a_picture_beyond_the_limit_has_no_length() -> None:
    assert length(b"\x1dv0\x00\xff\xff\xff\xff") == UNKNOWN
    assert length(b"\x1d8L\xff\xff\xff\x7f") == UNKNOWN
    assert length(b"\x1cq\xff\xff\xff\xff\xff") == UNKNOWN
    assert LONGEST_COMMAND < 1 << 22


def test_a_cut_inside_a_picture_is_no_cut() -> None:
    kinds = [token.data[:2] for token in Tokenizer().feed(KNOWN["raster"] + b"\x1dV\x00")]
    assert kinds == [b"\x1dv", b"\x1dV"]


def test_a_question_between_two_letters_is_taken_out_of_the_text() -> None:
    found = Tokenizer().feed(b"TO\x10\x04\x01TAL")
    assert [token.kind for token in found] == [Kind.TEXT, Kind.REALTIME, Kind.TEXT]
    assert b"".join(token.data for token in found if token.kind is Kind.TEXT) == b"TOTAL"


def test_after_an_unknown_command_the_rest_is_only_passed_on_until_it_resumes() -> None:
    tokens = Tokenizer()
    first = tokens.feed(b"A\x1b\x99\x1dV\x00")
    assert first[-1] == Token(Kind.UNREADABLE, b"\x1b\x99\x1dV\x00")
    assert tokens.feed(b"B")[0].kind is Kind.UNREADABLE
    assert tokens.lost == "unknown"
    assert tokens.resume() == b""
    assert tokens.feed(b"C") == [Token(Kind.TEXT, b"C")]


@pytest.mark.parametrize("name", STREAMS)
def test_no_byte_of_a_stream_is_lost_and_only_stars_are_foreign(name: str) -> None:
    tokens = Tokenizer()
    assert b"".join(token.data for token in tokens.feed(STREAMS[name])) == STREAMS[name]
    assert bool(tokens.lost) == (name in STAR)
    assert not tokens.waiting


@pytest.mark.parametrize("name", STREAMS)
def test_byte_by_byte_a_stream_has_the_same_commands(name: str) -> None:
    at_once = Tokenizer().feed(STREAMS[name])
    tokens = Tokenizer()
    one_by_one = [t for byte in STREAMS[name] for t in tokens.feed(bytes((byte,)))]

    def commands(found: list[Token]) -> list[Token]:
        return [t for t in found if t.kind in (Kind.COMMAND, Kind.REALTIME, Kind.CONTROL)]

    assert commands(one_by_one) == commands(at_once)
    assert b"".join(t.data for t in one_by_one) == STREAMS[name]


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_whatever_comes_in_whatever_pieces_goes_out_in_order(pieces: list[bytes]) -> None:
    tokens = Tokenizer()
    out = b"".join(token.data for piece in pieces for token in tokens.feed(piece))
    assert out + tokens.waiting == b"".join(pieces)


@given(st.sampled_from(sorted(STREAMS)), st.data())
def test_a_stream_cut_short_anywhere_waits_and_never_invents(
    name: str, data: st.DataObject
) -> None:
    stream = STREAMS[name]
    end = data.draw(st.integers(0, len(stream)))
    tokens = Tokenizer()
    out = b"".join(token.data for token in tokens.feed(stream[:end]))
    assert out + tokens.waiting == stream[:end]
