"""Reads a request's body within its bounds: not too long, not too slow (RFC 9110: 413, 408)."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from pos.office.web.parts import Bounds
from pos.office.web.refusals import Refused


async def body_of(request: Request, most: int, bounds: Bounds) -> bytes:
    """The whole body. Refused `too-large` (most), `too-slow`, `bad-request`."""
    said = request.headers.get("content-length", "0")
    if not (said.isascii() and said.isdigit() and len(said) < 16):
        raise Refused(400, "bad-request")
    if int(said) > most:
        raise Refused(413, "too-large", most=most)
    loop = asyncio.get_running_loop()
    started = loop.time()
    found = bytearray()
    pieces = request.stream()
    try:
        while True:
            allowed_s = bounds.slow_after_s + len(found) / bounds.slow_bytes_s
            async with asyncio.timeout_at(started + min(allowed_s, bounds.body_s)):
                piece = await anext(pieces, None)
            if piece is None:
                return bytes(found)
            found += piece
            if len(found) > most:
                raise Refused(413, "too-large", most=most)
    except TimeoutError:
        raise Refused(408, "too-slow") from None
    except ClientDisconnect:
        raise Refused(400, "bad-request") from None


def refuse_body(request: Request) -> None:
    """Refused `body-unwanted` for a body where none belongs: it would only hold a connection."""
    headers = request.headers
    if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
        raise Refused(413, "body-unwanted")
