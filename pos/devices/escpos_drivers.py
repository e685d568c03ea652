"""The two transports that only python-escpos knows: Windows' spooler, and USB without a driver.

Both need one more package (pywin32, pyusb) that most tills do not have; without it they say so.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from pos.devices.ports import PrinterStatus
from pos.trouble import TroubleError

_USB_MS = 5_000


def send_to_spooler(queue: str, data: bytes) -> None:
    """Print `data` raw on the Windows printer `queue`.

    Raises TroubleError: "printing-system-absent", "printer-refused".
    """
    escpos = _escpos()
    if escpos is None or not escpos.printer.Win32Raw.is_usable():
        raise TroubleError("printing-system-absent", printer=queue)
    _send(escpos.printer.Win32Raw(queue), queue, data, escpos.exceptions.Error)


class UsbPrinter:
    """A USB printer by its identity, through libusb: for printers without /dev/usb/lp*.

    It is not asked anything: the answer's endpoint differs from make to make.
    """

    def __init__(self, vendor: int, product: int) -> None:
        self._vendor = vendor
        self._product = product
        self._name = f"{vendor:04x}:{product:04x}"

    def send(self, data: bytes) -> None:
        """Raises TroubleError: "usb-support-absent", "printer-refused"."""
        escpos = _escpos()
        if escpos is None or not escpos.printer.Usb.is_usable():
            raise TroubleError("usb-support-absent", printer=self._name)
        printer = escpos.printer.Usb(self._vendor, self._product, timeout=_USB_MS)
        _send(printer, self._name, data, escpos.exceptions.Error)

    def status(self) -> PrinterStatus:
        escpos = _escpos()
        usable = escpos is not None and escpos.printer.Usb.is_usable()
        return PrinterStatus.UNKNOWN if usable else PrinterStatus.ABSENT


def _send(printer: Any, name: str, data: bytes, refusal: type[Exception]) -> None:
    try:
        printer.open()
        printer._raw(data)  # `text()` would re-encode
    except (refusal, OSError, RuntimeError, ValueError, AssertionError) as error:
        raise TroubleError("printer-refused", printer=name) from error
    finally:
        printer.close()


def _escpos() -> ModuleType | None:
    try:
        # Late: 300 ms, and needed by two rare kinds of printer only.
        import escpos.exceptions
        import escpos.printer
    except (ImportError, OSError):
        return None
    return escpos  # type: ignore[no-any-return]
