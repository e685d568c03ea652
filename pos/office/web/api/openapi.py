"""`/api/openapi.json`: the API described (OpenAPI 3.1), made from the calls themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from pos.office.web.asking import Ask, Call
from pos.office.web.repeats import LONGEST, SHORTEST

PATH = "/api/openapi.json"
_ONCE = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same again within a day is done once and gets the first answer.",
    "schema": {"type": "string", "minLength": SHORTEST, "maxLength": LONGEST},
}
_PLACE = "#/components/schemas/{name}"


class Problem(msgspec.Struct):
    """What went wrong (RFC 9457). `code` and `facts` are stable, `title` is for people."""

    type: str
    title: str
    status: int
    code: str
    facts: dict[str, Any]
    request: str


def described(calls: Sequence[Call]) -> Call:
    """The call that describes all calls; for anybody to read."""
    text = description(calls)

    def describe(_: Ask, __: None) -> dict[str, Any]:
        return text

    return Call(PATH, describe, dict[str, Any], "This description", public=True)


def description(calls: Sequence[Call]) -> dict[str, Any]:
    """The whole description as plain JSON values."""
    kinds = [Problem, *(call.answer for call in calls), *(c.takes for c in calls if c.takes)]
    _, components = msgspec.json.schema_components(kinds, ref_template=_PLACE)
    paths: dict[str, Any] = {}
    for call in calls:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Regulars head office", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(call: Call) -> dict[str, Any]:
    said: dict[str, Any] = {
        "summary": call.summary,
        "operationId": re.sub(r"[^a-z0-9]+", "_", f"{call.method} {call.path}".lower()).strip("_"),
        "parameters": _parameters(call),
        "responses": {
            str(call.status): {"description": "Done", "content": _json(call.answer)},
            "default": {
                "description": "A problem",
                "content": {"application/problem+json": _schema(Problem)},
            },
        },
        "security": [] if call.public else [{"token": []}],
    }
    if call.right is not None:
        said["description"] = f"Needs the right `{call.right.value}`."
    if call.takes and call.method != "GET":
        said["requestBody"] = {"required": True, "content": _json(call.takes)}
    return said


def _parameters(call: Call) -> list[dict[str, Any]]:
    named: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{([a-z]+)}", call.path)
    ]
    if call.method != "GET" and not call.public:
        named.append(_ONCE)
    if not call.takes or call.method != "GET":
        return named
    asked = [
        {
            "name": field.encode_name,
            "in": "query",
            "required": field.required,
            "schema": _schema(field.type)["schema"],
        }
        for field in msgspec.structs.fields(call.takes)
    ]
    return [*named, *asked]


def _json(kind: Any) -> dict[str, Any]:
    return {"application/json": _schema(kind)}


def _schema(kind: Any) -> dict[str, Any]:
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=_PLACE)
    return {"schema": schema}
