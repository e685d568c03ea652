"""How a foreign file is to be read: a small TOML file that names its columns and its habits.

All of it may be left out; what is not said is told from the file itself.
"""

from __future__ import annotations

import codecs
import tomllib
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from loyalty.errors import LoyaltyError
from loyalty.money import currency
from pos.trouble import TroubleError

_MOST = 200  # entries of a table, characters of a text
_CHOICES = {"decimal": (".", ","), "delimiter": (",", ";", "\t", "|")}
_TEXTS = ("encoding", "delimiter", "decimal", "date_format", "time_format", "currency", "system")
_NO_FILES = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7")
"""Codecs of Python's that no file of rows is written in."""
_FLAGS = ("header", "skip_negative")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a mapping file says; empty means: tell it from the file.

    `columns`: our field to their columns, by name or by number from 1. `constants`: a field's text
    where its cell is empty or it has no column. `values`: their word to ours, per field.
    `date_format`, `time_format` as in C's strftime. `system`: a name for where the file comes from,
    part of every id made of it. `skip_negative`: leave rows of a negative amount or units out.
    """

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    date_format: str = ""
    time_format: str = ""
    currency: str = ""
    system: str = ""
    header: bool = True
    skip_negative: bool = False
    columns: Table[str, tuple[str | int, ...]] = field(default_factory=dict)
    constants: Table[str, str] = field(default_factory=dict)
    values: Table[str, Table[str, str]] = field(default_factory=dict)


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file.

    LoyaltyError `mapping-unreadable` (no TOML), `mapping-invalid` with the key; TroubleError
    `file-unreadable`.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError:
        raise TroubleError("file-unreadable", file=path.name) from None
    except UnicodeDecodeError:
        raise LoyaltyError("mapping-unreadable", file=path.name) from None
    return mapping_from_text(text, path.name)


def mapping_from_text(text: str, name: str = "") -> Mapping:
    """The mapping of a TOML text; errors as `read_mapping`."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise LoyaltyError("mapping-unreadable", file=name) from None
    said: dict[str, Any] = {}
    for key, value in found.items():
        if key in _TEXTS:
            said[key] = _text(key, value)
        elif key in _FLAGS:
            said[key] = value if isinstance(value, bool) else _refuse(key)
        elif key == "columns":
            said[key] = {name: _columns(name, one) for name, one in _table(key, value).items()}
        elif key == "constants":
            said[key] = {name: _text(name, one) for name, one in _table(key, value).items()}
        elif key == "values":
            said[key] = {name: _words(name, one) for name, one in _table(key, value).items()}
        else:
            _refuse(key)
    return Mapping(**said)


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > _MOST:
        _refuse(key)
    if key in _CHOICES and value not in _CHOICES[key]:
        _refuse(key)
    try:
        if key == "encoding":
            if codecs.lookup(value).name in _NO_FILES:
                _refuse(key)
            "".encode(value)  # text encodings only: `zip` is a codec as well
        if key == "currency":
            currency(value)
    except (LookupError, LoyaltyError, ValueError):
        _refuse(key)
    return value


def _columns(key: str, value: object) -> tuple[str | int, ...]:
    several = value if isinstance(value, list) else [value]
    for one in several:
        if isinstance(one, bool) or not isinstance(one, str | int):
            _refuse(f"columns.{key}")
        if isinstance(one, int) and not 1 <= one <= _MOST:
            _refuse(f"columns.{key}")
    return tuple(several)


def _words(key: str, value: object) -> dict[str, str]:
    return {their: _text(f"values.{key}", our) for their, our in _table(key, value).items()}


def _table(key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > _MOST:
        _refuse(key)
    return value


def _refuse(key: str) -> NoReturn:
    raise LoyaltyError("mapping-invalid", key=key[:60])
