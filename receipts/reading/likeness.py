"""How alike two pictures are, by the 64-bit hashes of their coarse structure (pHash).

Source: the DCT hash described by Christoph Zauner, "Implementation and Benchmarking of Perceptual
Image Hash Functions", 2010. The hash is made where the picture is; here it is only compared.
"""

from __future__ import annotations

BITS = 64
NEAR = 6
"""Bits up to which two pictures are likely of the same paper: a person looks."""


def distance(one: int, other: int) -> int:
    """How many of 64 bits differ, 0 to 64. ValueError for what is no such hash."""
    for each in (one, other):
        if not 0 <= each < 1 << BITS:
            raise ValueError(each)
    return (one ^ other).bit_count()
