"""Passwords: argon2id hashes (RFC 9106), and what a password has to be.

Length is what counts; no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2).
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from loyalty.errors import LoyaltyError

SHORTEST, LONGEST = 12, 200
_HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)
# Without letters and digits that are taken for each other.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def hashed(password: str) -> str:
    """The argon2id hash of a password that was checked or made here."""
    return _HASHER.hash(_folded(password))


def fits(secret: str, password: str) -> bool:
    """Whether the password is the one behind the hash; none fits an empty one, at equal cost."""
    try:
        _HASHER.verify(secret or _nobodys(), _folded(password[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return True


def checked(password: str, login: str, before: str = "") -> str:
    """The password, if it may be one.

    Errors: `password-short` (least), `password-long` (most), `password-plain` (one character over
    and over, or the log-in name), `password-same` (as `before`).
    """
    if len(password) < SHORTEST:
        raise LoyaltyError("password-short", least=SHORTEST)
    if len(password) > LONGEST:
        raise LoyaltyError("password-long", most=LONGEST)
    if len(set(password)) < 4 or (login and login in password.casefold()):
        raise LoyaltyError("password-plain")
    if password == before:
        raise LoyaltyError("password-same")
    return password


def made() -> str:
    """A password to be used once: 16 letters in four groups, about 79 bits."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(16))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def _folded(password: str) -> str:
    # The same keys give other code points on other systems (RFC 8265, OpaqueString).
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys() -> str:
    """The hash of a password that nobody was told."""
    return _HASHER.hash(secrets.token_urlsafe(32))
