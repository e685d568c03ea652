"""Slips go out whole or it is said why not: over a real socket, a pty, a spooler, files."""

from __future__ import annotations

import os
import pty
import socket
import threading
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos.devices.escpos_drivers import UsbPrinter
from pos.devices.lines import DeviceLine, SerialLine, TcpLine
from pos.devices.ports import Printer, PrinterStatus
from pos.devices.printer_setting import printer_from
from pos.devices.printers import FilePrinter, LinePrinter, SystemPrinter
from pos.devices.scripted import NullPrinter, RecordingPrinter
from pos.trouble import TroubleError
from tests.devices import fake_printer
from tests.devices.fake_printer import FakePrinter

SLIP = b"\x1b@Thank you\n\x1dV\x00"
LONG = SLIP + b"\x1dv0\x00\x48\x00\x00\x01" + bytes(72 * 256) * 4


@pytest.fixture
def build() -> Iterator[Callable[..., FakePrinter]]:
    made: list[FakePrinter] = []

    def build(**faults: object) -> FakePrinter:
        made.append(FakePrinter(**faults))  # type: ignore[arg-type]
        return made[-1]

    yield build
    for fake in made:
        fake.close()


def over_tcp(fake: FakePrinter, answer_ms: int = 300) -> LinePrinter:
    return LinePrinter(
        "till", lambda: TcpLine("127.0.0.1", fake.port, stall_ms=300), answer_ms=answer_ms
    )


def refusal(printer: Printer, data: bytes = SLIP) -> TroubleError:
    with pytest.raises(TroubleError) as caught:
        printer.send(data)
    return caught.value


def test_a_slip_arrives_byte_for_byte(build: Callable[..., FakePrinter]) -> None:
    fake = build()
    over_tcp(fake).send(LONG)
    assert fake.printed() == [LONG]


def test_slips_follow_one_another_on_short_connections(build: Callable[..., FakePrinter]) -> None:
    fake = build()
    printer = over_tcp(fake)
    for number in range(20):
        printer.send(b"slip %d\n" % number)
    assert fake.printed(20) == [b"slip %d\n" % number for number in range(20)]


@pytest.mark.parametrize(
    ("answers", "status", "code"),
    [
        (fake_printer.PAPER_OUT, PrinterStatus.PAPER_OUT, "printer-paper-out"),
        (fake_printer.COVER_OPEN, PrinterStatus.COVER_OPEN, "printer-cover-open"),
        (fake_printer.OFFLINE, PrinterStatus.OFFLINE, "printer-offline"),
    ],
)
def test_a_printer_that_cannot_print_is_not_sent_the_slip(
    build: Callable[..., FakePrinter], answers: dict[int, int], status: PrinterStatus, code: str
) -> None:
    fake = build(answers=answers)
    printer = over_tcp(fake)
    assert printer.status() is status
    trouble = refusal(printer)
    assert (trouble.code, trouble.facts["sent"]) == (code, False)
    assert fake.paper == []


def test_a_printer_low_on_paper_prints_and_says_so(build: Callable[..., FakePrinter]) -> None:
    fake = build(answers=fake_printer.PAPER_LOW)
    printer = over_tcp(fake)
    printer.send(SLIP)
    assert fake.printed() == [SLIP]
    assert printer.status() is PrinterStatus.PAPER_LOW


def test_paper_that_ends_within_the_slip_is_told(build: Callable[..., FakePrinter]) -> None:
    def tear(fake: FakePrinter) -> None:
        fake.answers = fake_printer.PAPER_OUT

    trouble = refusal(over_tcp(build(after_job=tear)))
    assert (trouble.code, trouble.facts["sent"]) == ("printer-paper-out", True)


def test_a_silent_printer_is_unknown_and_prints(build: Callable[..., FakePrinter]) -> None:
    fake = build(answers=None)
    printer = over_tcp(fake, answer_ms=50)
    assert printer.status() is PrinterStatus.UNKNOWN
    printer.send(SLIP)
    assert fake.printed() == [SLIP]


