"""The web service as one ASGI application: `make_app(parts)`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from pos.office.web.api import CALLS
from pos.office.web.api.openapi import described
from pos.office.web.dispatch import Dispatch, refusal
from pos.office.web.envelope import Envelope
from pos.office.web.pages import PAGES
from pos.office.web.parts import Parts
from pos.office.web.refusals import Refused

STATIC = Path(__file__).parent / "static"
_CODES = {404: "not-found", 405: "method-unknown"}


class _Static(StaticFiles):
    """Our few files; a browser may keep them for an hour."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["cache-control"] = "public, max-age=3600"
        return response


def make_app(parts: Parts) -> Starlette:
    """The application; it opens nothing until it is asked something.

    `state.let_go` answers the terminals that wait for news: to be called before it stops.
    """
    dispatch = Dispatch(parts, PAGES)
    calls = (*CALLS, described(CALLS))
    app = Starlette(
        routes=[
            *dispatch.terminals(),
            *dispatch.calls(calls),
            Mount("/static", _Static(directory=STATIC)),
            *dispatch.pages(PAGES),
        ],
        exception_handlers={HTTPException: _no_route},
        middleware=[Middleware(Envelope, parts=parts)],
    )
    app.state.let_go = dispatch.door.let_go
    return app


async def _no_route(request: Request, error: Exception) -> Response:
    """What the router itself refuses."""
    status = cast(HTTPException, error).status_code
    code = _CODES.get(status, "bad-request")
    allow = (cast(HTTPException, error).headers or {}).get("Allow", "")
    return refusal(request, Refused(status, code, allow=allow))
