"""Names of months as receipts shorten them: the first letters, in the languages we meet."""

from __future__ import annotations

from receipts.reading.text.fold import folded

_NAMES = (
    "jan janv ene gen tammi sty led",
    "feb fev fevr helmi lut uno",
    "mar mars mrz marz maerz mrt maalis bre",
    "apr avr abr huhti kwi dub",
    "may mai maj mei mag touko kve",
    "jun juin giu kesa cze cer",
    "jul juil lug heina lip",
    "aug aout ago elo sie srp",
    "sep sept set syys wrz zar",
    "oct okt out ott loka paz rij",
    "nov marras lis",
    "dec dez des dic dis joulu gru pro",
)
_MONTHS = {name: number for number, row in enumerate(_NAMES, 1) for name in row.upper().split()}
_LONGEST = max(map(len, _MONTHS))


def month_of(name: str) -> int | None:
    """1 to 12 for a name or its beginning ("Sept.", "März", "AGOSTO"); None for any other word."""
    word = folded(name).replace(" ", "")
    for length in range(min(len(word), _LONGEST), 2, -1):
        if (month := _MONTHS.get(word[:length])) is not None:
            return month
    return None
