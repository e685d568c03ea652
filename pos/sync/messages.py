"""The messages of protocol 1 between a terminal and head office, as typed JSON.

Bytes travel as base64, ids as 16 bytes. Readers pass over fields they do not know, so that a newer
side may add some; a field is never given another meaning. Times are UTC milliseconds.
"""

from __future__ import annotations

import msgspec

PROTOCOL = 1
MOST_ENTRIES = 1_000  # in one push; head office may ask for fewer
MOST_HASHES = 64  # asked for in one step of the search for a common entry
MOST_TOLD = 500
MOST_EPOCHS = 64


class Place(msgspec.Struct, array_like=True, frozen=True):
    """How far an epoch goes on one side: its last number there, and the hash of that entry."""

    epoch: int
    seq: int
    hash: bytes


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Head office has an epoch up to `seq`, whose hash it names; signed, to be kept as proof.

    `own`: how far head office's own chain was then. A head office that knows less of itself than a
    receipt of its own says was restored from a backup.
    """

    terminal: int
    epoch: int
    seq: int
    hash: bytes
    at_ms: int
    own_epoch: int
    own_seq: int
    signature: bytes = b""


class Hello(msgspec.Struct, frozen=True, kw_only=True):
    """A terminal begins a session. `at`: its epochs, oldest first, as far as they may be unsent."""

    app: str
    protocol: tuple[int, int] = (PROTOCOL, PROTOCOL)
    at: tuple[Place, ...] = ()
    receipt: Receipt | None = None
    now_ms: int = 0  # by the terminal's own clock: to be told when it is wrong
    machine: str = ""  # a mark of the machine: another one under the same name is a copy
    unsent: int = 0
    office: int = 0  # the epoch of head office's own chain as the terminal last heard it
    health: tuple[str, ...] = ()
    said: int = 0  # the newest `Told.rev`: with a lower one of its own, head office was restored


class Welcome(msgspec.Struct, frozen=True, kw_only=True):
    """A session begins. `at`: of each epoch asked, the number that is next, and head office's hash
    at the lower of both sides' last numbers (empty for 0).

    `clear`: everything held must be sent back first (`rights-cleared`), nothing is granted before.
    `lease_ms`: what is granted may be spent until then, by head office's clock.
    """

    nonce: bytes
    server_ms: int
    lease_ms: int
    at: tuple[Place, ...] = ()
    clear: bool = False
    state: str = "active"  # or "suspended": a copy of it is at work; "retired"
    protocol: int = PROTOCOL
    most: int = MOST_ENTRIES
    floor: tuple[int, int] = (0, 0)
    shop: int = 0
    newest: int = 0  # the newest epoch under this name: behind ours, another machine goes by it
    office: int = 0  # the epoch of head office's own chain: another one, and it was restored
    min_app: str = ""


class AskHashes(msgspec.Struct, frozen=True, kw_only=True):
    """What head office has at some numbers of an epoch."""

    epoch: int
    seqs: tuple[int, ...]


class Hashes(msgspec.Struct, frozen=True, kw_only=True):
    """In the order asked; empty where it has none."""

    hashes: tuple[bytes, ...]


class AskEpoch(msgspec.Struct, frozen=True, kw_only=True):
    """A branch was found: entries of `epoch` up to `common` are on both sides, `head` is the last
    here. `id` was made and kept before it was sent, so that a repeat gets the same answer.

    `branches`: (epoch, common, known as) of the terminal's earlier branches.
    """

    id: bytes
    epoch: int
    common: int
    head: int
    newest: int  # the highest epoch the terminal knows of
    known_as: int = 0  # the name head office gave the branch, and forgot as it was restored
    branches: tuple[tuple[int, int, int], ...] = ()


class NewEpoch(msgspec.Struct, frozen=True, kw_only=True):
    """`known_as`: the branch's epoch at head office, 0 where there is no branch. `epoch`: where the
    terminal goes on.
    """

    known_as: int
    epoch: int


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Line 1 of a push; the entries follow, one a line. `base`: hash before the first of them,
    `head`: that of the last. The others are computed: they need no line of the wire.

    `told` of the masters that these entries speak of travel in `Told`, before the push.
    """

    epoch: int
    first: int
    n: int
    base: bytes
    head: bytes
    branches: tuple[tuple[int, int, int], ...] | None = None
    """As in `AskEpoch`, the names of these lines: head office may not know the epoch, its newest
    may be another machine's, and books may branch off while an epoch is half sent. None: those of
    the line before, or of the epoch before.
    """


class Pushed(msgspec.Struct, frozen=True, kw_only=True):
    """`next`: the number head office wants now. `receipt` proves what it has.

    `why`: `gap` (it has less than thought), `branch` (another entry stands there), `` (fine).
    `recall`: members whose points and stamps, and codes whose vouchers, it asks back, of a hub also
    those of tills that it cannot hear itself; `tills`: members that it asks those for.
    """

    next: int
    receipt: Receipt | None = None
    why: str = ""
    recall: tuple[bytes, ...] = ()
    vouchers: tuple[str, ...] = ()
    tills: tuple[bytes, ...] = ()
    set_aside: tuple[tuple[int, str], ...] = ()  # (seq, why)
    slow_ms: int = 0
    most: int = MOST_ENTRIES


class Doc(msgspec.Struct, frozen=True, kw_only=True):
    """The newest word on something that may change: of a later stamp wins, then of a higher
    terminal. `body` is JSON text of its topic; empty: it is gone.
    """

    topic: str
    key: str
    stamp: int
    terminal: int
    body: str


