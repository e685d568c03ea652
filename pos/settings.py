"""What a shop sets once: its name, money, zone, printer, look. Read from `settings.toml`.

The file is edited by people: a wrong value is named and its default used, so that a typing error
never keeps a shop from selling.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loyalty.errors import LoyaltyError
from loyalty.money import currency
from loyalty.scale_label import LABELS, layouts
from pos.trouble import TroubleError

LANGUAGES = ("en", "ko", "ja", "zh_CN")
THEMES = ("light", "dark", "contrast")
MOST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Settings:
    """A shop's settings. `printer`, `serial` and `camera` name devices (`pos/devices`)."""

    shop: str = "My shop"
    address: str = ""  # lines parted by "|"
    tax_no: str = ""
    currency: str = "EUR"
    zone: str = "UTC"
    language: str = "en"
    terminal: int = 1
    printer: str = "none"
    paper_mm: int = 80
    printer_profile: str = "default"
    autoprint: bool = True
    serial: str = ""
    camera: str = "off"
    theme: str = "light"
    scale: int = 100
    sounds: bool = True
    backup_dir: str = ""  # empty: beside the database
    backup_keep: int = 14
    scale_labels: str = LABELS  # how a scale's labels are to be read, see `scale_label`
    country: str = ""  # ISO 3166, whose phone numbers are meant; empty: none is guessed
    # The keyboard scanner, as its set-up page taught it (`pos.devices.scanner_setup`).
    scanner_prefix: str = ""
    scanner_suffix: str = ""  # "enter", "tab" or signs; empty: both keys end a code
    scanner_gap_ms: int = 35  # the longest gap between two keys of one code
    scanner_caps: bool = False  # letters arrive as if Caps Lock was on
    scanner_layout: str = ""  # "keys", or what each sign from space to ~ arrives as
    scanner_gs: str = ""  # what stands for the separator GS: "f8" or one sign; empty: Ctrl+]
    store_no: int = 1  # of this branch, in the claim codes on its slips
    alone: bool = True  # no other terminal gives points for the same receipts
    claim_codes: bool = True  # on slips, so that points can be kept after the sale
    claim_page: str = ""  # host name that a claim code opens on a phone; empty: none
    # What customers see for themselves: a second screen beside the counter, and kiosks.
    customer_screen: str = "off"  # "auto": the screen the counter is not on; or its number
    customer_names: str = "first"  # or "initial"; never more than that
    customer_colour: str = ""  # the shop's own, such as "#7a1f2b"; empty: the theme's
    survey: bool = True  # ask how likely they are to recommend the shop
    survey_every: int = 10  # of sales without a card, one in so many is asked; 0: none

    # Letters to members, over the shop's own mail server; its password lies in a file of its own.
    mail_host: str = ""  # empty: nothing is sent
    mail_port: int = 587
    mail_security: str = "starttls"  # "tls" (port 465), or "none" within the shop's own network
    mail_user: str = ""  # empty: without signing in
    mail_from: str = ""  # the address letters come from, and where "stop" is answered to
    mail_ca: str = ""  # certificates to believe, as a file; empty: the system's
    mail_timeout_s: int = 30
    mail_month: int = 4  # letters to one member within 30 days, at most
    mail_rest_days: int = 3  # between two of them

    def changed(self, name: str, value: object) -> Settings:
        """With one setting changed; LoyaltyError `setting-invalid` if it cannot be."""
        if not _valid(name, value):
            raise LoyaltyError("setting-invalid", setting=name[:40], value=str(value)[:40])
        return replace(self, **{name: value})  # type: ignore[arg-type]  # _valid checked the type


def read_settings(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings of a file, and the names of those that were wrong and left at their default.

    A missing file is a fresh shop. TroubleError `settings-unreadable` when it is no TOML at all.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise TroubleError("settings-unreadable", file=path.name) from None
    good = {name: value for name, value in found.items() if _valid(name, value)}
    return Settings(**good), tuple(sorted(name for name in found if name not in good))


def usual_settings(path: Path) -> Settings:
    """The settings of a file, or the usual ones where it cannot be read: for words and looks that
    must not wait until somebody has mended it.
    """
    try:
        return read_settings(path)[0]
    except TroubleError:
        return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Write all settings; through a second file, so that a power cut leaves one of the two."""
    lines = [f"{name} = {_toml(value)}" for name, value in asdict(settings).items()]
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        raise TroubleError("settings-unwritable", file=path.name) from None


def _toml(value: object) -> str:
    """A TOML value; JSON's strings, numbers and booleans are also TOML's (TOML 1.0)."""
    return json.dumps(value, ensure_ascii=True)


_KINDS = {item.name: type(item.default) for item in fields(Settings)}
_CHOICES: dict[str, tuple[object, ...]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "paper_mm": (58, 80),
    "scale": tuple(range(100, 201, 25)),
    "customer_screen": ("off", "auto", *"123456789"),
    "customer_names": ("first", "initial"),
    "mail_security": ("tls", "starttls", "none"),
}
# Short enough that the claim code stays readable on a narrow roll.
_HOST = re.compile(r"|[A-Za-z0-9]([A-Za-z0-9.-]{0,58}[A-Za-z0-9])?(:[0-9]{1,5})?", re.ASCII)
_READ = ("currency", "zone", "scale_labels")
_RANGES = {
    "terminal": (1, 99_999),
    "backup_keep": (1, 365),
    "store_no": (1, 65_535),
    "scanner_gap_ms": (20, 120),
    "survey_every": (0, 10_000),
    "mail_port": (1, 65_535),
    "mail_timeout_s": (1, 120),
    "mail_month": (1, 31),
    "mail_rest_days": (0, 30),
}
_PATTERNS = {
    "country": r"[A-Z]{2}|",
    "scanner_prefix": r".{0,8}",
    "scanner_suffix": r".{0,8}",
    "scanner_layout": r"|keys|.{95}",
    "scanner_gs": r"|f8|.",
    "mail_host": r"|[A-Za-z0-9.:_-]{1,253}",
    "mail_from": r"|[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
    "customer_colour": r"|#[0-9a-fA-F]{6}",
}


def _valid(name: str, value: object) -> bool:
    if name not in _KINDS or type(value) is not _KINDS[name]:
        return False
    if isinstance(value, str) and (len(value) > MOST_TEXT or not value.isprintable()):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES and isinstance(value, int):
        low, high = _RANGES[name]
        return low <= value <= high
    if name in _PATTERNS:
        return re.fullmatch(_PATTERNS[name], str(value)) is not None
    if name == "claim_page":
        return _HOST.fullmatch(str(value)) is not None
    return _known(name, str(value)) if name in _READ else True


def _known(name: str, value: str) -> bool:
    try:
        if name == "currency":
            currency(value)
        elif name == "scale_labels":
            layouts(value)
        else:
            ZoneInfo(value)
    except (LoyaltyError, ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
