"""A browser's visit: one signed cookie, and a token in every form that only this visit can know.

The cookie holds random bits only. Logging in gives new ones, so a cookie that somebody planted
before is worth nothing after.
"""

from __future__ import annotations

import hashlib
import hmac

from itsdangerous import BadSignature, Signer
from starlette.requests import Request

from pos.office.people.logging_in import new_token
from pos.office.web.parts import Parts

_LONGEST = 200


def cookie_name(parts: Parts) -> str:
    """`__Host-` (RFC 6265bis) ties the cookie to this very host; browsers want TLS for it."""
    return "__Host-regulars" if parts.door.tls else "regulars"


def token_of(parts: Parts, request: Request) -> str:
    """The visit's token, or an empty text where the cookie is missing or not ours."""
    given = request.cookies.get(cookie_name(parts), "")
    if not 0 < len(given) <= _LONGEST:
        return ""
    try:
        return _signer(parts).unsign(given).decode("ascii")
    except (BadSignature, UnicodeError):
        return ""


def fresh() -> str:
    """A token for a visit that nobody logged in to yet."""
    return new_token()


def cookie(parts: Parts, token: str) -> str:
    """The Set-Cookie value for a token; for an empty one, the cookie is taken away."""
    name = cookie_name(parts)
    value = _signer(parts).sign(token.encode()).decode("ascii") if token else ""
    ends = "" if token else "; Max-Age=0"
    secure = "; Secure" if parts.door.tls else ""
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{ends}"


def csrf_of(parts: Parts, token: str) -> str:
    """What a form of this visit must bring back."""
    return hmac.new(parts.cookie_key, b"form\0" + token.encode(), hashlib.sha256).hexdigest()


def same(given: str, wanted: str) -> bool:
    """Whether two texts are equal, in a time that tells nothing about where they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _signer(parts: Parts) -> Signer:
    return Signer(
        parts.cookie_key, salt="visit", key_derivation="hmac", digest_method=hashlib.sha256
    )
