"""JSON text as data, and the line of the text where a path of it stands.

The line is looked up only once something is wrong, so that reading a good document costs nothing.
"""

from __future__ import annotations

import json
import re

from loyalty.program_file.codec import Pairs, Path

_SPACE = re.compile(r"[ \t\n\r]*")
_decoder = json.JSONDecoder(object_pairs_hook=Pairs)


class UnreadableError(ValueError):
    """The text is no JSON; `line` says where it stops being, 0 where that is not known."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def parsed(text: str) -> object:
    """The data of a JSON text, tables as `Pairs`; `UnreadableError`."""
    try:
        document: object = _decoder.decode(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as no:
        raise UnreadableError(no.lineno) from None
    except (ValueError, RecursionError):
        raise UnreadableError(0) from None
    return document


def line_of(text: str, path: Path) -> int:
    """The line, from 1, of a path in a JSON text; of the table around it where it is not there.

    A key written twice is found where it stands the second time.
    """
    text = text.removeprefix("\ufeff")
    at = _skip(text, 0)
    found = at
    try:
        for key in path:
            inner = _item(text, at, key) if isinstance(key, int) else _member(text, at, key)
            if inner is None:
                break
            found, at = inner
    except (ValueError, RecursionError):
        pass  # as far as it goes
    return text.count("\n", 0, found) + 1


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _item(text: str, at: int, number: int) -> tuple[int, int] | None:
    """Where an item of a list begins."""
    if not text.startswith("[", at):
        return None
    at = _skip(text, at + 1)
    for _ in range(number):
        _, at = _decoder.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
    return at, at


def _member(text: str, at: int, key: str) -> tuple[int, int] | None:
    """Where a key of a table stands, and where its value begins."""
    found = None
    if not text.startswith("{", at):
        return None
    at = _skip(text, at + 1)
    while text.startswith('"', at):
        here = at
        name, at = _decoder.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if name == key:
            found = here, at
        _, at = _decoder.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
    return found
