"""Tax numbers beside python-stdnum, which was written by others: both must say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.ar import cuit
from stdnum.br import cnpj
from stdnum.cl import rut
from stdnum.co import nit
from stdnum.es import cif, dni, nie
from stdnum.pe import ruc
from stdnum.pt import nif
from stdnum.si import ddv
from stdnum.tr import vkn

from receipts.reading.fiscal import tax_numbers as ours

Check = Callable[[str], bool]


def spanish(number: str) -> bool:
    """People, foreigners and companies; the K, L, M of people without a number it does not know."""
    return bool(dni.is_valid(number) or nie.is_valid(number) or cif.is_valid(number))


# Ours, theirs, and the shapes of numbers both know: digits as \\d, what else as it is.
BOTH: dict[str, tuple[Check, Check, str]] = {
    "pt": (ours.pt_nif, nif.is_valid, r"[1235689]\d{8}"),
    "es people": (ours.es_nif, spanish, r"\d{8}[TRWAGMYFPDXBNJZSQVHLCKE]"),
    "es foreigners": (ours.es_nif, spanish, r"[XYZ]\d{7}[TRWAGMYFPDXBNJZSQVHLCKE]"),
    "es companies": (ours.es_nif, spanish, r"[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]"),
    "cl": (ours.cl_rut, rut.is_valid, r"[1-9]\d{7}-[0-9K]"),
    "ar": (ours.ar_cuit, cuit.is_valid, r"(20|23|24|27|30|33|34)\d{9}"),
    "br": (ours.br_cnpj, cnpj.is_valid, r"\d{8}0001\d{2}"),
    "pe": (ours.pe_ruc, ruc.is_valid, r"(10|15|17|20)\d{9}"),
    "co": (ours.co_nit, nit.is_valid, r"[89]\d{8}-\d"),
    "si": (ours.si_tax, ddv.is_valid, r"[1-9]\d{7}"),
    "tr": (ours.tr_number, vkn.is_valid, r"\d{10}"),
}


@pytest.mark.parametrize(("own", "theirs", "shape"), BOTH.values(), ids=BOTH)
def test_both_say_the_same_of_a_number(own: Check, theirs: Check, shape: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(st.from_regex(shape, fullmatch=True, alphabet=st.characters(codec="ascii")))
    def compared(number: str) -> None:
        ends = [number[:-1] + last for last in "0123456789ABCDEFGHIJKLMNPQRSTVWXYZ"]
        assert [one for one in ends if own(one)] == [one for one in ends if theirs(one)]

    compared()
