"""Check digits of tax numbers, one function a country: they find typing errors, never a forger.

Each takes the number as the code writes it and answers whether it can be one; none ever raises.
"""

from __future__ import annotations

import re

_PT = re.compile(r"[12356789]\d{8}", re.ASCII)
_ES_PERSON = re.compile(r"(?:\d{8}|[XYZKLM]\d{7})[A-Z]", re.ASCII)
_ES_COMPANY = re.compile(r"[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]", re.ASCII)
_ES_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_SA = re.compile(r"3\d{13}3", re.ASCII)
_CL = re.compile(r"(\d{1,8})-([0-9K])", re.ASCII)


def weighted(digits: str, weights: tuple[int, ...]) -> int:
    """Sum of digits times weights, position by position; both are equally long."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def pt_nif(number: str) -> bool:
    """Portugal: nine digits, the last is 11 minus the sum mod 11, 10 and 11 written as 0."""
    if not _PT.fullmatch(number):
        return False
    check = 11 - weighted(number[:8], (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return int(number[8]) == (0 if check > 9 else check)


def es_nif(number: str) -> bool:
    """Spain: people (digits mod 23 choose a letter; X, Y, Z of foreigners count 0, 1, 2) and
    companies (Luhn over seven digits; a digit, a letter, or either, by the first letter).
    """
    if _ES_PERSON.fullmatch(number):
        digits = {"X": "0", "Y": "1", "Z": "2"}.get(number[0], number[0]) + number[1:8]
        if number[0] in "KLM":
            digits = number[1:8]
        return number[8] == _ES_LETTERS[int(digits) % 23]
    return bool(_ES_COMPANY.fullmatch(number)) and _es_company(number)


def _es_company(number: str) -> bool:
    digits = [int(digit) for digit in number[1:8]]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[::2])
    check = -(doubled + sum(digits[1::2])) % 10
    as_digit, as_letter = str(check), "JABCDEFGHI"[check]
    if number[0] in "ABEH":
        return number[8] == as_digit
    if number[0] in "NPQRSW":
        return number[8] == as_letter
    return number[8] in (as_digit, as_letter)


def sa_vat(number: str) -> bool:
    """Saudi Arabia: 15 digits that begin and end with 3. There is no published check digit."""
    return bool(_SA.fullmatch(number))


def cl_rut(number: str) -> bool:
    """Chile: digits, a hyphen, and mod 11 with weights 2 to 7 from the right (10 is K, 11 is 0)."""
    found = _CL.fullmatch(number)
    if found is None:
        return False
    total = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(found[1])))
    return found[2] == "0123456789K0"[11 - total % 11]
