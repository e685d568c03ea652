"""From a request to an answer: bounds on the event loop, everything else in a worker's thread."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from loyalty.errors import LoyaltyError
from pos.office.people.accounts import Person
from pos.office.people.logging_in import person_in
from pos.office.web import visits
from pos.office.web.asking import Ask, Call, File, Moved, Page, Shown, let_in
from pos.office.web.bodies import body_of, refuse_body
from pos.office.web.menu import menu_for
from pos.office.web.parts import Parts
from pos.office.web.pictures import rendered
from pos.office.web.rates import Buckets, network
from pos.office.web.refusals import Answer, Refused, answer_to, as_refused
from pos.office.web.repeats import Wish, once
from pos.office.web.terminals import TerminalDoor
from pos.office.web.workers import Workers
from pos.office.wording import chosen
from pos.trouble import TroubleError

PASSWORD = "/password"
LOG_IN = "/log-in"
LANGUAGE_COOKIE = "regulars-language"
_MOST_FIELDS = 200
_LANGUAGE_S = 365 * 24 * 3600
_BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]{20,100})", re.ASCII)

Spec = TypeVar("Spec", Page, Call)
Endpoint = Callable[[Request], Awaitable[Response]]


class Dispatch:
    """Makes routes of pages and calls, which share the workers and the rates."""

    def __init__(self, parts: Parts, menu: Sequence[Page]) -> None:
        bounds = parts.bounds
        self._parts = parts
        self._menu = menu
        self._workers = Workers(bounds.threads, bounds.waiting)
        self._log_ins = Workers(bounds.log_ins, bounds.waiting)
        self._guesses = Buckets(bounds.log_in_rate, bounds.log_in_burst)
        self.door = TerminalDoor(parts.desk, self._workers, bounds)

    def pages(self, pages: Sequence[Page]) -> list[Route]:
        """One route for each path, with all its methods."""
        return _routes(pages, self._page)

    def calls(self, calls: Sequence[Call]) -> list[Route]:
        """The same for the management API."""
        return _routes(calls, self._call)

    def terminals(self) -> list[Route]:
        """Everything under /v1, which the terminals' desk tells apart itself."""
        endpoint = _guarded("/v1", self.door.serve)
        return [Route("/v1/{rest:path}", endpoint, methods=["GET", "POST"])]

    async def _page(self, request: Request, page: Page) -> Response:
        typed = await self._body(request, page)
        work = partial(self._answer_page, request, page, typed)
        return _response(await self._run(page, request, work))

    async def _call(self, request: Request, call: Call) -> Response:
        body = await self._body(request, call)
        if body and _media_type(request) != "application/json":
            raise Refused(415, "json-wanted")
        work = partial(self._answer_call, request, call, body)
        return _response(await self._run(call, request, work))

    async def _body(self, request: Request, spec: Page | Call) -> bytes:
        if spec.method == "GET":
            return b""
        if isinstance(spec, Call) and spec.takes is None:
            refuse_body(request)
            return b""
        bounds = self._parts.bounds
        return await body_of(request, spec.most or bounds.page_body, bounds)

    async def _run(self, spec: Page | Call, request: Request, work: Callable[[], Answer]) -> Answer:
        if not (spec.slow and spec.method != "GET"):
            return await self._workers.run(work)
        if seconds := self._guesses.wait_s(network(_address(request))):
            raise Refused(429, "too-many", seconds=seconds)
        return await self._log_ins.run(work)

    def _answer_page(self, request: Request, page: Page, typed: bytes) -> Answer:
        parts = self._parts
        known = visits.token_of(parts, request)
        token = known or visits.fresh()
        person = person_in(parts.engine, parts.house, token) if known else None
        ask = self._ask(request, token, person, typed=typed)
        try:
            let_in(person, page, PASSWORD)
            if page.method != "GET" and not page.signed:
                _same_visit(request, ask)
            found = page.does(ask)
        except (LoyaltyError, Refused) as error:
            refused = as_refused(error)
            request.scope["regulars.code"] = refused.code
            if moved := _instead(request, refused):
                return _moved(parts, ask, moved)
            request_id = request.scope["regulars.id"]
            return answer_to(ask.path, ask.language, refused, request_id, self._frame(ask))
        if isinstance(found, Moved):
            return _moved(parts, ask, found)
        if isinstance(found, File):
            named = {"content-disposition": f'attachment; filename="{found.name}"'}
            return Answer(200, found.body, found.kind, named)
        headers = {} if known else {"set-cookie": visits.cookie(parts, token)}
        return Answer(found.status, self._drawn(ask, found), headers=headers)

    def _drawn(self, ask: Ask, found: Shown) -> bytes:
        return rendered(found.template, ask.language, {**self._frame(ask), **found.values})

    def _frame(self, ask: Ask) -> dict[str, Any]:
        """What stands around a page: who is logged in, where they may go."""
        return {
            "person": ask.person,
            "navigation": menu_for(ask.person, self._menu, ask.path),
            "csrf": ask.csrf,
            "path": ask.path,
        }

    def _answer_call(self, request: Request, call: Call, body: bytes) -> Answer:
        parts = self._parts
        bearer = _BEARER.fullmatch(request.headers.get("authorization", ""))
        token = bearer[1] if bearer else ""
        person = person_in(parts.engine, parts.house, token) if token else None
        let_in(person, call)
        ask = self._ask(request, token, person, body=body)
        given = _given(ask, call)

        def do() -> Answer:
            value = call.does(ask, given)
            return Answer(call.status, msgspec.json.encode(value), "application/json")

        key = request.headers.get("idempotency-key", "")
        if not key or person is None or call.method == "GET":
            return do()
        wish = Wish(key, str(person.id), call.method, ask.path, body)
        return once(parts.engine, parts.house, wish, do)

    def _ask(
        self,
        request: Request,
        token: str,
        person: Person | None,
        *,
        typed: bytes = b"",
        body: bytes = b"",
    ) -> Ask:
        form: dict[str, tuple[str, ...]] = {}
        for name, value in _pairs(typed.decode("utf-8", "replace")):
            form[name] = (*form.get(name, ()), value)
        return Ask(
            parts=self._parts,
            path=request.url.path,
            named=request.path_params,
            query=dict(_pairs(request.url.query)),
            form=form,
            body=body,
            address=_address(request),
            language=language_of(request),
            token=token,
            csrf=visits.csrf_of(self._parts, token),
            person=person,
            origin=_origin(self._parts, request),
        )


