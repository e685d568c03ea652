"""Who said what last: every change of a person, card or voucher, stamped to be told head office.

Of two words on the same thing the later stamp counts, then the higher terminal; a stamp is the
clock's, but always behind the word it answers, so that a slow clock cannot undo what it has seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from pos.clock import milliseconds
from pos.store.link import OFFSET
from pos.store.masters import setting
from pos.store.statements import Prepared, Rows, given
from pos.store.sync_tables import word

OFFICE_TERMINAL = "office-terminal"
"""The setting with the number head office knows this terminal by; absent: there is none."""

_LINKED = Prepared(
    sa.select(sa.literal_column("1")).where(
        word.c.merchant == given("merchant"), word.c.topic == "", word.c.name == OFFICE_TERMINAL
    )
)
_OF = Prepared(
    sa.select(word.c.stamp, word.c.terminal, word.c.n).where(
        word.c.merchant == given("merchant"),
        word.c.topic == given("topic"),
        word.c.name == given("name"),
    )
)
_NEXT = Prepared(
    sa.select(sa.func.coalesce(sa.func.max(word.c.n), 0) + 1).where(
        word.c.merchant == given("merchant"), word.c.n > 0
    )
)
_OFFSET = Prepared(
    sa.select(setting.c.value).where(
        setting.c.merchant == given("merchant"), setting.c.name == OFFSET
    )
)
_fresh = insert(word)
_KEEP = Prepared(
    _fresh.on_conflict_do_update(
        index_elements=["merchant", "topic", "name"],
        set_={name: _fresh.excluded[name] for name in ("stamp", "terminal", "n")},
    )
)
_UNTOLD = Prepared(
    sa.select(word.c.n, word.c.topic, word.c.name, word.c.stamp)
    .where(word.c.merchant == given("merchant"), word.c.n > 0)
    .order_by(word.c.n)
    .limit(given("most"))
)
_UNTOLD_ONE = Prepared(
    sa.select(word.c.n, word.c.topic, word.c.name, word.c.stamp).where(
        word.c.merchant == given("merchant"),
        word.c.topic == given("topic"),
        word.c.name == given("name"),
        word.c.n > 0,
    )
)
_EVERY = Prepared(
    sa.select(word.c.merchant, word.c.topic, word.c.name)
    .where(
        word.c.merchant == given("merchant"),
        word.c.topic != sa.literal_column("''"),
        word.c.topic != sa.literal_column("'program'"),
    )
    .order_by(word.c.stamp)
)
_NUMBER = Prepared(
    word.update()
    .where(*(word.c[name] == given(f"of_{name}") for name in ("merchant", "topic", "name")))
    .values(n=given("n"))
)
_TOLD = Prepared(
    word.update()
    .where(word.c.merchant == given("merchant"), word.c.n > 0, word.c.n <= given("upto"))
    .values(n=0)
)
_COUNT = Prepared(
    sa.select(sa.func.count()).where(word.c.merchant == given("merchant"), word.c.n > 0)
)


@dataclass(frozen=True, slots=True)
class Word:
    """Something that changed here and was not told yet."""

    n: int
    topic: str
    name: str
    stamp: int


class WordView(Rows):
    """Words, read."""

    __slots__ = ()

    def untold(self, most: int) -> tuple[Word, ...]:
        """What head office was not told yet, in the order it was said."""
        return tuple(Word(*row) for row in self._all(_UNTOLD, self.merchant, most))

    def untold_word(self, topic: str, name: str) -> Word | None:
        """A word on one thing, if head office was not told it yet."""
        row = self._one(_UNTOLD_ONE, self.merchant, topic, name)
        return Word(*row) if row else None

    def said(self, topic: str, name: str) -> tuple[int, int] | None:
        """Stamp and terminal of the newest word on something."""
        row = self._one(_OF, self.merchant, topic, name)
        return (row[0], row[1]) if row else None

    def untold_count(self) -> int:
        """How many words head office was not told yet."""
        row = self._one(_COUNT, self.merchant)
        return row[0] if row else 0


class WordWork(WordView):
    """Words, kept in the transaction that changes what they are about."""

    __slots__ = ("_linked", "hearing")

    def __init__(self, *place: object) -> None:
        super().__init__(*place)  # type: ignore[arg-type]  # handed on as they came
        self._linked: bool | None = None
        self.hearing = False
        """What is written now was said by others: it is not told again."""

    def linked(self) -> bool:
        """Whether there is a head office to tell."""
        if self._linked is None:
            self._linked = self._one(_LINKED, self.merchant) is not None
        return self._linked

    def link(self) -> None:
        """From now on every change is kept to be told."""
        self._do(_KEEP, self.merchant, "", OFFICE_TERMINAL, 0, self.terminal, 0)
        self._linked = True

    def say(self, topic: str, name: str) -> None:
        """Something changed here; nothing is kept where nobody is to be told."""
        if self.hearing or not self.linked():
            return
        before = self._one(_OF, self.merchant, topic, name)
        offset = self._one(_OFFSET, self.merchant)
        now = milliseconds(self._clock.now()) + (int(offset[0]) if offset else 0)
        stamp = max(now, before[0] + 1 if before else 0)
        row = self._one(_NEXT, self.merchant)
        assert row is not None
        self._do(_KEEP, self.merchant, topic, name, stamp, self.terminal, row[0])

    def hear(self, topic: str, name: str, stamp: int, terminal: int) -> bool:
        """Head office's word; whether it changes anything. What was told it has judged already; of
        what is still to be told the later stamp counts.
        """
        before = self._one(_OF, self.merchant, topic, name)
        if before is not None:
            known, said = (before[0], before[1]), (stamp, terminal)
            if said == known or (before[2] > 0 and said < known):
                return False
        self._do(_KEEP, self.merchant, topic, name, stamp, terminal, 0)
        return True

    def tell_everything(self) -> None:
        """Head office forgot what it was told (it was restored): all that is known here is to be
        told again, other terminals' words too.
        """
        first = self._one(_NEXT, self.merchant)
        assert first is not None
        every = self._all(_EVERY, self.merchant)
        self._do_many(_NUMBER, [(first[0] + n, *place) for n, place in enumerate(every)])

    def told(self, upto: int) -> None:
        """Head office knows them now; what was said again meanwhile has a higher number."""
        self._do(_TOLD, self.merchant, upto)
