"""A serial scanner, at the other end of a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import queue
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.devices.ports import Scan
from pos.devices.scripted import NullScanner, ScriptedScanner
from pos.devices.serial_port import SerialDevice, identity_at, port_named
from pos.devices.serial_scanner import SerialFrames, SerialScanner, scanner_from
from pos.trouble import TroubleError

CARD = "6100000000001234"


class Ends:
    """What a scanner told, to be waited for."""

    def __init__(self) -> None:
        self.scans: queue.Queue[Scan] = queue.Queue()
        self.troubles: queue.Queue[TroubleError] = queue.Queue()

    def scan(self) -> Scan:
        return self.scans.get(timeout=10)

    def wait_for(self, cable: Cable) -> None:
        """Scan until heard: opening a port throws away what came before."""
        for _ in range(100):
            cable.send(b"hello\r")
            try:
                assert self.scans.get(timeout=0.1).text == "hello"
            except queue.Empty:
                continue
            return
        pytest.fail("the scanner was never opened")

    def trouble(self) -> TroubleError:
        return self.troubles.get(timeout=10)


class Cable:
    """A pseudo-terminal under a name that stays: unplug it, plug it in again."""

    def __init__(self, folder: Path) -> None:
        self.name = folder / "scanner"
        self.plug()

    def plug(self) -> None:
        self.far, near = pty.openpty()
        tty.setraw(near)
        self.name.symlink_to(os.ttyname(near))
        self.near = near

    def unplug(self) -> None:
        self.name.unlink()
        os.close(self.near)
        os.close(self.far)

    def send(self, data: bytes) -> None:
        os.write(self.far, data)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    cable = Cable(tmp_path)
    yield cable
    if cable.name.is_symlink():
        cable.unplug()


@pytest.fixture
def ends(cable: Cable) -> Iterator[Ends]:
    ends, scanner = Ends(), SerialScanner(str(cable.name))
    scanner.start(ends.scans.put, ends.troubles.put)
    ends.wait_for(cable)
    yield ends
    scanner.stop()


@pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b""])
def test_a_code_is_heard_whatever_ends_it(cable: Cable, ends: Ends, ending: bytes) -> None:
    cable.send(CARD.encode() + ending)
    scan = ends.scan()
    assert (scan.text, scan.source, scan.symbology) == (CARD, "serial", None)


def test_codes_sent_back_to_back_are_all_heard(cable: Cable, ends: Ends) -> None:
    codes = [f"61{number:014d}" for number in range(50)]
    cable.send("".join(code + "\r\n" for code in codes).encode())
    assert [ends.scan().text for _ in codes] == codes


def test_the_identifier_of_the_symbology_is_remembered(cable: Cable, ends: Ends) -> None:
    cable.send(b"]Q1\xed\x95\x9c\r")
    scan = ends.scan()
    assert (scan.text, scan.symbology) == ("한", "QR")


def test_an_endless_code_is_trouble_and_the_next_is_heard(cable: Cable, ends: Ends) -> None:
    for _ in range(10):
        cable.send(b"7" * 1_000)
    cable.send(b"\r" + CARD.encode() + b"\r")
    assert ends.trouble().code == "scan-too-long"
    assert ends.scan().text == CARD


def test_an_unplugged_scanner_is_told_once_and_heard_again(cable: Cable, ends: Ends) -> None:
    cable.unplug()
    assert ends.trouble().code in {"serial-lost", "serial-absent"}
    cable.plug()
    for number in range(100):
        cable.send(f"again-{number}\r".encode())
        try:
            assert ends.scans.get(timeout=0.2).text.startswith("again-")
        except queue.Empty:
            continue
        break
    else:
        pytest.fail("never heard again")
    assert ends.troubles.empty()


def test_a_port_that_is_not_there_is_trouble_with_its_name(tmp_path: Path) -> None:
    ends, scanner = Ends(), SerialScanner(str(tmp_path / "none"))
    scanner.start(ends.scans.put, ends.troubles.put)
    trouble = ends.trouble()
    scanner.stop()
    assert trouble.code == "serial-absent"
    assert str(trouble.facts["port"]).endswith("none")
    assert ends.troubles.empty()


def test_the_bytes_of_a_code_are_kept_as_they_came(cable: Cable, ends: Ends) -> None:
    big5 = "**品名:拿鐵:1:65".encode("big5")
    for sent, data in (
        (b"]C10104912345123459\x1d10ABC", b"0104912345123459\x1d10ABC"),
        (big5, big5),
        ("]Q1한국 영수증".encode(), "한국 영수증".encode()),
    ):
        cable.send(sent + b"\r\n")
        assert ends.scan().data == data


def test_a_code_sent_a_byte_at_a_time_is_one(cable: Cable, ends: Ends) -> None:
    for byte in CARD.encode() + b"\r":
        cable.send(bytes((byte,)))
    assert ends.scan().text == CARD


RECEIPT = "NumFac: SETP990\nFecFac: 2026-11-22\nValFac: 1500.00"


@pytest.mark.parametrize("line", ["\r", "\n", "\r\n"])
def test_a_receipt_with_lines_is_one_code(cable: Cable, ends: Ends, line: str) -> None:
    sent = RECEIPT.replace("\n", line)
    cable.send((sent + "\r\n").encode())
    scan = ends.scan()
    assert (scan.text, scan.data) == (RECEIPT, sent.encode())
    assert ends.scans.empty()


def test_a_code_that_was_cut_by_unplugging_is_not_made_up(cable: Cable, ends: Ends) -> None:
    cable.send(CARD[:9].encode())
    cable.unplug()
    assert ends.trouble().code in {"serial-lost", "serial-absent"}
    cable.plug()
    texts = set()
    for number in range(100):
        cable.send(f"again-{number}\r".encode())
        try:
            texts.add(ends.scans.get(timeout=0.2).text)
        except queue.Empty:
            continue
        if any(text.startswith("again-") for text in texts):
            break
    assert not any(len(text) > 9 and text.startswith(CARD[:9]) for text in texts)


def test_links_of_an_emptied_memory_are_codes_of_their_own() -> None:
    links = [f"https://example.org/r?n={number}".encode() for number in range(400)]
    frames, got = SerialFrames(), list[bytes | None]()
    stream = b"\r".join(links)
    for start in range(0, len(stream), 64):
        got += frames.feed(stream[start : start + 64])
    assert got + frames.silence() == list(links)


@given(st.binary(max_size=300), st.lists(st.integers(1, 40), max_size=30))
def test_no_byte_of_a_code_is_lost_however_the_stream_is_cut(data: bytes, cuts: list[int]) -> None:
    frames, got, at = SerialFrames(), list[bytes | None](), 0
    for size in cuts:
        got += frames.feed(data[at : at + size])
        at += size
    got += frames.feed(data[at:]) + frames.silence()

    def kept(raw: bytes) -> bytes:
        return raw.replace(b"\r", b"").replace(b"\n", b"")

    assert b"".join(kept(code or b"") for code in got) == kept(data)


def test_too_long_a_code_is_told_once_and_loses_no_other() -> None:
    frames = SerialFrames()
    assert frames.feed(b"card-1\r" + b"7" * 9_000) == [b"card-1", None]
    assert frames.feed(b"7" * 9_000) == []
    assert frames.feed(b"7\rcard-2\r") == [b"card-2"]


def test_a_device_is_known_again_in_another_socket() -> None:
    plugged = [SerialDevice("COM7", "0c2e:0b61:SN1", "scanner"), SerialDevice("COM1", "", "")]
    assert identity_at("COM7", plugged) == "0c2e:0b61:SN1"
    assert identity_at("COM1", plugged) == identity_at("COM3", plugged) == ""


def test_frames_are_cut_wherever_the_bytes_are_cut() -> None:
    stream = b"one\rtwo\n\r\nthree\r\n"
    for size in range(1, len(stream)):
        frames = SerialFrames()
        got: list[bytes | None] = []
        for start in range(0, len(stream), size):
            got += frames.feed(stream[start : start + size])
        assert got == [b"one", b"two", b"three"]


def test_silence_ends_a_code_and_is_nothing_by_itself() -> None:
    frames = SerialFrames()
    assert frames.silence() == []
    assert frames.feed(b"abc") == []
    assert frames.silence() == [b"abc"]
    assert frames.silence() == []


def test_a_device_is_found_by_its_identity_wherever_it_is_plugged_in() -> None:
    plugged = [
        SerialDevice("COM1", "", "built in"),
        SerialDevice("COM7", "0c2e:0b61:SN1", "scanner"),
        SerialDevice("COM9", "0c2e:0b61:SN2", "scanner"),
    ]
    assert port_named("0C2E:0B61:SN2", plugged) == "COM9"
    assert port_named("0c2e:0b61", plugged) == "COM7"
    assert port_named("0c2e:ffff", plugged) is None
    assert port_named("/dev/ttyS0", plugged) == "/dev/ttyS0"


def test_a_setting_names_its_scanner() -> None:
    assert type(scanner_from("none")) is NullScanner
    assert type(scanner_from("")) is NullScanner
    for setting in ("serial:///dev/ttyACM0", "serial://COM3?baud=115200", "serial:0c2e:0b61:SN1"):
        assert type(scanner_from(setting)) is SerialScanner
    wrong = {"usb://x": "scheme", "serial://": "device", "serial://COM3?baud=9": "baud"}
    for setting, part in wrong.items():
        with pytest.raises(TroubleError, match="scanner-setting-wrong") as caught:
            scanner_from(setting)
        assert caught.value.facts["part"] == part


def test_the_scripted_twin_reads_as_a_real_one_does() -> None:
    scans: list[Scan] = []
    troubles: list[TroubleError] = []
    scanner = ScriptedScanner(lambda: 5)
    scanner.scan("before the start")
    scanner.start(scans.append, troubles.append)
    scanner.scan("036000291452\r")
    scanner.scan("7" * 5_000)
    scanner.fail(TroubleError("serial-lost"))
    scanner.stop()
    scanner.scan("after the end")
    assert scans == [Scan("0036000291452", "script", None, 5)]
    assert [trouble.code for trouble in troubles] == ["scan-too-long", "serial-lost"]
