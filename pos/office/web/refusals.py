"""Every "no" of the service: a problem (RFC 9457) for programs, a page for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from loyalty.errors import LoyaltyError
from pos.office.web.pictures import rendered
from pos.office.wording import sentence
from pos.trouble import TroubleError

# What a rule's no means over HTTP; any other is 422: understood, and not done.
_STATUS = {
    "log-in-wrong": 401,
    "log-in-wait": 429,
    "person-unknown": 404,
    "shop-unknown": 404,
    "terminal-unknown": 404,
    "member-unknown": 404,
    "program-unknown": 404,
    "draft-unknown": 404,
    "aside-unknown": 404,
    "person-exists": 409,
    "shop-exists": 409,
}
PROGRAMS = ("/api/", "/v1/")


class Refused(Exception):  # noqa: N818 - an answer, like the domain's own words
    """The service itself said no, with a status and a code that `wording` has a sentence for."""

    def __init__(self, status: int, code: str, **facts: object) -> None:
        super().__init__(status, code)
        self.status = status
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole response."""

    status: int
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


def as_refused(error: LoyaltyError | TroubleError | Refused) -> Refused:
    """Any expected error as a refusal; the world's are 503 and tell no detail."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, TroubleError):
        return Refused(503, "out-of-order", seconds=5)
    return Refused(_STATUS.get(error.code, 422), error.code, **error.facts)


def answer_to(
    path: str,
    language: str,
    refused: Refused,
    request_id: str,
    frame: Mapping[str, Any] | None = None,
) -> Answer:
    """What a refusal looks like at a path. `frame`: around a page, where it is known who asks."""
    headers: dict[str, str] = {}
    if seconds := refused.facts.get("seconds"):
        headers["retry-after"] = str(seconds)
    if allow := refused.facts.get("allow"):
        headers["allow"] = str(allow)
    if refused.status == 401 and path.startswith(PROGRAMS):
        headers["www-authenticate"] = "Bearer"
    said = sentence(language, refused.code, refused.facts)
    if path.startswith(PROGRAMS):
        problem = _problem(refused, said, request_id)
        return Answer(refused.status, problem, "application/problem+json", headers)
    page = rendered(
        "refused.html",
        language,
        {**(frame or {}), "status": refused.status, "said": said, "request_id": request_id},
    )
    return Answer(refused.status, page, headers=headers)


def _problem(refused: Refused, said: str, request_id: str) -> bytes:
    problem: dict[str, Any] = {
        "type": f"urn:regulars:problem:{refused.code}",
        "title": said,
        "status": refused.status,
        "code": refused.code,
        "facts": {name: value for name, value in refused.facts.items() if _plain(value)},
        "request": request_id,
    }
    return msgspec.json.encode(problem)


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | bool)
