"""What people told the shop and agreed to, who brought whom, and how a person is forgotten."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.members.member import Consent, Member, MemberStatus, Profile
from loyalty.rules.activity import Referral, ReferralState
from pos.store.columns import day_from, day_number
from pos.store.masters import card, consent, hold, profile, referral
from pos.store.people import PeopleView, PeopleWork
from pos.store.statements import Prepared, Row, given


def _of(table: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.merchant == given("merchant"), table.c.member == given("member"))


_PROFILE = Prepared(sa.select(profile.c.body).where(_of(profile)))
_new_profile = insert(profile)
_KEEP = Prepared(
    _new_profile.on_conflict_do_update(
        index_elements=["merchant", "member"], set_={"body": _new_profile.excluded.body}
    )
)
_CONSENTS = Prepared(
    sa.select(*(consent.c[name] for name in ("what", "given", "at_ms", "place")))
    .where(_of(consent))
    .order_by(consent.c.n)
)
_AGREE = Prepared(consent.insert())
_REFERRALS = sa.select(*(referral.c[name] for name in ("friend", "referrer", "day", "state")))
_MINE = referral.c.merchant == given("merchant")
_REFERRAL = Prepared(_REFERRALS.where(_MINE, referral.c.friend == given("friend")))
_OPEN = Prepared(
    _REFERRALS.where(_MINE, referral.c.state == ReferralState.OPEN.value)
    .order_by(referral.c.day, referral.c.friend)
    .limit(given("most"))
)
_REFER = Prepared(referral.insert())
_SETTLE = Prepared(
    referral.update()
    .where(_MINE, referral.c.friend == given("which"))
    .values(state=given("new_state"))
)
_PERSONAL = tuple(Prepared(table.delete().where(_of(table))) for table in (card, consent, profile))
_LET_GO = Prepared(hold.delete().where(_of(hold)))


class ProfileView(PeopleView):
    """Profiles, consents and referrals, read."""

    __slots__ = ()

    def profile(self, member: UUID) -> Profile:
        """What a member chose to tell; empty where that is nothing."""
        row = self._one(_PROFILE, self.merchant, member.bytes)
        return _profile_from(json.loads(row[0])) if row else Profile()

    def consents(self, member: UUID) -> tuple[Consent, ...]:
        """All that was ever agreed to or taken back, oldest first: the last word on each holds."""
        rows = self._all(_CONSENTS, self.merchant, member.bytes)
        return tuple(Consent(what, bool(given), at, place) for what, given, at, place in rows)

    def referral(self, friend: UUID) -> Referral | None:
        """Who brought a member."""
        row = self._one(_REFERRAL, self.merchant, friend.bytes)
        return _referral_from(row) if row else None

    def open_referrals(self, limit: int = 500) -> tuple[Referral, ...]:
        """Neither rewarded nor refused yet, oldest first."""
        return tuple(map(_referral_from, self._all(_OPEN, self.merchant, limit)))


class ProfileWork(PeopleWork, ProfileView):
    """Profiles, consents and referrals, written."""

    __slots__ = ()

    def keep_profile(self, member: UUID, profile: Profile) -> None:
        """LoyaltyError `member-unknown`."""
        self._known(member)
        self._do(_KEEP, self.merchant, member.bytes, compact(asdict(profile)))
        self.say("profile", member.hex)

    def add_consent(self, member: UUID, consent: Consent) -> None:
        """LoyaltyError `member-unknown`."""
        self._known(member)
        number = len(self.consents(member))
        told = (consent.what, int(consent.given), consent.at_ms, consent.where)
        self._do(_AGREE, self.merchant, member.bytes, number, *told)
        self.say("consent", f"{member.hex}:{consent.what}")

    def add_referral(self, referral: Referral) -> None:
        """LoyaltyError `referral-exists`: a friend is referred once."""
        if self.referral(referral.friend) is not None:
            raise LoyaltyError("referral-exists")
        people = (referral.friend.bytes, referral.referrer.bytes)
        state = ReferralState(referral.state).value
        self._do(_REFER, self.merchant, *people, day_number(referral.on), state)
        self.say("referral", referral.friend.hex)

    def settle_referral(self, friend: UUID, state: ReferralState | str) -> None:
        """LoyaltyError `referral-unknown`."""
        settled = ReferralState(state).value
        if not self._do(_SETTLE, settled, self.merchant, friend.bytes):
            raise LoyaltyError("referral-unknown", text=str(friend))
        self.say("referral", friend.hex)

    def erase_member(self, member: UUID) -> None:
        """The person goes: name, phone, address, words, profile, consents, cards. The number stays.

        What was written is overwritten, as every connection does. LoyaltyError `member-unknown`.
        """
        found = self.member(member)
        if found is None:
            raise LoyaltyError("member-unknown")
        nobody = Member(member, "", "", found.joined_on, status=MemberStatus.ERASED)
        self.change_member(replace(nobody, merged_into=found.merged_into))
        for statement in (*_PERSONAL, _LET_GO):
            self._do(statement, self.merchant, member.bytes)


def _profile_from(told: dict[str, Any]) -> Profile:
    lists = {name: tuple(told[name]) for name in ("likes", "dislikes", "brands", "phones")}
    social = tuple((network, name) for network, name in told["social"])
    return Profile(told["address"], social=social, notes=told["notes"], **lists)


def _referral_from(row: Row) -> Referral:
    friend, referrer, day, state = row
    on: date = day_from(day)
    return Referral(UUID(bytes=friend), UUID(bytes=referrer), on, ReferralState(state))
