"""The public keys that could have made an ECDSA signature on P-256 (SEC 1, 4.1.6).

A till that keeps its certificate to itself is learned from two of its receipts: each leaves two
candidates, and only the true key is among both. Slow and not constant in time; no secret is here.
"""

from __future__ import annotations

import hashlib

Point = tuple[int, int] | None
"""A point of the curve, None for the one at infinity."""

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def candidates(message: bytes, plain: bytes) -> frozenset[bytes]:
    """Keys (x and y, 64 bytes) for which `plain` (r and s, 64 bytes) signs the SHA-256 of a
    message; at most two, none for what is no signature.
    """
    r, s = int.from_bytes(plain[:32], "big"), int.from_bytes(plain[32:], "big")
    if len(plain) != 64 or not 0 < r < _N or not 0 < s < _N:
        return frozenset()
    square = (r**3 - 3 * r + _B) % _P
    y = pow(square, (_P + 1) // 4, _P)
    if y * y % _P != square:
        return frozenset()
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    inverse = pow(r, -1, _N)
    base = _times(_G, -digest * inverse % _N)
    points = (_add(_times((r, up), s * inverse % _N), base) for up in (y, _P - y))
    return frozenset(
        point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")
        for point in points
        if point is not None
    )


def _times(point: Point, factor: int) -> Point:
    result: Point = None
    while factor:
        if factor & 1:
            result = _add(result, point)
        point = _add(point, point)
        factor >>= 1
    return result


def _add(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % _P == 0:
            return None
        slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, _P)
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, _P)
    x = (slope * slope - one[0] - other[0]) % _P
    return x, (slope * (one[0] - x) - one[1]) % _P
