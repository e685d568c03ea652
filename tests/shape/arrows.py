"""Who may import whom, as a table: the plan of the house in one place. `test_imports` reads it.

Most specific room first. `may` and `never` are module prefixes; where both match, the longer wins.
The standard library and a room's own modules are always allowed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the house and the arrows that may leave it."""

    name: str
    may: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


# Plain values of the shop that every room of it needs: the clock, where files are, what is set,
# what went wrong. They import nothing but each other.
VALUES = ("pos.trouble", "pos.clock", "pos.settings", "pos.places")
# What of the devices is pure, and reads a keyboard scanner's keys.
WEDGE = ("wedge", "debounce", "ports", "canonical", "layouts", "scanner_setup")
# What devices are to the rest of the shop: protocols and values.
PORTS = ("pos.devices.ports", "pos.devices.reading_text")
# Shiboken is PySide6's own lower half (`isValid`: does the C++ object still live?).
QT = ("PySide6", "shiboken6")

TABLE = (
    # The rules. Only their figures may calculate with more than Python's own numbers.
    Room("loyalty.insight", may=("loyalty", "numpy", "scipy")),
    Room("loyalty", never=("loyalty.insight",)),
    # Paper. Pillow draws slips for printers that lack a script's letters.
    Room("receipts.reading", may=("loyalty", "cryptography", "receipts.claim_code")),
    Room(
        "receipts",
        may=(
            *("loyalty", "reportlab", "escpos", "segno", "cryptography", "babel", "PIL"),
            "xlsxwriter",
        ),
    ),
    # The shop.
    Room("pos.settings", may=("loyalty", *VALUES)),  # the shop's currency is money's
    *(Room(value, may=VALUES) for value in VALUES),
    Room("pos.store", may=("loyalty", "sqlalchemy", "alembic", *VALUES)),
    Room(
        "pos.devices",
        # escpos only for the transports it has (USB, Windows); what it prints comes from paper.
        may=(
            "cv2",
            "numpy",
            "pyzbar",
            "zxingcpp",
            "serial",
            "usb",
            "escpos",
            "rapidocr",
            "onnxruntime",
            *VALUES,
        ),
    ),
    # Between another POS and its printer: its forwarder must start in a moment, so no books there.
    Room("pos.tap", may=("loyalty", "receipts", "pos.devices", *VALUES)),
    Room(
        "pos.sync",
        may=(
            *("loyalty", "pos.store", "pos.ids", "pos.line_state", *VALUES),
            *("msgspec", "zstandard", "httpx2", "cryptography"),
        ),
    ),
    # Head office: a server with its own database, for people's pages and terminals' pushes.
    Room(
        "pos.office",
        may=(
            *("loyalty", "receipts", "pos.store", "pos.sync", "pos.ids", *VALUES),
            *("pos.cleaning", "pos.phones"),  # what people type on its pages, as at a counter
            *("sqlalchemy", "psycopg", "msgspec", "zstandard", "cryptography", "argon2"),
            *("starlette", "anyio", "jinja2", "itsdangerous", "uvicorn", "h11", "pos.logs"),
        ),
    ),
    # The command line composes like main: it opens devices and the store itself.
    Room("pos.cli", may=("loyalty", "receipts", "pos")),
    # The use cases. Of the devices they know the values (ports) only. PINs are argon2's work,
    # phone numbers those of libphonenumber's tables.
    Room(
        "pos",
        may=("loyalty", "receipts", *PORTS, "argon2", "phonenumbers"),
        never=("pos.devices", "pos.sync", "pos.office", "pos.cli"),
    ),
    # A keyboard scanner's keys arrive at the window: telling them from a person's is pure, knows no
    # Qt and is a device's matter; only the filter on the window may ask it.
    *(
        Room(
            f"ui.parts.{filter_}",
            may=("ui", *(f"pos.devices.{name}" for name in WEDGE), *VALUES, *QT),
        )
        for filter_ in ("wedge", "wedge_keys", "wedge_lesson")
    ),
    # The sheet that teaches a scanner shows the code itself, drawn by the modules of paper.
    Room(
        "ui.counter.sheet_scanner_setup",
        may=("ui", "pos.devices.scanner_setup", "receipts.writing.qr", *QT),
    ),
    # A purchase's code on the customer's screen is drawn by the modules of paper, too.
    Room("ui.customer.code_picture", may=("ui", "receipts.writing.qr", *QT)),
    # The screen. Money and dates on it are written by the same functions as on paper, so that
    # both always agree: hence that one module of receipts.
    Room(
        "ui",
        may=(
            *("loyalty", "pos", *PORTS, "receipts.writing.format", *QT),
            *("receipts.charts", "receipts.reports"),  # one drawing list for screen and paper
            "pos.devices.scanner_setup",  # what its set-up found out is a value, too
        ),
        never=("loyalty.insight", "pos.store", "pos.sync", "pos.office", "pos.devices", "pos.cli"),
    ),
    # Where everything is put together.
    Room("main", may=("loyalty", "receipts", "pos", "ui", "sqlalchemy", *QT)),
    # Before set-up there is nothing but the standard library; the probe runs after it.
    Room("tools.probe", may=("tools", "receipts.writing.fonts", *QT)),
    Room("tools"),
)

# May be imported inside a function, with a comment that says why, in one module of a room: heavy
# (start-up time) or absent on some machines.
LATE = frozenset(
    {
        "PIL",
        "alembic",
        "argon2",
        "babel",
        "cryptography",  # its X.509 part is slow, and a terminal needs it once in two years
        "ctypes",  # only to ask Windows
        "cv2",
        "escpos",
        "numpy",
        "onnxruntime",  # what runs the models of rapidocr
        "phonenumbers",
        "pyzbar",
        "rapidocr",  # optional: reads receipts without a code
        "reportlab",
        "resource",  # Unix only
        "scipy",
        "segno",
        "serial",
        "usb",
        "xlsxwriter",
        "zxingcpp",
        "winsound",  # Windows only
    }
)
# These choose at run time what to load: the command line must not load Qt, the window not the
# command line, the doctor must survive a missing package.
LATE_ANYTHING = ("main", "pos.cli", "tools.probe")


def room_of(module: str) -> Room:
    """The first room of the table that the module lies in. Raises LookupError for none."""
    for room in TABLE:
        if module == room.name or module.startswith(room.name + "."):
            return room
    raise LookupError(module)


def allowed(module: str, target: str) -> bool:
    """Whether the table lets `module` import `target` (which is not of the standard library)."""
    room = room_of(module)
    may = _longest((*room.may, room.name), target)
    return may > _longest(room.never, target)


def _longest(prefixes: tuple[str, ...], target: str) -> int:
    matching = (p for p in prefixes if target == p or target.startswith(p + "."))
    return max((len(p) for p in matching), default=-1)
