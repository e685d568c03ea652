"""Erasing a person: whatever says who they are goes, everywhere; a number and all sums stay.

Out of the ledger file and its log to the byte, out of the program's log, and again out of any older
backup that is ever restored (`erasures`). Older backups themselves rotate: until then they hold the
person, and so do the files a restore has set aside.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import named_source
from loyalty.members.member import Member, MemberStatus, Profile
from loyalty.sales.sale import Occasion
from pos.acts import Act
from pos.erasures import Erasure, beside, listed, note
from pos.keeping import copies_folder
from pos.merging import others_in
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View, Work, forget
from pos.whereabouts import survivor

_SHORTEST_TRACE = 5  # letters: a shorter text is found in any file
_SHORTEST_LINE = 12  # of free text: a shorter line may be many people's
_MOST_REFERRALS = 1_000_000  # open at once
_LOGS = ("regulars.log", "regulars.log.1")


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did.

    `points` stay under the number and end as points do. `gone`: no trace is left in the ledger file
    and its log; False while another window holds the log open (erase again later). `older`: files
    with the books of before, which hold the person until they rotate or are deleted.
    """

    member: UUID
    points: int
    gone: bool
    older: tuple[Path, ...]


def erase(shop: Shop, act: Act, member: UUID, approved: str = "") -> Erased:
    """Erase a person, and the members merged into them. A repeat ends what was cut off.

    Somebody in a household leaves it; its points stay with it.
    Errors: `member-unknown`, `household-others-in` (others use their account: they leave first, or
    found one of their own), `approval-needed`.
    """
    traces: frozenset[str] = frozenset()
    with shop.store.writing() as work:
        person = survivor(work, member)
        if person is None:
            raise LoyaltyError("member-unknown")
        if person.status is not MemberStatus.ERASED:
            if others_in(work, person.id):
                raise LoyaltyError("household-others-in", member=person.name)
            answer = answering(work, act.operator, Right.ERASE, 0, approved)
            traces = frozenset(_traces(work, person))
            _forget_person(work, person, act.occasion(shop, work), answer)
            # Before the commit: cut off in between, the next start ends what was asked for.
            note(beside(shop.store.path), (Erasure(person.id, act.id, act.operator),))
        points = work.account(person.id).balance
    scrub_logs(shop.store.path.parent, traces)
    return Erased(person.id, points, forget(shop.store, traces), _older(shop))


def erase_again(shop: Shop) -> tuple[UUID, ...]:
    """Erase whom an older backup has brought back, at every opening; who it was."""
    known = listed(beside(shop.store.path))
    if not known or not _returned(shop, known):
        return ()
    back: list[UUID] = []
    traces: set[str] = set()
    with shop.store.writing() as work:
        for one in known:
            person = work.member(one.member)
            if person is None or person.status is MemberStatus.ERASED:
                continue
            traces |= set(_traces(work, person))
            act = one.act if not work.entry_of(one.act, Kind.ERASURE) else _next(work, one)
            occasion = Occasion(act, work.now_ms(), shop.today, one.operator)
            _forget_person(work, person, occasion, "")
            back.append(person.id)
    if back:
        forget(shop.store, traces)
    return tuple(back)


def scrub_logs(folder: Path, traces: Collection[str]) -> None:
    """Take texts out of the program's log files, in place: the program goes on writing to them."""
    if not traces:
        return
    sought = re.compile("|".join(re.escape(text) for text in sorted(traces, key=len)[::-1]))
    for file in (folder / name for name in _LOGS):
        if not file.exists():
            continue
        before = file.read_text(encoding="utf-8", errors="replace")
        after = sought.sub("\u2026", before)
        if after != before:
            file.write_text(after, encoding="utf-8")


def _forget_person(work: Work, person: Member, occasion: Occasion, approved: str) -> None:
    for earlier in work.merged_from(person.id):
        _forget(work, earlier.id)
    _forget(work, person.id)
    waiting = work.open_referrals(limit=_MOST_REFERRALS)
    for referral in (one for one in waiting if person.id in (one.friend, one.referrer)):
        work.settle_referral(referral.friend, "lapsed")
    told = {"v": 1, "o": occasion.operator, **({"ok": approved} if approved else {})}
    work.append(
        Entry(
            source=occasion.sale,
            kind=Kind.ERASURE,
            at_ms=occasion.at_ms,
            business_date=occasion.on,
            member=person.id,
            program=0,
            postings=(),
            body=compact(told),
        )
    )


def _forget(work: Work, member: UUID) -> None:
    work.erase_member(member)
    work.forget_answers(member)
    work.forget_cases(member)
    work.forget_messages(member)


def _returned(shop: Shop, known: tuple[Erasure, ...]) -> bool:
    """Whether anybody of the list is there again; asked without keeping others from writing."""
    with shop.store.reading() as view:
        people = [view.member(one.member) for one in known]
    return any(one and one.status is not MemberStatus.ERASED for one in people)


def _next(work: Work, one: Erasure) -> UUID:
    """An id for erasing somebody once more, whom only their card's number brought back."""
    times = sum(1 for _ in work.entries(member=one.member, kind=Kind.ERASURE))
    return named_source("erased", one.member, times)


def _traces(view: View, person: Member) -> Iterator[str]:
    """Texts by which the person would be known again in a file: what nobody else has."""
    for member in (person, *view.merged_from(person.id)):
        texts = [*_texts(member, view.profile(member.id))]
        texts += [card.code for card in view.cards_of(member.id)]
        texts += _long(_said(view, member))
        if not _shared(view, member):
            texts.append(member.name)
        yield from (text for text in texts if len(text) >= _SHORTEST_TRACE)


def _texts(member: Member, profile: Profile) -> Iterator[str]:
    for phone in (member.phone, *profile.phones):
        digits = phone.lstrip("+")
        yield from (phone, digits[::-1])
    yield member.email
    yield from (account for _, account in profile.social)
    yield from _long((profile.address, profile.notes, member.why_blocked))


def _said(view: View, member: Member) -> Iterator[str]:
    """What was written down of their complaints."""
    for case in view.cases_of(member.id):
        yield from (case.words, case.promise, case.resolution)
        yield from (word.words for word in view.case_words(case.id))


def _long(texts: Iterable[str]) -> Iterator[str]:
    free = (line for text in texts for line in text.splitlines())
    yield from (line for line in free if len(line) >= _SHORTEST_LINE)


def _shared(view: View, member: Member) -> bool:
    """Somebody else is called so: the name in the file is theirs."""
    alike = view.find_members(member.name, limit=50) if member.name else ()
    return any(one.id != member.id and member.name in one.name for one in alike)


def _older(shop: Shop) -> tuple[Path, ...]:
    own = shop.store.path
    aside = own.parent.glob(f"{own.name}.replaced-*")
    copies = {*copies_folder(shop).glob("*.db"), *(own.parent / "backups").glob("*.db")}
    return tuple(sorted({*aside, *copies}))
