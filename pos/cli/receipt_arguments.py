"""The words of `regulars receipt`: where the code comes from, and keys to check it with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pos.cli.options import add

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_LONGEST_KEY = 1_024  # bytes; the largest we know is an RSA key of 4,096 bits


def add_receipt(commands: Commands) -> None:
    """The command and its options."""
    command = add(commands, "receipt", "what a receipt says of itself; nothing is booked")
    command.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a picture or a code; - for stdin",
    )
    command.add_argument("--text", metavar="CODE", help="the code itself, instead of a file")
    command.add_argument(
        "--key",
        action="append",
        dest="keys",
        type=known_key,
        metavar="SCHEME:DEVICE=HEX",
        help="a key to check signatures with; may be repeated",
    )


def known_key(text: str) -> tuple[tuple[str, str], bytes]:
    """A key by scheme and device, which may hold colons and signs of its own.

    ArgumentTypeError where a part is missing or the key is no hexadecimal.
    """
    name, _, digits = text.rpartition("=")
    scheme, _, device = name.partition(":")
    try:
        key = bytes.fromhex(digits)
    except ValueError:
        key = b""
    if not scheme or not device or not 0 < len(key) <= _LONGEST_KEY:
        raise argparse.ArgumentTypeError("a key is written SCHEME:DEVICE=HEX")
    return (scheme, device), key
