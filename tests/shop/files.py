"""Files of other systems for the tests of imports, and the shop they go into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from loyalty.ledger.entry import Entry
from pos.importing.bringing import Outcome, Wish, bring
from pos.importing.mapping import Mapping, mapping_from_text
from pos.shop import Shop
from pos.store import verify

Brought = Callable[..., Outcome]


class Desk:
    """Writes files, brings them into a shop, and looks at what the books hold then."""

    def __init__(self, shop: Shop, folder: Path) -> None:
        self.shop = shop
        self.folder = folder

    def file(self, text: str, encoding: str = "utf-8", name: str = "their.csv") -> Path:
        """A file with a text in it."""
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        return path

    def bring(
        self, kind: str, text: str, mapping: str = "", encoding: str = "utf-8", **wish: object
    ) -> Outcome:
        """A text brought in as a file of a kind; `mapping` is the text of a mapping file."""
        said = mapping_from_text(mapping) if mapping else Mapping()
        return bring(self.shop, kind, self.file(text, encoding), Wish(said, **wish))  # type: ignore[arg-type]

    def entries(self) -> list[Entry]:
        """All entries of the books, which must be whole."""
        with self.shop.store.reading() as view:
            assert not list(verify(view))
            return list(view.entries())

    def faults(self, found: Outcome) -> list[tuple[int, str, str]]:
        """Line, column and code of each fault."""
        return [(one.line, one.column, one.code) for one in found.faults]


def rows(*lines: str) -> str:
    """Lines as the text of a file."""
    return "".join(f"{line}\n" for line in lines)


def numbered(first: int, last: int) -> Iterator[str]:
    """Rows of sales, each of its own receipt, a minute apart, for the member with card 1000."""
    for n in range(first, last + 1):
        yield f"2025-11-0{1 + n // 60} 10:{n % 60:02d},R{n},1000,{n}.50"