class Tell(msgspec.Struct, frozen=True, kw_only=True):
    """Masters that changed at the terminal, in the order they did; `upto` names the last."""

    docs: tuple[Doc, ...]
    upto: int
    office: int = 0  # as in `Hello`
    said: int = 0  # as in `Hello`


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Head office has them up to `upto`; `refused`: (key, why); `rev`: its count of changes."""

    upto: int
    refused: tuple[tuple[str, str], ...] = ()
    rev: int = 0


class Pull(msgspec.Struct, frozen=True, kw_only=True):
    """What changed behind `after`, head office's own count of changes; and the notes for us."""

    after: int
    office: int = 0  # as in `Hello`
    most: int = MOST_TOLD
    said: int = 0  # as in `Hello`


class Elsewhere(msgspec.Struct, array_like=True, frozen=True):
    """What a member has outside this terminal, as of head office's knowledge."""

    member: bytes
    points: int
    pending: int
    as_of_ms: int
    days: tuple[tuple[int, int, int, int, int, int], ...]
    """Of other terminals: day, visits, spend, earned, qualifying, acts."""
    counts: tuple[tuple[str, int, int], ...]
    """Of other terminals: name, day (0: none), amount."""


class Pulled(msgspec.Struct, frozen=True, kw_only=True):
    """`upto`: where to go on. `notes`: entries of head office as lines of a push, with its names.

    `givers`: terminal and epoch of each note's giver; absent: head office gave them all.
    `recall`, `vouchers` as in `Pushed`. `more`: ask again at once.
    """

    upto: int
    docs: tuple[Doc, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    shop: tuple[tuple[str, int, int], ...] = ()  # the shop's own counts elsewhere, as above
    notes: tuple[str, ...] = ()
    recall: tuple[bytes, ...] = ()
    vouchers: tuple[str, ...] = ()
    tills: tuple[bytes, ...] = ()
    givers: tuple[tuple[int, int], ...] = ()
    more: bool = False
    server_ms: int = 0
    lease_ms: int = 0
    office: int = 0  # as in `Welcome`


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """Anything new for us? Outside the session, and it changes nothing: it may be held for long
    while the session goes on. `mark`: what was answered last.
    """

    mark: bytes = b""
    wait_ms: int = 0


class Waited(msgspec.Struct, frozen=True, kw_only=True):
    """Another mark than the one asked with: there is something to pull."""

    mark: bytes


class Reserve(msgspec.Struct, frozen=True, kw_only=True):
    """A member stands at the counter and wants more than is usable here; or a voucher lies there.

    A repeat is the same wish: what was granted meanwhile comes with it.
    """

    member: bytes = b""
    need: int = 0
    voucher: str = ""


class Reserved(msgspec.Struct, frozen=True, kw_only=True):
    """`notes`: what is granted, `givers` as in `Pulled`. `asked`: other holders were asked, try
    again after `wait_ms`.

    `held`: (terminal, its name, points) where the rest is. `total` of the member as of now, as far
    as head office has heard of this terminal; `elsewhere`: what is neither here nor in `notes`,
    which holds whatever is unsent here.
    """

    notes: tuple[str, ...] = ()
    givers: tuple[tuple[int, int], ...] = ()
    total: int = 0
    elsewhere: int | None = None
    pending: int = 0
    as_of_ms: int = 0
    held: tuple[tuple[int, str, int], ...] = ()
    asked: bool = False
    wait_ms: int = 0
    known: bool = True


class Find(msgspec.Struct, frozen=True, kw_only=True):
    """A sale of another terminal, to be returned here."""

    terminal: int
    epoch: int
    seq: int


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The sale's entry and those of its returns, as lines; none where it is unknown."""

    entries: tuple[str, ...] = ()
    keys: tuple[tuple[int, int, int], ...] = ()


class AskClaim(msgspec.Struct, frozen=True, kw_only=True):
    """Where a receipt was credited, before it is credited here; `source`: its first one."""

    source: bytes


class ClaimTold(msgspec.Struct, frozen=True, kw_only=True):
    """The newest word on it, which a pull would bring sooner or later; none where there is none."""

    word: Doc | None = None


class Enrol(msgspec.Struct, frozen=True, kw_only=True):
    """A new terminal with a manager's one-time code. `terminal`: the number it has so far."""

    code: str
    public: bytes
    app: str
    terminal: int = 0
    epoch: int = 1  # it numbers in
    entries: int = 0  # it brings so many
    machine: str = ""


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal's number and shop, and the key head office signs with."""

    terminal: int
    shop: int
    shop_name: str
    office: bytes
    merchant_name: str = ""


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """Head office says no: a code, and how long to wait before the next try."""

    code: str
    facts: dict[str, str | int] = {}
    retry_ms: int = 0


REPLIES: dict[str, tuple[type[msgspec.Struct], type[msgspec.Struct]]] = {
    "session": (Hello, Welcome),
    "hashes": (AskHashes, Hashes),
    "epoch": (AskEpoch, NewEpoch),
    "push": (Batch, Pushed),
    "tell": (Tell, Told),
    "pull": (Pull, Pulled),
    "reserve": (Reserve, Reserved),
    "find": (Find, Found),
    "claim": (AskClaim, ClaimTold),
    "enrol": (Enrol, Enrolled),
}
"""By the last part of the address: what is asked, and what is answered."""
