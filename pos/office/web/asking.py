"""What a page or a call is asked: who asks, what they typed, in which language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pos.office.desk.core import HeadOffice
from pos.office.people.accounts import House, Person
from pos.office.people.auditing import Actor
from pos.office.people.duties import Right
from pos.office.web.parts import Parts
from pos.office.web.refusals import Refused


@dataclass(frozen=True, slots=True)
class Ask:
    """A request whose bounds were checked. `token`: of the visit; `form`: what was typed, each
    name with all its values; `person`: who logged in, None on public pages without; `origin`:
    scheme, name and port by which head office was reached.
    """

    parts: Parts
    path: str
    named: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, tuple[str, ...]]
    body: bytes
    address: str
    language: str
    token: str
    csrf: str
    person: Person | None
    origin: str = ""

    @property
    def house(self) -> House:
        """Whose head office it is."""
        return self.parts.house

    @property
    def office(self) -> HeadOffice:
        """Who books; Refused `out-of-order` where only looking was set up."""
        if self.parts.office is None:
            raise Refused(503, "out-of-order", seconds=5)
        return self.parts.office

    @property
    def who(self) -> Person:
        """Who logged in; only where a page is not public."""
        assert self.person is not None
        return self.person

    @property
    def actor(self) -> Actor:
        """Who acts, for the audit log."""
        return Actor(self.person.id if self.person else None, self.address)

    def typed(self, name: str) -> str:
        """A field of the form, without blanks around it."""
        return self.form.get(name, ("",))[-1].strip()

    def id(self, name: str) -> UUID:
        """A part of the path that is an id; Refused `not-found`."""
        try:
            return UUID(self.named[name])
        except ValueError:
            raise Refused(404, "not-found") from None

    def number(self, name: str) -> int:
        """A part of the path that is a number; Refused `not-found`."""
        text = self.named[name]
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise Refused(404, "not-found")
        return int(text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A template and what stands in it."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True)
class Moved:
    """Go on at another page of ours. `token`: the visit from now on (empty: ended; None: as is)."""

    to: str
    token: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """Something to keep; `name` in plain letters, without quotes."""

    name: str
    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a form's target. Without `right` everybody who logged in may; `public`: anybody.

    `menu`: the wording's key in the navigation. `slow`: asks for a password, so few at once.
    `signed`: its address is the proof, so it may be posted from anywhere (RFC 8058).
    """

    path: str
    does: Callable[[Ask], Shown | Moved | File]
    method: str = "GET"
    right: Right | None = None
    public: bool = False
    menu: str = ""
    slow: bool = False
    most: int = 0
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the management API: `does(ask, given)` gives a value of the type `answer`.

    `given` is of the type `takes`: the JSON body, or for GET the query; None without.
    """

    path: str
    does: Callable[[Ask, Any], Any]
    answer: Any
    summary: str
    method: str = "GET"
    takes: Any = None
    right: Right | None = None
    public: bool = False
    slow: bool = False
    most: int = 0
    status: int = 200


def let_in(person: Person | None, spec: Page | Call, once_path: str = "") -> None:
    """Refused `log-in-first`, `not-allowed` or `password-first`, if any of them."""
    if spec.public:
        return
    if person is None:
        raise Refused(401, "log-in-first")
    if person.once and spec.path != once_path:
        raise Refused(403, "password-first")
    if spec.right is not None and not person.may(spec.right):
        raise Refused(403, "not-allowed")
