"""Code 128 as bar and space widths. Source: ISO/IEC 15417, table of symbol characters.

Two digits take one symbol, so 20 digits fit a 58 mm roll at two dots a module.
"""

from __future__ import annotations

import re

QUIET = 10
"""Empty modules a reader needs at each side."""

_START_B, _START_C = 104, 105
_SHIFT, _SET_C, _SET_B = 98, 99, 100
_STOP = "2331112"
# Widths of bar, space, bar, space, bar, space for the values 0 to 105.
_WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
    "122231113222123122123221223211221132221231213212223112312131311222321122321221312212"
    "322112322211212123212321232121111323131123131321112313132113132311211313231113231311"
    "112133112331132131113123113321133121313121211331231131213113213311213131311123311321"
    "331121312113312311332111314111221411431111111224111422121124121421141122141221112214"
    "112412122114122411142112142211241211221114413111241112134111111242121142121241114212"
    "124112124211411212421112421211212141214121412121111143111341131141114113114311411113"
    "411311113141114131311141411131211412211214211232"
)


def bars(digits: str) -> tuple[int, ...]:
    """Widths in modules, bar first, of ``digits`` (an even number of them) without quiet zones."""
    return _widths([_START_C, *_pairs(digits)])


def text_bars(text: str) -> tuple[int, ...]:
    """The same of any ASCII text: sets B and C, and a shift to A for each control character."""
    values: list[int] = []
    in_digits = False
    for part in re.findall(r"(?:[0-9]{2}){2,}|[\x00-\x7f]", text):
        digits = len(part) > 1
        if digits != in_digits or not values:
            values.append((_SET_C if digits else _SET_B) if values else 0)
            values[0] = values[0] or (_START_C if digits else _START_B)
            in_digits = digits
        if digits:
            values += _pairs(part)
        else:
            values += [_SHIFT, ord(part) + 64] if ord(part) < 32 else [ord(part) - 32]
    return _widths(values)


def _pairs(digits: str) -> list[int]:
    return [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]


def _widths(values: list[int]) -> tuple[int, ...]:
    check = (values[0] + sum(n * value for n, value in enumerate(values))) % 103
    widths = "".join(_WIDTHS[6 * v : 6 * v + 6] for v in (*values, check)) + _STOP
    return tuple(int(width) for width in widths)


def modules(digits: str) -> int:
    """The code's whole width in modules, quiet zones included."""
    return 11 * (len(digits) // 2 + 2) + 13 + 2 * QUIET
