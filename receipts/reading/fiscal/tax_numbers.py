"""Check digits of tax numbers, one function a country: they find typing errors, never a forger.

Each takes the number as the code writes it and answers whether it can be one; none ever raises.
"""

from __future__ import annotations

import re

_PT = re.compile(r"[12356789]\d{8}", re.ASCII)
_ES_PERSON = re.compile(r"(?:\d{8}|[XYZKLM]\d{7})[A-Z]", re.ASCII)
_ES_COMPANY = re.compile(r"[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]", re.ASCII)
_ES_FIRST = str.maketrans({"X": "0", "Y": "1", "Z": "2", "K": "", "L": "", "M": ""})
_ES_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_SA = re.compile(r"3\d{13}3", re.ASCII)
_CL = re.compile(r"(\d{1,8})-([0-9K])", re.ASCII)
_SI = re.compile(r"[1-9]\d{7}", re.ASCII)
_TW = re.compile(r"\d{8}", re.ASCII)
_TW_WEIGHTS = (1, 2, 1, 2, 1, 2, 4, 1)
_BR = re.compile(r"[0-9A-Z]{12}\d{2}", re.ASCII)
_ELEVEN = re.compile(r"\d{11}", re.ASCII)
_TEN_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_UY = re.compile(r"\d{12}", re.ASCII)
_TR = re.compile(r"\d{10}", re.ASCII)
_CO = re.compile(r"(\d{6,15})-(\d)", re.ASCII)
_CO_PRIMES = (3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71)


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
    companies (Luhn over seven digits, written as a digit or a letter: which of the two for which
    companies is told in several ways, so either passes).
    """
    if _ES_PERSON.fullmatch(number):
        digits = number[:8].translate(_ES_FIRST)
        return number[8] == _ES_LETTERS[int(digits) % 23]
    return bool(_ES_COMPANY.fullmatch(number)) and number[8] in _es_company(number)


def _es_company(number: str) -> tuple[str, str]:
    digits = [int(digit) for digit in number[1:8]]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[::2])
    check = -(doubled + sum(digits[1::2])) % 10
    return str(check), "JABCDEFGHI"[check]


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


def si_tax(number: str) -> bool:
    """Slovenia: eight digits, mod 11 with weights 8 to 2; ten is written as 0, eleven never."""
    if not _SI.fullmatch(number):
        return False
    check = 11 - weighted(number[:7], (8, 7, 6, 5, 4, 3, 2)) % 11
    return check != 11 and int(number[7]) == check % 10


def tw_ban(number: str) -> bool:
    """Taiwan: the digits of weighted digits add up to a multiple of 5; a 7 in the seventh place
    counts as 0 or as 1. (Until 2023 of 10: the numbers ran out, so every old one still passes.)
    """
    if not _TW.fullmatch(number):
        return False
    products = (int(digit) * weight for digit, weight in zip(number, _TW_WEIGHTS, strict=True))
    total = sum(sum(divmod(product, 10)) for product in products)
    return total % 5 == 0 or (number[6] == "7" and (total + 1) % 5 == 0)


def br_check(number: str, highest: int = 9) -> int:
    """Brazil: the mod 11 digit behind a number, weights from 2 up to `highest` from the right.

    Letters count by their code less 48, as in the company numbers given out since 2026.
    """
    values = (ord(letter) - 48 for letter in reversed(number))
    total = sum(value * (2 + place % (highest - 1)) for place, value in enumerate(values))
    return 0 if total % 11 < 2 else 11 - total % 11


def br_cnpj(number: str) -> bool:
    """Brazil, companies: twelve digits or capitals and two check digits, not all the same."""
    if not _BR.fullmatch(number) or len(set(number)) == 1:
        return False
    return int(number[12]) == br_check(number[:12]) and int(number[13]) == br_check(number[:13])


def ar_cuit(number: str) -> bool:
    """Argentina: eleven digits, mod 11; ten is written as 9, eleven as 0."""
    if not _ELEVEN.fullmatch(number):
        return False
    return number[10] == "012345678990"[11 - weighted(number[:10], _TEN_WEIGHTS) % 11]


def pe_ruc(number: str) -> bool:
    """Peru: eleven digits that begin with 10, 15, 16, 17 or 20, mod 11, of which the last digit."""
    if not _ELEVEN.fullmatch(number) or number[:2] not in ("10", "15", "16", "17", "20"):
        return False
    return int(number[10]) == (11 - weighted(number[:10], _TEN_WEIGHTS) % 11) % 10


def uy_rut(number: str) -> bool:
    """Uruguay: twelve digits, mod 11; there are no numbers whose check would be ten."""
    if not _UY.fullmatch(number):
        return False
    return int(number[11]) == -weighted(number[:11], (4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 11


def tr_number(number: str) -> bool:
    """Turkey: companies have ten digits, people eleven; each kind has check digits of its own."""
    return _tr_company(number) if len(number) == 10 else _tr_person(number)


def _tr_company(number: str) -> bool:
    if not _TR.fullmatch(number):
        return False
    total = 0
    for place, digit in enumerate(number[:9]):
        shifted = (int(digit) + 9 - place) % 10
        total += (shifted * 2 ** (9 - place) % 9 or 9) if shifted else 0
    return int(number[9]) == -total % 10


def _tr_person(number: str) -> bool:
    if not _ELEVEN.fullmatch(number) or number[0] == "0":
        return False
    digits = [int(digit) for digit in number]
    tenth = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return digits[9] == tenth and digits[10] == sum(digits[:10]) % 10


def co_nit(number: str) -> bool:
    """Colombia: digits, a hyphen and their check digit, mod 11 with primes as weights."""
    found = _CO.fullmatch(number)
    if found is None:
        return False
    total = sum(int(d) * prime for d, prime in zip(reversed(found[1]), _CO_PRIMES, strict=False))
    return found[2] == "01987654321"[total % 11]
