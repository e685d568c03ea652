"""How a terminal's entries are named at head office: other names from a number on, and no others
before.
"""

from __future__ import annotations

import pytest

from loyalty.rights.lineage import Lineage
from pos.office.ledger.names import Names

FIRST = Lineage.from_rows(4, [(2, 4, 5)])
LATER = Lineage.from_rows(4, [(2, 4, 5), (2, 4, 27)])


def test_what_was_sent_reads_as_it_was_sent() -> None:
    names = Names.all_along(FIRST).then(8, LATER)
    assert [names.at(seq) for seq in (0, 1, 7, 8, 900)] == [FIRST, FIRST, FIRST, LATER, LATER]
    assert names.newest == LATER
    assert names.then(12, LATER) == names


def test_names_in_which_nothing_was_sent_are_forgotten() -> None:
    assert Names.all_along(FIRST).then(1, LATER) == Names.all_along(LATER)
    assert Names.all_along(FIRST).then(8, LATER).then(8, FIRST) == Names.all_along(FIRST)


@pytest.mark.parametrize(
    "names", [Names(), Names.all_along(LATER), Names.all_along(FIRST).then(8, LATER)]
)
def test_stored_names_are_read_back(names: Names) -> None:
    assert Names.read(4, names.text()) == names


def test_names_stored_before_they_could_change_are_read() -> None:
    assert Names.read(4, "[[2, 4, 5]]") == Names.all_along(FIRST)
    assert Names.read(4, "[]") == Names()
