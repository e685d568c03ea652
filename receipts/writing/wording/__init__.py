"""The sentences of our paper, one table per language; a test keeps the tables equal in keys.

To add a language: one more table beside these, one line in ``_TABLES``, its faces in ``fonts``.
"""

from __future__ import annotations

from string import Formatter

from receipts.writing.wording.en import EN
from receipts.writing.wording.ja import JA
from receipts.writing.wording.ko import KO
from receipts.writing.wording.zh_cn import ZH_CN

_TABLES = {"en": EN, "ko": KO, "ja": JA, "zh_CN": ZH_CN}

LANGUAGES = tuple(_TABLES)
"""Languages paper speaks, by their locale names."""


def sentence(language: str, key: str, /, **facts: str) -> str:
    """The wording of ``key``; ``facts`` are texts already formatted. KeyError: no such key."""
    return _TABLES[language][key].format_map(facts)


def has(key: str) -> bool:
    """Whether the tables know ``key`` (they all know the same ones)."""
    return key in EN


def places(key: str) -> frozenset[str]:
    """The facts the sentence ``key`` names (in every language the same)."""
    return frozenset(name for _, name, _, _ in Formatter().parse(EN[key]) if name)


def nearest(language: str) -> str:
    """The table for a locale name such as ``ko_KR`` or ``zh-Hans``; English for an unknown one."""
    wanted = language.replace("-", "_")
    if wanted in _TABLES:
        return wanted
    stem = wanted.split("_", 1)[0].lower()
    return next((name for name in LANGUAGES if name.split("_", 1)[0] == stem), "en")
