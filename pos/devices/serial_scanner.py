"""A scanner on a serial port (USB-COM or a real one): immune to layout, focus and input method.

Codes end with CR, LF or CRLF, or with 50 ms of silence; their bytes are kept as they came. Its own
thread reads; unplugging is told once and survived: the device is looked for again after 0.5 s,
then up to every 5 s.
"""

from __future__ import annotations

import threading

from pos.devices.canonical import LONGEST, canonical
from pos.devices.debounce import Debounce
from pos.devices.ports import Heard, Millis, Scan, Scanner, Troubled, monotonic_ms
from pos.devices.scripted import NullScanner
from pos.devices.serial_port import (
    Port,
    identity_at,
    open_port,
    port_named,
    serial_devices,
    serial_target,
)
from pos.devices.wedge import is_link, is_ordinary
from pos.trouble import TroubleError

USUAL_BAUD = 9_600
SILENCE_MS = 50
FIRST_RETRY_MS = 500
LAST_RETRY_MS = 5_000


class SerialFrames:
    """Cuts a stream of bytes into codes; None stands for one that was too long.

    CR, LF and CRLF end a code. But a receipt's may have lines of its own: what is neither a card
    nor a product waits for the silence, and takes along what follows without one, except a link.
    """

    def __init__(self) -> None:
        self._lines = bytearray()  # whole lines that may not be all
        self._rest = bytearray()  # the line that is coming
        self._dropping = False

    def feed(self, data: bytes) -> list[bytes | None]:
        """The codes completed by `data`."""
        codes: list[bytes | None] = []
        for piece in (bytes(self._rest) + data).splitlines(keepends=True):
            self._rest.clear()
            if piece[-1:] not in b"\r\n":
                codes += self._keep(piece)
            elif self._dropping:
                self._dropping = False  # the tail of the one that was too long
            else:
                codes += self._line(piece)
        return codes

    def silence(self) -> list[bytes | None]:
        """The scanner has paused: what is pending is a code, if anything is."""
        lines, rest = bytes(self._lines), bytes(self._rest)
        codes = (lines, rest) if is_link(rest.decode("latin-1")) else (lines + rest,)
        self._lines.clear()
        self._rest.clear()
        self._dropping = False
        return [code.strip(b"\r\n") for code in codes if code.strip(b"\r\n")]

    def _keep(self, piece: bytes) -> list[bytes | None]:
        if not self._dropping:
            self._rest += piece
        if len(self._lines) + len(self._rest) <= LONGEST:
            return []
        self._lines.clear()
        self._rest.clear()
        self._dropping = True
        return [None]

    def _line(self, piece: bytes) -> list[bytes | None]:
        line = piece.strip(b"\r\n")
        text = line.decode("latin-1")
        codes: list[bytes | None] = []
        if self._lines and is_link(text):
            codes.append(bytes(self._lines).strip(b"\r\n"))
            self._lines.clear()
        if not self._lines and is_ordinary(text):
            codes.append(line)
        elif self._lines or line:
            self._lines += piece
        if len(self._lines) > LONGEST + 2:
            self._lines.clear()
            codes.append(None)
        return codes


class SerialScanner:
    """A `Scanner` on a serial port or USB identity (see `serial_port.py`)."""

    def __init__(
        self, wanted: str, *, baud: int = USUAL_BAUD, clock: Millis = monotonic_ms
    ) -> None:
        self._wanted = wanted
        self._baud = baud
        self._clock = clock
        self._identity = ""  # of the device that was at the port, where it has one
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, heard: Heard, trouble: Troubled) -> None:
        self.stop()
        self._stopping.clear()
        self._thread = threading.Thread(
            target=self._run, args=(heard, trouble), name="serial-scanner", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(2)
            self._thread = None

    def _run(self, heard: Heard, trouble: Troubled) -> None:
        debounce, retry_ms, told = Debounce(), FIRST_RETRY_MS, ""
        while not self._stopping.is_set():
            try:
                port = self._opened()
                retry_ms, told = FIRST_RETRY_MS, ""
                self._listen(port, debounce, heard, trouble)
            except TroubleError as error:
                if error.code != told != "serial-lost":  # once, not every five seconds
                    told = error.code
                    trouble(error)
            self._stopping.wait(retry_ms / 1000)
            retry_ms = min(retry_ms * 2, LAST_RETRY_MS)

    def _opened(self) -> Port:
        """The port of the setting; a device that was there before is found in another socket."""
        wanted = self._wanted
        devices = serial_devices()
        if self._identity and wanted not in {device.port for device in devices}:
            wanted = port_named(self._identity, devices) or wanted
        port = open_port(wanted, self._baud, read_ms=SILENCE_MS, write_ms=1_000)
        self._identity = identity_at(wanted, devices) or self._identity
        return port

    def _listen(self, port: Port, debounce: Debounce, heard: Heard, trouble: Troubled) -> None:
        frames = SerialFrames()
        try:
            while not self._stopping.is_set():
                data = port.read(max(1, port.in_waiting))
                for code in frames.feed(data) if data else frames.silence():
                    try:
                        self._tell(code, debounce, heard)
                    except TroubleError as error:
                        trouble(error)  # this code only; the port is well
        except OSError as error:
            raise TroubleError("serial-lost", port=self._wanted) from error
        finally:
            port.close()

    def _tell(self, code: bytes | None, debounce: Debounce, heard: Heard) -> None:
        if code is None:
            raise TroubleError("scan-too-long", length=LONGEST + 1, limit=LONGEST)
        text, symbology = canonical(code.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
        data = code if symbology is None else code[3:]
        now = self._clock()
        if text and debounce.is_new(text, now):
            heard(Scan(text, "serial", symbology, now, data))


def scanner_from(setting: str) -> Scanner:
    """The scanner besides the keyboard's that a setting names; nothing is opened yet.

    `none` or "" · `serial:///dev/ttyACM0?baud=9600` · `serial://COM3` · `serial://0c2e:0b61:SN1`.
    Raises TroubleError("scanner-setting-wrong", setting=…, part=…): "scheme", "device", "baud".
    """
    setting = setting.strip()
    if setting in ("", "none"):
        return NullScanner()
    scheme, _, rest = setting.partition(":")
    if scheme.lower() != "serial":
        raise TroubleError("scanner-setting-wrong", setting=setting, part="scheme")
    try:
        device, baud = serial_target(rest, USUAL_BAUD)
    except TroubleError as trouble:
        part = trouble.facts["part"]
        raise TroubleError("scanner-setting-wrong", setting=setting, part=part) from None
    return SerialScanner(device, baud=baud)