def language_of(request: Request) -> str:
    """The language of an answer: the one chosen before, else what the browser asks for."""
    return chosen(
        request.cookies.get(LANGUAGE_COOKIE, ""), request.headers.get("accept-language", "")
    )


def _routes(
    specs: Sequence[Spec], serve: Callable[[Request, Spec], Awaitable[Response]]
) -> list[Route]:
    paths: dict[str, dict[str, Spec]] = {}
    for spec in specs:
        assert spec.method not in paths.setdefault(spec.path, {}), (spec.path, spec.method)
        paths[spec.path][spec.method] = spec
    return [
        Route(path, _endpoint(path, methods, serve), methods=list(methods))
        for path, methods in paths.items()
    ]


def _endpoint(
    path: str,
    methods: Mapping[str, Spec],
    serve: Callable[[Request, Spec], Awaitable[Response]],
) -> Endpoint:
    async def choose(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        return await serve(request, methods[method])

    return _guarded(path, choose)


def _guarded(path: str, serve: Endpoint) -> Endpoint:
    """An endpoint whose expected errors are answered; `path` is what the log calls it."""

    async def endpoint(request: Request) -> Response:
        request.scope["regulars.route"] = path
        try:
            return await serve(request)
        except (LoyaltyError, TroubleError, Refused) as error:
            return refusal(request, as_refused(error))

    return endpoint


def refusal(request: Request, refused: Refused) -> Response:
    """A refusal as a response."""
    request.scope["regulars.code"] = refused.code
    request_id = request.scope.get("regulars.id", "")
    path = request.scope["path"]
    return _response(answer_to(path, language_of(request), refused, request_id))


def _response(answer: Answer) -> Response:
    headers = {"cache-control": "no-store", **answer.headers}
    return Response(answer.body, answer.status, headers, media_type=answer.kind)


def _instead(request: Request, refused: Refused) -> Moved | None:
    """Where a person is sent who only has to do something else first."""
    if refused.code == "log-in-first" and request.method in ("GET", "HEAD"):
        return Moved(LOG_IN)
    return Moved(PASSWORD) if refused.code == "password-first" else None


def _moved(parts: Parts, ask: Ask, moved: Moved) -> Answer:
    headers = {"location": moved.to}
    if moved.token is not None:
        headers["set-cookie"] = visits.cookie(parts, moved.token)
    elif moved.language:
        secure = "; Secure" if parts.door.tls else ""
        headers["set-cookie"] = (
            f"{LANGUAGE_COOKIE}={moved.language}; Path=/; Max-Age={_LANGUAGE_S}"
            f"; HttpOnly; SameSite=Lax{secure}"
        )
    return Answer(303, headers=headers)


def _same_visit(request: Request, ask: Ask) -> None:
    """Refused `form-stale` unless the form came from a page of this visit (CSRF)."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "")
    ours = origin in ("", ask.origin)
    given = ask.form.get("csrf", ("",))[-1]
    if site not in ("same-origin", "none") or not ours or not visits.same(given, ask.csrf):
        raise Refused(403, "form-stale")


def _given(ask: Ask, call: Call) -> Any:
    if call.takes is None:
        return None
    try:
        if call.method == "GET":
            return msgspec.convert(dict(ask.query), call.takes, strict=False)
        return msgspec.json.decode(ask.body, type=call.takes)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Refused(400, "json-wrong", said=str(error)[:200]) from None


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise Refused(400, "bad-request") from None


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _origin(parts: Parts, request: Request) -> str:
    scheme = "https" if parts.door.tls else "http"
    return f"{scheme}://{request.headers.get('host', '')}"


def _address(request: Request) -> str:
    """Who asks; the envelope has put it there."""
    return str(request.scope["regulars.address"])