def test_a_printer_that_falls_silent_after_the_slip_is_unconfirmed(
    build: Callable[..., FakePrinter],
) -> None:
    def mute(fake: FakePrinter) -> None:
        fake.answers = None

    assert refusal(over_tcp(build(after_job=mute), answer_ms=50)).code == "printer-unconfirmed"


def test_a_printer_that_dies_within_the_slip_is_told(build: Callable[..., FakePrinter]) -> None:
    assert refusal(over_tcp(build(dies_after=2_000)), LONG * 50).code == "printer-cut-off"


def test_a_printer_that_takes_nothing_hangs(build: Callable[..., FakePrinter]) -> None:
    printer = over_tcp(build(hangs=True), answer_ms=50)
    assert printer.status() is PrinterStatus.UNKNOWN
    assert refusal(printer, bytes(20_000_000)).code == "printer-hangs"


def test_a_printer_that_is_switched_off_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    printer = LinePrinter("till", lambda: TcpLine("127.0.0.1", port))
    assert printer.status() is PrinterStatus.OFFLINE
    assert refusal(printer).code == "printer-unreachable"


def test_noise_is_no_answer(build: Callable[..., FakePrinter]) -> None:
    fake = build(answers={1: 0xFF, 2: 0x00, 4: 0x41})
    assert over_tcp(fake, answer_ms=50).status() is PrinterStatus.UNKNOWN


class Wire:
    """The printer's end of a pseudo-terminal; answers that it is ready."""

    def __init__(self) -> None:
        self._far, near = pty.openpty()
        tty.setraw(near)
        self.name, self._near = os.ttyname(near), near
        self.got = b""
        self._thread = threading.Thread(target=self._answer, daemon=True)
        self._thread.start()

    def _answer(self) -> None:
        while True:
            try:
                data = os.read(self._far, 4_096)
            except OSError:
                return
            for _ in range(data.count(b"\x10\x04")):
                os.write(self._far, b"\x12")
            self.got += data

    def close(self) -> bytes:
        os.close(self._near)
        self._thread.join(5)
        os.close(self._far)
        for number in (1, 2, 4):
            self.got = self.got.replace(bytes((0x10, 0x04, number)), b"")
        return self.got


@pytest.mark.parametrize("kind", ["serial", "device"])
def test_a_slip_goes_down_a_wire_and_the_printer_answers(kind: str) -> None:
    wire = Wire()

    def line() -> SerialLine | DeviceLine:
        if kind == "serial":
            return SerialLine(wire.name, 38_400)
        return DeviceLine(Path(wire.name))

    printer = LinePrinter("wire", line)
    assert printer.status() is PrinterStatus.READY
    printer.send(LONG)
    assert wire.close() == LONG


def test_a_wire_that_is_not_there_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "lp0"
    assert refusal(printer_from(f"usb://{gone}")).code == "printer-unreachable"
    assert refusal(printer_from(f"serial://{gone}")).code == "serial-absent"
    assert printer_from(f"usb://{gone}").status() is PrinterStatus.OFFLINE


