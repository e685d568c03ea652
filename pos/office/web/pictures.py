"""Templates to bytes: always escaped, never a value that is not given, every sentence a wording."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2

from pos.clock import moment_of
from pos.office.wording import LANGUAGES, NAMES, sentence

FOLDER = Path(__file__).parent / "templates"


def rendered(template: str, language: str, values: Mapping[str, Any]) -> bytes:
    """A page in a language. `t(key, …)` inside it is a sentence of `wording`."""
    around: dict[str, Any] = {
        "language": language.replace("_CN", "-Hans"),
        "languages": [(code, NAMES[code]) for code in LANGUAGES],
        "chosen": language,
        "t": partial(_said, language),
        "person": None,
        "navigation": (),
        "csrf": "",
    }
    return _templates().get_template(template).render({**around, **values}).encode()


def local_time(at_ms: int, zone: ZoneInfo) -> str:
    """A moment in a zone, to the second: 2026-11-22 10:05:09."""
    moment: datetime = moment_of(at_ms).astimezone(zone)
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def _said(language: str, key: str, **facts: object) -> str:
    return sentence(language, key, facts)


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
