"""zbar's death, silence or babble costs a look, never the terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pos.devices.decoder import Decoder
from pos.devices.symbologies import USUAL
from pos.devices.zbar_process import MOST_STARTS, ZbarProcess
from tests.devices.pictures import CARD, photographed, printed, table

_READ_ONE = (
    "import os, struct, sys\n"
    "def ask():\n"
    "    w, h, n = struct.unpack('<III', sys.stdin.buffer.read(12))\n"
    "    sys.stdin.buffer.read(n + w * h)\n"
    "def tell(body):\n"
    "    sys.stdout.buffer.write(struct.pack('<I', len(body)) + body)\n"
    "    sys.stdout.buffer.flush()\n"
)


@contextmanager
def helper(program: str, limit_s: float = 5.0) -> Iterator[ZbarProcess]:
    """A helper process of the test's own making."""
    zbar = ZbarProcess((sys.executable, "-c", _READ_ONE + program), limit_s=limit_s)
    try:
        yield zbar
    finally:
        zbar.close()


@pytest.mark.parametrize(
    "program",
    [
        "os.abort()",
        "ask(); os.abort()",
        "ask(); os.write(1, b'\\x05')",
        "ask(); os.write(1, struct.pack('<I', 4_000_000_000))",
        "ask(); tell(b'no json')",
        "ask(); os.write(1, struct.pack('<I', 9) + b'short')",
    ],
)
def test_a_helper_that_dies_or_babbles_is_started_again_and_then_left_alone(program: str) -> None:
    picture = table(printed(CARD))
    with helper(program) as zbar:
        for look in range(1, MOST_STARTS + 3):
            assert zbar.read(picture, USUAL) == []
            assert zbar.starts == min(look, MOST_STARTS)
        assert zbar.off


def test_with_a_dying_helper_the_decoder_reads_on() -> None:
    with helper("ask(); os.abort()") as zbar:
        decoder = Decoder(zbar=zbar)
        for _ in range(4 * MOST_STARTS):
            assert decoder.look(table()) == []  # every fourth asks zbar
        assert decoder.lost == "pyzbar"
        (found,) = decoder.look(photographed(table(printed(CARD)), 45))
        assert (found.text, found.engine) == (CARD, "zxing-cpp+turned")


def test_a_helper_that_hangs_is_ended() -> None:
    program = "import time\nask(); time.sleep(60)"
    with helper(program, limit_s=0.5) as zbar:
        began = time.monotonic()
        assert zbar.read(table(printed(CARD)), USUAL) == []
        assert time.monotonic() - began < 30
        assert not zbar.off


def test_a_helper_that_cannot_be_started_finds_nothing() -> None:
    zbar = ZbarProcess(("/nowhere/at/all",))
    for _ in range(MOST_STARTS + 1):
        assert zbar.read(table(), USUAL) == []
    assert zbar.off


def test_after_one_crash_codes_are_read_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    once = tmp_path_factory.mktemp("zbar") / "crashed"
    program = (
        f"import pathlib; once = pathlib.Path({str(once)!r})\n"
        "if not once.exists(): once.touch(); os.abort()\n"
        "from pos.devices.zbar_child import main\n"
        "main(sys.stdin.buffer, sys.stdout.buffer)\n"
    )
    with helper(program) as zbar:
        picture = table(printed(CARD))
        assert zbar.read(picture, USUAL) == []
        assert [one.text for one in zbar.read(picture, USUAL)] == [CARD]
        assert zbar.cpu_ms > 0


def test_no_helper_is_left_behind() -> None:
    with helper('ask(); tell(b\'{"codes": [], "cpu_ms": 1}\'); ask()') as zbar:
        assert zbar.read(table(), USUAL) == []
        assert zbar._process is not None
        pid = zbar._process.pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
