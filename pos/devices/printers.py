"""Printers that take the bytes of one document: by wire, through the system, into files.

Before a document goes out, a printer that answers is asked; after it, asked again, because only
an answer proves that the slip did not end in a buffer. One that never answers is trusted.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from pos.devices.escpos_drivers import send_to_spooler
from pos.devices.escpos_status import Line, ask_status
from pos.devices.ports import PrinterStatus
from pos.trouble import TroubleError

ANSWER_MS = 2_000
_SPOOL_S = 20
_MOST_FILES = 1_000_000

_CANNOT_PRINT = {
    PrinterStatus.PAPER_OUT: "printer-paper-out",
    PrinterStatus.COVER_OPEN: "printer-cover-open",
    PrinterStatus.OFFLINE: "printer-offline",
}


class LinePrinter:
    """An ESC/POS printer at the end of a wire; a connection for each document or question.

    Troubles of `send`: those of opening the line; "printer-paper-out", "printer-cover-open",
    "printer-offline" (fact `sent`: whether the document had gone out); "printer-hangs",
    "printer-cut-off", "printer-unconfirmed" (it answered before, and not after).
    """

    def __init__(
        self, name: str, open_line: Callable[[], Line], *, answer_ms: int = ANSWER_MS
    ) -> None:
        self._name = name
        self._open_line = open_line
        self._answer_ms = answer_ms
        self._answers = True  # until it stays silent; asking a mute one costs two seconds
        self._busy = threading.Lock()  # most printers serve one client at a time

    def send(self, data: bytes) -> None:
        with self._busy:
            line = self._open_line()
            try:
                if self._answers:
                    status = ask_status(line, self._answer_ms)
                    self._answers = status is not PrinterStatus.UNKNOWN
                    self._refuse(status, sent=False)
                line.send(data)
                if self._answers:
                    self._confirm(line)
            finally:
                line.close()

    def status(self) -> PrinterStatus:
        with self._busy:
            try:
                line = self._open_line()
            except TroubleError:
                return PrinterStatus.OFFLINE
            try:
                status = ask_status(line, self._answer_ms)
            except TroubleError:
                return PrinterStatus.OFFLINE
            finally:
                line.close()
            self._answers = status is not PrinterStatus.UNKNOWN
            return status

    def _confirm(self, line: Line) -> None:
        status = ask_status(line, self._answer_ms)
        if status is PrinterStatus.UNKNOWN:
            raise TroubleError("printer-unconfirmed", printer=self._name)
        self._refuse(status, sent=True)

    def _refuse(self, status: PrinterStatus, *, sent: bool) -> None:
        if status in _CANNOT_PRINT:
            raise TroubleError(_CANNOT_PRINT[status], printer=self._name, sent=sent)


class SystemPrinter:
    """A queue of the operating system: CUPS through `lp`, Windows through its spooler.

    ESC/POS goes through raw, a PDF as a document. Troubles: "printing-system-absent",
    "printer-refused" (no such queue, or it takes nothing), "printer-hangs".
    """

    def __init__(self, queue: str) -> None:
        self._queue = queue

    def send(self, data: bytes) -> None:
        if sys.platform == "win32":
            send_to_spooler(self._queue, data)
            return
        raw = [] if data.startswith(b"%PDF") else ["-o", "raw"]
        ran = self._run("lp", "-d", self._queue, *raw, "-t", "regulars", data=data)
        if ran.returncode != 0:
            raise TroubleError("printer-refused", printer=self._queue)

    def status(self) -> PrinterStatus:
        """What the queue says: it knows of a stop, but not of paper."""
        if sys.platform == "win32":
            return PrinterStatus.UNKNOWN
        try:
            ran = self._run("lpstat", "-p", self._queue, data=b"")
        except TroubleError:
            return PrinterStatus.ABSENT
        if ran.returncode != 0:
            return PrinterStatus.ABSENT
        return PrinterStatus.OFFLINE if b"disabled" in ran.stdout else PrinterStatus.READY

    def _run(self, tool: str, *words: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
        program = shutil.which(tool)
        if program is None:
            raise TroubleError("printing-system-absent", printer=self._queue)
        try:
            return subprocess.run(
                [program, *words],
                input=data,
                capture_output=True,
                timeout=_SPOOL_S,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            raise TroubleError("printer-hangs", printer=self._queue) from error


class FilePrinter:
    """Each document a new file in a folder: slip-000001.prn (ESC/POS), .pdf or .txt."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._next = 1

    def send(self, data: bytes) -> None:
        """Raises TroubleError: "disk-full", "folder-refused"."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._unused(_suffix(data))
            try:
                path.write_bytes(data)
            except OSError:
                path.unlink(missing_ok=True)  # half a slip is none
                raise
        except OSError as error:
            code = "disk-full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "folder-refused"
            raise TroubleError(code, folder=str(self._folder)) from error

    def status(self) -> PrinterStatus:
        folder = self._folder
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        usable = folder.is_dir() and os.access(folder, os.W_OK)
        return PrinterStatus.READY if usable else PrinterStatus.OFFLINE

    def _unused(self, suffix: str) -> Path:
        """Make the next file; another program may be writing here too."""
        taken = {path.stem for path in self._folder.glob("slip-*.*")}
        for number in range(self._next, _MOST_FILES):
            path = self._folder / f"slip-{number:06d}{suffix}"
            if path.stem in taken:
                continue
            try:
                path.touch(exist_ok=False)
            except FileExistsError:
                continue
            self._next = number + 1
            return path
        raise TroubleError("folder-refused", folder=str(self._folder))


def _suffix(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        return ".pdf"
    control = any(byte < 0x20 and byte not in b"\t\r\n\f" for byte in data[:4_096])
    return ".prn" if control else ".txt"
