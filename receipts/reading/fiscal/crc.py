"""Cyclic redundancy checks as receipts use them: nothing reflected, start 0, no final change."""

from __future__ import annotations


def crc8(data: bytes) -> int:
    """Polynomial x^8 + x^2 + x + 1."""
    return _crc(data, 8, 0x07)


def crc16(data: bytes) -> int:
    """Polynomial x^16 + x^15 + x^2 + 1."""
    return _crc(data, 16, 0x8005)


def _crc(data: bytes, bits: int, polynomial: int) -> int:
    top, mask = 1 << (bits - 1), (1 << bits) - 1
    found = 0
    for byte in data:
        found ^= byte << (bits - 8)
        for _ in range(8):
            found = (found << 1 ^ polynomial if found & top else found << 1) & mask
    return found
