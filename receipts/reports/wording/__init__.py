"""The words of reports, one table per language; a test keeps the tables equal in keys and facts.

Keys: ``report.NAME``, ``figure.KEY`` and ``figure.KEY.means``, ``column.KEY``, ``table.KEY``,
``picture.KEY``, ``title.KEY``, ``said.KEY``, ``word.KEY``, ``nothing.KEY`` and ``frame.KEY``.
"""

from __future__ import annotations

from string import Formatter

from receipts.reports.wording.en import EN
from receipts.reports.wording.en_figures import EN_FIGURES
from receipts.reports.wording.ja import JA
from receipts.reports.wording.ja_figures import JA_FIGURES
from receipts.reports.wording.ko import KO
from receipts.reports.wording.ko_figures import KO_FIGURES
from receipts.reports.wording.staff import EN_STAFF, JA_STAFF, KO_STAFF, ZH_CN_STAFF
from receipts.reports.wording.zh_cn import ZH_CN
from receipts.reports.wording.zh_cn_figures import ZH_CN_FIGURES

TABLES = {
    "en": EN | EN_FIGURES | EN_STAFF,
    "ko": KO | KO_FIGURES | KO_STAFF,
    "ja": JA | JA_FIGURES | JA_STAFF,
    "zh_CN": ZH_CN | ZH_CN_FIGURES | ZH_CN_STAFF,
}


def words(language: str, key: str, /, **facts: str) -> str:
    """The wording of ``key`` with ``facts`` already written.

    A key that no table has is shown as it is: a report must not fail over one of its names.
    """
    text = TABLES[language].get(key)
    if text is None:
        return key.split(".", 1)[-1]
    return text.format_map({name: facts.get(name, "") for name in places(language, key)})


def known(key: str) -> bool:
    """Whether the tables have ``key`` (they all have the same ones)."""
    return key in TABLES["en"]


def places(language: str, key: str) -> frozenset[str]:
    """The facts that the wording of ``key`` names."""
    return frozenset(name for _, name, _, _ in Formatter().parse(TABLES[language][key]) if name)
