"""Writes what follows from the types of the rules: docs/program.schema.json, and the key tables of
docs/programs.md. Run it after a rule was changed: `python -m tests.rules.program_docs`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from loyalty.program_file.schema import program_schema

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA, GUIDE = DOCS / "program.schema.json", DOCS / "programs.md"
_TABLE = re.compile(r"(<!-- keys: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def schema_text() -> str:
    """The published schema."""
    return json.dumps(program_schema(), ensure_ascii=False, indent=2) + "\n"


def guide_text(text: str) -> str:
    """The guide with its tables of keys as the types say them today."""
    schema = program_schema()
    return _TABLE.sub(lambda found: f"{found[1]}{_table(schema, found[2])}{found[3]}", text)


def _table(schema: dict[str, Any], kind: str) -> str:
    table = schema if kind == "Program" else schema["$defs"][kind]
    rows = ["| key | what stands there | left out |", "|---|---|---|"]
    for name, one in table["properties"].items():
        if name in table["required"]:
            absent = "must be said"
        else:
            absent = (
                f"`{json.dumps(one['default'], ensure_ascii=False)}`" if "default" in one else ""
            )
        rows.append(f"| `{name}` | {_holds(one)} | {absent} |")
    return "\n".join(rows) + "\n"


def _holds(one: dict[str, Any]) -> str:
    """A field of the schema in a few words."""
    if "$ref" in one:
        return _link(one)
    if "const" in one:
        return f"`{json.dumps(one['const'])}`"
    if "enum" in one:
        return _choice(one["enum"])
    if "anyOf" in one:
        first, second = one["anyOf"]
        null = second.get("type") == "null"
        return _holds(first) + (" or `null`" if null else ', such as `2` or `"1.5"`')
    return _plain(one)


def _plain(one: dict[str, Any]) -> str:
    kind = one["type"]
    if kind == "integer":
        return f"{one['minimum']:,} to {one['maximum']:,}"
    if kind == "array":
        return f"list of {_holds(one['items'])}"
    if kind == "object":
        return "texts by language"
    if one.get("format") == "date":
        return "day, `2026-01-31`"
    if one.get("pattern", "").startswith("^[a-z0-9]"):
        return "id"
    return {"boolean": "`true` or `false`"}.get(kind, "text")


def _choice(values: list[str]) -> str:
    if len(values) > 20:
        return "currency of ISO 4217"
    return ", ".join(f"`{value}`" for value in values)


def _link(one: dict[str, Any]) -> str:
    name = one["$ref"].rsplit("/", 1)[-1]
    return f"[{name}](#{name.lower()})"


def main() -> None:
    """Write both."""
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    GUIDE.write_text(guide_text(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
