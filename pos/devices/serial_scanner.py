"""A scanner on a serial port (USB-COM or a real one): immune to layout, focus and input method.

Codes end with CR, LF or CRLF, or with 50 ms of silence. Its own thread reads; unplugging is told
once and survived: the port is looked for again after 0.5 s, then up to every 5 s.
"""

from __future__ import annotations

import threading

from pos.devices.canonical import LONGEST, canonical
from pos.devices.debounce import Debounce
from pos.devices.ports import Heard, Millis, Scan, Scanner, Troubled, monotonic_ms
from pos.devices.scripted import NullScanner
from pos.devices.serial_port import Port, open_port, serial_target
from pos.trouble import TroubleError

USUAL_BAUD = 9_600
SILENCE_MS = 50
FIRST_RETRY_MS = 500
LAST_RETRY_MS = 5_000


class SerialFrames:
    """Cuts a stream of bytes into codes."""

    def __init__(self) -> None:
        self._pending = bytearray()
        self._dropping = False

    def feed(self, data: bytes) -> list[bytes]:
        """The codes completed by `data`. Raises TroubleError("scan-too-long"), then goes on."""
        *ended, rest = (bytes(self._pending) + data).replace(b"\r", b"\n").split(b"\n")
        self._pending = bytearray(rest[: LONGEST + 1])
        if self._dropping and ended:
            ended, self._dropping = ended[1:], False  # the tail of the one that was too long
        if self._dropping:
            self._pending.clear()
        elif len(rest) > LONGEST:
            self._dropping = True
            self._pending.clear()
            raise TroubleError("scan-too-long", length=len(rest), limit=LONGEST)
        return [code for code in ended if code]

    def silence(self) -> bytes | None:
        """The scanner has paused: what is pending is a code, if anything is."""
        code, self._pending, self._dropping = bytes(self._pending), bytearray(), False
        return code or None


class SerialScanner:
    """A `Scanner` on a serial port or USB identity (see `serial_port.py`)."""

    def __init__(
        self, wanted: str, *, baud: int = USUAL_BAUD, clock: Millis = monotonic_ms
    ) -> None:
        self._wanted = wanted
        self._baud = baud
        self._clock = clock
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
                port = open_port(self._wanted, self._baud, read_ms=SILENCE_MS, write_ms=1_000)
                retry_ms, told = FIRST_RETRY_MS, ""
                self._listen(port, debounce, heard, trouble)
            except TroubleError as error:
                if error.code != told != "serial-lost":  # once, not every five seconds
                    told = error.code
                    trouble(error)
            self._stopping.wait(retry_ms / 1000)
            retry_ms = min(retry_ms * 2, LAST_RETRY_MS)

    def _listen(self, port: Port, debounce: Debounce, heard: Heard, trouble: Troubled) -> None:
        frames = SerialFrames()
        try:
            while not self._stopping.is_set():
                data = port.read(max(1, port.in_waiting))
                try:
                    codes = frames.feed(data) if data else [frames.silence()]
                    for code in codes:
                        self._tell(code, debounce, heard)
                except TroubleError as error:
                    trouble(error)  # this code only; the port is well
        except OSError as error:
            raise TroubleError("serial-lost", port=self._wanted) from error
        finally:
            port.close()

    def _tell(self, code: bytes | None, debounce: Debounce, heard: Heard) -> None:
        if code is None:
            return
        text, symbology = canonical(code)
        now = self._clock()
        if text and debounce.is_new(text, now):
            heard(Scan(text, "serial", symbology, now))


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
