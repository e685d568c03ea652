"""Signatures on receipts, verified with whatever key is at hand; nonsense is False, never an error.

RSA is ten lines of our own: the keys on Chilean receipts have 512 bits and sign SHA-1, which a
careful library stops accepting one day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    Prehashed,
    decode_dss_signature,
    encode_dss_signature,
)

CURVES: Mapping[str, tuple[ec.EllipticCurve, int]] = {
    "secp256r1": (ec.SECP256R1(), 32),
    "secp256k1": (ec.SECP256K1(), 32),
    "brainpoolP256r1": (ec.BrainpoolP256R1(), 32),
    "secp384r1": (ec.SECP384R1(), 48),
    "brainpoolP384r1": (ec.BrainpoolP384R1(), 48),
    "brainpoolP512r1": (ec.BrainpoolP512R1(), 64),
}
"""Curves by their names in the standards (SEC 2, RFC 5639), with the bytes of a coordinate."""

_DIGESTS: Mapping[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_LARGEST_MODULUS = 4_096  # bits
_LARGEST_EXPONENT = 2**32
_SHA1_INFO = bytes.fromhex("3021300906052b0e03021a05000414")  # RFC 8017, 9.2, note 1


def is_on(curve: str, point: bytes) -> bool:
    """Whether a point (0x04 x y) lies on a curve; False for anything that is no such point."""
    return _key(curve, point) is not None


def ecdsa_verifies(curve: str, point: bytes, plain: bytes, message: bytes, digest: str) -> bool:
    """Whether `plain` (r and s of equal length, BSI TR-03111) signs a message (FIPS 186-5).

    `digest`: sha256, sha384, sha512.
    """
    if len(plain) != 2 * CURVES[curve][1]:
        return False
    half = len(plain) // 2
    r, s = int.from_bytes(plain[:half], "big"), int.from_bytes(plain[half:], "big")
    return ecdsa_pair_verifies(curve, point, (r, s), message, digest)


def ecdsa_pair_verifies(
    curve: str,
    point: bytes,
    pair: tuple[int, int],
    message: bytes,
    digest: str,
    *,
    hashed: bool = False,
) -> bool:
    """The same for r and s as numbers. `hashed`: the message is its own digest already."""
    key = _key(curve, point)
    algorithm = _DIGESTS.get(digest)
    if key is None or algorithm is None:
        return False
    if hashed and len(message) != algorithm.digest_size:
        return False
    try:
        signature = encode_dss_signature(*pair)
        key.verify(signature, message, ec.ECDSA(Prehashed(algorithm) if hashed else algorithm))
    except (InvalidSignature, ValueError):
        return False
    return True


def der_pair(signature: bytes) -> tuple[int, int] | None:
    """The numbers r and s of a signature in DER (X9.62), or None for what is none."""
    try:
        return decode_dss_signature(signature)
    except ValueError:
        return None


def rsa_sha1_verifies(modulus: int, exponent: int, signature: bytes, message: bytes) -> bool:
    """RSASSA-PKCS1-v1_5 with SHA-1 (RFC 8017, 8.2.2), for keys of 512 to 4,096 bits: the padded
    digest is rebuilt and compared whole, so that nothing can hide behind a small exponent.
    """
    bits = modulus.bit_length()
    size = (bits + 7) // 8
    if not 512 <= bits <= _LARGEST_MODULUS or not 3 <= exponent < _LARGEST_EXPONENT:
        return False
    number = int.from_bytes(signature, "big")
    if len(signature) != size or number >= modulus:
        return False
    info = _SHA1_INFO + hashlib.sha1(message, usedforsecurity=False).digest()
    padded = b"\x00\x01" + b"\xff" * (size - len(info) - 3) + b"\x00" + info
    return pow(number, exponent, modulus) == int.from_bytes(padded, "big")


def _key(curve: str, point: bytes) -> ec.EllipticCurvePublicKey | None:
    family, size = CURVES[curve]
    if len(point) != 1 + 2 * size or point[:1] != b"\x04":
        return None
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(family, point)
    except (ValueError, UnsupportedAlgorithm):
        return None
