"""The published JSON Schema (2020-12) of program files, made from the types of the rules.

Editors complete and check a file with it while it is typed. It knows the form only: what rules mean
together is `program_checks`, and unprintable signs and real calendar days are the reader's.
"""

from __future__ import annotations

from typing import Any

from loyalty.money import CODES
from loyalty.program_file.codec import DECIMALS, LONGEST_TEXT, plain_field
from loyalty.program_file.document import FORMAT, VERSION
from loyalty.program_file.shapes import (
    MOST_LANGUAGES,
    ByLanguage,
    Choice,
    Day,
    Many,
    Maybe,
    Record,
    Shape,
    YesNo,
    fields_of,
)
from loyalty.rules.bounds import Between, CurrencyCode, Ratio, Slug, Text
from loyalty.rules.program import Program

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOT_BLANK = r"\S"


def program_schema() -> dict[str, Any]:
    """The schema of a whole program file."""
    kinds: dict[str, Any] = {}
    program = _record(Program, kinds)
    head = {
        "$schema": {"type": "string", "description": "For editors; the program does not read it."},
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
    }
    program["properties"] = head | program["properties"]
    program["required"] = ["format", "version", *program["required"]]
    return {
        "$schema": DIALECT,
        "title": "A loyalty program of Regulars",
        **program,
        "$defs": dict(sorted(kinds.items())),
    }


def _record(kind: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for one in fields_of(kind):
        schema = _schema(one.shape, kinds)
        default = {} if one.required else {"default": plain_field(one, one.default)}
        properties[one.name] = schema | default
    return {
        "description": f"See programs.md, section {kind.__name__}.",
        "type": "object",
        "properties": properties,
        "required": [one.name for one in fields_of(kind) if one.required],
        "additionalProperties": False,
    }


def _schema(shape: Shape, kinds: dict[str, Any]) -> dict[str, Any]:
    match shape:
        case Record():
            name = shape.kind.__name__
            if name not in kinds:
                kinds[name] = {}  # before its fields: an audience holds audiences
                kinds[name] = _record(shape.kind, kinds)
            return {"$ref": f"#/$defs/{name}"}
        case Maybe():
            return {"anyOf": [_schema(shape.inner, kinds), {"type": "null"}]}
        case Many():
            items = {"type": "array", "items": _schema(shape.inner, kinds), "maxItems": shape.most}
            return items | ({"uniqueItems": True} if shape.unique else {})
    return _simple(shape)


def _simple(shape: Shape) -> dict[str, Any]:
    match shape:
        case Between():
            return {"type": "integer", "minimum": shape.least, "maximum": shape.most}
        case YesNo():
            return {"type": "boolean"}
        case Day():
            return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case Choice():
            return {"enum": [kind.value for kind in shape.kind]}
        case Slug():
            return _text(shape.longest, "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$")
        case Text():
            return _text(shape.longest, f"^$|{_NOT_BLANK}" if shape.may_be_empty else _NOT_BLANK)
        case CurrencyCode():
            return {"enum": list(CODES)}
        case ByLanguage():
            return {
                "type": "object",
                "propertyNames": _text(LONGEST_TEXT, _NOT_BLANK),
                "additionalProperties": _text(LONGEST_TEXT, _NOT_BLANK),
                "maxProperties": MOST_LANGUAGES,
            }
        case Ratio():
            return _ratio(shape)
    raise TypeError(f"no schema for {shape}")


def _text(longest: int, pattern: str) -> dict[str, Any]:
    return {"type": "string", "maxLength": longest, "pattern": pattern}


def _ratio(shape: Ratio) -> dict[str, Any]:
    """A whole number, or a text such as `1.5`; a pattern cannot compare, so it counts digits."""
    digits = len(str(shape.most)) - 1
    if shape.least not in (0, 1) or shape.most != 10**digits:
        raise TypeError(f"no pattern says {shape}")
    below = f"[1-9][0-9]{{0,{digits - 1}}}" + ("|0" if shape.least == 0 else "")
    pattern = rf"^(({below})(\.[0-9]{{1,{DECIMALS}}})?|{shape.most}(\.0{{1,{DECIMALS}}})?)$"
    number = {"type": "integer", "minimum": shape.least, "maximum": shape.most}
    return {"anyOf": [{"type": "string", "pattern": pattern}, number]}
