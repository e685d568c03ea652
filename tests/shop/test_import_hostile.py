"""Whatever stands in a file: it is brought in, or told with a code, and never half of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from pos.importing.bringing import KINDS as BROUGHT
from pos.importing.bringing import Wish, bring
from pos.importing.fields import FIELDS
from pos.importing.mapping import Mapping, mapping_from_text
from pos.shop import Shop
from pos.store import verify
from tests.shop.house import open_at

NOTHING = Mapping()
KINDS = sorted(BROUGHT)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["1", "1.00", "2025-05-01", "AAAA", "015112345678", "a@example.com", "-1"]),
    st.sampled_from(
        ["=1+1", "\x1b[31m", "\u202e", "\ud800", "\x00", "'; DROP TABLE entry", "9" * 40]
    ),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    opened = open_at(tmp_path_factory.mktemp("hostile"))
    yield opened
    with opened.store.reading() as view:
        assert not list(verify(view))
    opened.store.close()


def tried(shop: Shop, folder: Path, kind: str, raw: bytes, mapping: Mapping = NOTHING) -> None:
    path = folder / "their.csv"
    path.write_bytes(raw)
    with suppress(LoyaltyError):
        found = bring(shop, kind, path, Wish(mapping))
        assert found.booked == 0 or not found.fault_count
        for fault in found.faults:
            assert fault.line >= 1
            assert fault.code


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kind=st.sampled_from(KINDS), raw=st.binary(max_size=300))
def test_any_bytes(kept: Shop, tmp_path: Path, kind: str, raw: bytes) -> None:
    tried(kept, tmp_path, kind, raw)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_any_cells_below_heads_we_know(
    kept: Shop, tmp_path: Path, data: st.DataObject, kind: str
) -> None:
    names = [f.name if not f.open else f"{f.name}:x" for f in FIELDS[kind]]
    heads = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=8, unique=True))
    row = st.lists(CELLS, min_size=len(heads), max_size=len(heads))
    rows = data.draw(st.lists(row, max_size=5))
    text = io.StringIO()
    csv.writer(text).writerows([heads, *rows])
    tried(kept, tmp_path, kind, text.getvalue().encode("utf-8", "surrogatepass"))
    tried(kept, tmp_path, kind, text.getvalue().encode("utf-16", "surrogatepass"))


@pytest.mark.parametrize("encoding", ["idna", "punycode", "utf-7", "unicode_escape", "undefined"])
def test_encodings_that_no_file_has_are_refused(encoding: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        mapping_from_text(f'encoding = "{encoding}"')
    assert no.value.facts["key"] == "encoding"


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16-le", "shift_jisx0213", "hz", "cp037"])
def test_odd_encodings_are_read_or_refused(kept: Shop, tmp_path: Path, encoding: str) -> None:
    said = mapping_from_text(f'encoding = "{encoding}"')
    for raw in (b"name,phone\nAnna,12\n", bytes(range(256)), b"\\x", b"\xff\xfe\x00\x00"):
        tried(kept, tmp_path, "members", raw, said)


@given(st.text(max_size=200))
def test_any_text_is_a_mapping_or_refused(text: str) -> None:
    with suppress(LoyaltyError):
        mapping_from_text(text)