@pytest.fixture
def spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An `lp` and an `lpstat` that write down what they are asked."""
    (tmp_path / "lp").write_text(
        f'#!/bin/sh\necho "$@" > "{tmp_path}/asked"\n[ "$2" = gone ] && exit 1\n'
        f'/bin/cat > "{tmp_path}/job"\n'
    )
    (tmp_path / "lpstat").write_text(
        '#!/bin/sh\n[ "$2" = gone ] && exit 1\n'
        '[ "$2" = off ] && echo "printer off disabled since" && exit 0\n'
        'echo "printer $2 is idle.  enabled since"\n'
    )
    for tool in ("lp", "lpstat"):
        (tmp_path / tool).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_slips_go_raw_to_a_queue_and_pdfs_as_documents(spooler: Path) -> None:
    printer = SystemPrinter("till one")
    printer.send(SLIP)
    assert (spooler / "job").read_bytes() == SLIP
    assert (spooler / "asked").read_text().strip() == "-d till one -o raw -t regulars"
    printer.send(b"%PDF-1.7 ...")
    assert "raw" not in (spooler / "asked").read_text()


def test_a_queue_says_how_it_is(spooler: Path) -> None:
    said = [SystemPrinter(queue).status() for queue in ("till", "off", "gone")]
    assert said == [PrinterStatus.READY, PrinterStatus.OFFLINE, PrinterStatus.ABSENT]
    assert refusal(SystemPrinter("gone")).code == "printer-refused"


def test_without_a_printing_system_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(SystemPrinter("till")).code == "printing-system-absent"
    assert SystemPrinter("till").status() is PrinterStatus.ABSENT


def test_each_document_is_a_file_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "slips" / "today"
    printer = FilePrinter(folder)
    assert printer.status() is PrinterStatus.READY
    for data in (SLIP, b"%PDF-1.7", "고맙습니다\n".encode()):
        printer.send(data)
    FilePrinter(folder).send(SLIP)  # a new start goes on counting
    names = ["slip-000001.prn", "slip-000002.pdf", "slip-000003.txt", "slip-000004.prn"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert (folder / "slip-000001.prn").read_bytes() == SLIP


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    printer = FilePrinter(tmp_path / "file" / "slips")
    assert refusal(printer).code == "folder-refused"
    assert printer.status() is PrinterStatus.OFFLINE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    class OnFullDisk(FilePrinter):
        def _unused(self, suffix: str) -> Path:
            link = tmp_path / f"slip{suffix}"
            link.symlink_to("/dev/full")
            return link

    assert refusal(OnFullDisk(tmp_path)).code == "disk-full"
    assert list(tmp_path.iterdir()) == []


def test_no_printer_takes_everything_and_says_that_it_is_absent() -> None:
    printer = NullPrinter()
    printer.send(SLIP)
    assert printer.status() is PrinterStatus.ABSENT


def test_the_recording_twin_keeps_slips_and_fails_when_told() -> None:
    printer = RecordingPrinter()
    printer.send(SLIP)
    printer.trouble = TroubleError("printer-paper-out")
    assert refusal(printer).code == "printer-paper-out"
    assert printer.sent == [SLIP]


@pytest.mark.parametrize(
    ("setting", "kind"),
    [
        ("", NullPrinter),
        (" none ", NullPrinter),
        ("tcp://10.0.0.5:9100", LinePrinter),
        ("tcp://printer.shop", LinePrinter),
        ("tcp://[::1]:9100", LinePrinter),
        ("serial:///dev/ttyUSB0?baud=38400", LinePrinter),
        ("serial://COM3", LinePrinter),
        ("serial://04b8:0202", LinePrinter),
        ("usb:///dev/usb/lp0", LinePrinter),
        ("usb://04b8:0202", UsbPrinter),
        ("system:Till_1", SystemPrinter),
        ("file:slips", FilePrinter),
        ("file:///var/slips", FilePrinter),
    ],
)
def test_a_setting_names_its_printer(setting: str, kind: type) -> None:
    assert type(printer_from(setting)) is kind


@pytest.mark.parametrize(
    ("setting", "part"),
    [
        ("printer", "scheme"),
        ("http://10.0.0.5", "scheme"),
        ("file:a\0b", "scheme"),
        ("tcp://", "host"),
        ("tcp:10.0.0.5", "host"),
        ("tcp://[::1", "host"),
        ("tcp://host/path", "host"),
        ("tcp://host:99999", "port"),
        ("tcp://host:0", "port"),
        ("tcp://host:abc", "port"),
        ("serial://", "device"),
        ("serial:///dev/ttyS0?baud=fast", "baud"),
        ("serial:///dev/ttyS0?baud=12345", "baud"),
        ("usb://lp0", "device"),
        ("system:", "queue"),
        ("system:-o", "queue"),
        ("file:", "folder"),
    ],
)
def test_a_wrong_setting_says_which_part_is_wrong(setting: str, part: str) -> None:
    with pytest.raises(TroubleError) as caught:
        printer_from(setting)
    assert (caught.value.code, caught.value.facts["part"]) == ("printer-setting-wrong", part)


def test_usb_without_its_package_says_so_or_finds_no_printer() -> None:
    assert refusal(UsbPrinter(0x04B8, 0x0202)).code in {"usb-support-absent", "printer-refused"}
