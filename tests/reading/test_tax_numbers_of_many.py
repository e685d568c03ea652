"""Check digits of tax numbers: those in use pass, and a wrong digit is seen where it can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from receipts.reading.fiscal import tax_numbers as numbers

Check = Callable[[str], bool]
GOOD: list[tuple[Check, tuple[str, ...]]] = [
    (numbers.si_tax, ("15012557", "59082437", "50223054")),
    (numbers.br_cnpj, ("60479680001090", "20826969000123", "12ABC34501DE35")),
    (numbers.pe_ruc, ("20612296911", "20605310321")),
    (numbers.uy_rut, ("215080550011", "213738620011", "216753930012")),
    (numbers.tr_number, ("1700020847", "7330959937", "17291716060")),
    (numbers.co_nit, ("213123432-1", "900373115-3")),
    (numbers.ar_cuit, ("30000000007", "20176301458", "20267565393")),
    (numbers.tw_ban, ("97380574", "34785923", "90650686", "98952903", "50865486")),
]
SEES_EVERY_DIGIT = [  # the others' remainders meet in one digit, or count modulo 5
    (check, number)
    for check, known in GOOD
    if check in (numbers.uy_rut, numbers.tr_number)
    for number in known
]


@pytest.mark.parametrize(("check", "known"), GOOD)
def test_numbers_in_use_pass(check: Check, known: tuple[str, ...]) -> None:
    assert all(check(number) for number in known)


@pytest.mark.parametrize(("check", "known"), GOOD)
def test_a_wrong_check_digit_is_seen(check: Check, known: tuple[str, ...]) -> None:
    for number in known:
        passing = [digit for digit in "0123456789" if check(number[:-1] + digit)]
        assert number[-1] in passing
        assert len(passing) <= (4 if check is numbers.tw_ban else 1)


@pytest.mark.parametrize(("check", "number"), SEES_EVERY_DIGIT)
def test_every_changed_digit_is_seen(check: Check, number: str) -> None:
    for at, was in enumerate(number):
        if was.isdigit():
            others = (number[:at] + new + number[at + 1 :] for new in "0123456789" if new != was)
            assert not any(check(other) for other in others)


@pytest.mark.parametrize("check", [check for check, _ in GOOD])
@pytest.mark.parametrize(
    "text", ["", "x", "0" * 14, "1" * 4096, "١٢٣٤٥٦٧٨", "-", "\x00" * 11, " 15012557"]
)
def test_what_is_no_number_fails_quietly(check: Check, text: str) -> None:
    assert not check(text)


def test_ten_and_eleven_are_written_as_each_country_does() -> None:
    assert not numbers.si_tax("12345678")
    assert numbers.br_cnpj("00156225000131")
    assert not numbers.br_cnpj("11111111111111")
    assert not numbers.pe_ruc("30605310321")
    assert numbers.tw_ban("10458575")  # a seven in the seventh place counts as one, too
