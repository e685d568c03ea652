"""Nothing is said that was not translated, and nothing was lost in translation."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos.settings import LANGUAGES
from receipts.writing.wording import LANGUAGES as PAPER
from tests.screen.pseudo import CODE as PSEUDO
from tests.screen.pseudo import build_pseudo, pseudo
from tests.screen.walk import said_by
from tests.shape.codes import codes_of
from tests.shape.sources import sources
from ui.excepthook import CrashDetails
from ui.parts.keypad import KeyPad
from ui.parts.sheet import Sheet
from ui.theme.icons import NAMES as ICONS
from ui.wording import build
from ui.wording.languages import FIRST, Languages, language, language_name
from ui.wording.sentences import SAID, placeholders, sentence

ROOT = Path(__file__).parents[2]
QT_MARKS = re.compile(r"%n|%L?\d")
FORMS = {"en": 2, "ko": 1, "ja": 1, "zh_CN": 1}
SHOWS_TEXT = {
    "setText",
    "setWindowTitle",
    "setToolTip",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "addItem",
    "set_name",
    "show_words",
    "say",
}


def messages(code: str) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(build.ts_file(build.HERE / "ts", code)).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def forms_of(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in build.sources():
        yield path, ast.parse(path.read_text("utf-8"))


def test_the_language_files_are_up_to_date() -> None:
    assert build.stale() == []


def test_all_four_languages_are_there() -> None:
    assert set(build.CODES) >= set(FIRST)


def test_screen_paper_and_settings_offer_the_same_languages() -> None:
    assert set(build.CODES) == set(LANGUAGES)
    assert set(PAPER) == set(LANGUAGES)


@pytest.mark.parametrize("code", FIRST)
def test_every_text_is_translated(code: str) -> None:
    assert list(build.missing(code)) == []
    assert [m.findtext("source") for _, m in messages(code) if not all(forms_of(m))] == []


@pytest.mark.parametrize("code", FIRST)
def test_no_placeholder_is_lost_and_no_space_at_the_ends(code: str) -> None:
    wrong = []
    for _, message in messages(code):
        source = message.findtext("source", "")
        for form in forms_of(message):
            marks = sorted(QT_MARKS.findall(form)) == sorted(QT_MARKS.findall(source))
            named = placeholders(form) == placeholders(source)
            ends = form.strip() == form or source.strip() != source
            if not (marks and named and ends):
                wrong.append((source, form))
    assert not wrong


@pytest.mark.parametrize("code", FIRST)
def test_plurals_have_the_forms_their_language_has(code: str) -> None:
    wrong = [
        message.findtext("source")
        for _, message in messages(code)
        if message.get("numerus") == "yes" and len(forms_of(message)) != FORMS[code]
    ]
    assert not wrong


def test_no_text_is_put_together_inside_tr() -> None:
    """The extractor takes an f-string literally, and what it takes never matches at run time."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not all(isinstance(a, ast.Constant) for a in call.args[:2])
    ]
    assert not wrong


def test_no_count_goes_to_translate_by_keyword() -> None:
    """The extractor loses `translate(..., n=3)` without a word."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path, tree in trees()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("tr", "translate")
        and any(keyword.arg in ("n", None) for keyword in call.keywords)
    ]
    assert not wrong


def test_no_words_go_to_a_widget_past_tr() -> None:
    wrong = [
        f"{path.name}:{call.lineno} {argument.value!r}"
        for path, tree in trees()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in SHOWS_TEXT
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and any(sign.isalpha() for sign in argument.value)
        and argument.value not in ICONS
    ]
    assert not wrong


@pytest.mark.parametrize("code", FIRST)
def test_switching_while_running_equals_a_fresh_start(
    app: QApplication, qtbot: QtBot, languages: Languages, code: str
) -> None:
    switched = sample(qtbot)
    for other in (*FIRST, code):
        languages.switch(other)
        app.processEvents()
    fresh = sample(qtbot)
    assert [text for _, text in said_by(switched)] == [text for _, text in said_by(fresh)]
    assert language() == code
    assert switched.font().families() == fresh.font().families()


def test_the_four_languages_say_different_things(
    app: QApplication, qtbot: QtBot, languages: Languages
) -> None:
    said, windows = set(), []
    for code in FIRST:
        languages.switch(code)
        app.processEvents()
        windows.append(sample(qtbot))
        said.add(tuple(text for _, text in said_by(windows[-1])))
    assert len(said) == len(FIRST)


def test_qts_own_words_are_switched_too(
    app: QApplication, qtbot: QtBot, languages: Languages
) -> None:
    languages.switch("ko")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "취소"


def test_switching_is_announced_once_and_an_unknown_language_changes_nothing(
    app: QApplication, qtbot: QtBot, languages: Languages
) -> None:
    heard: list[str] = []
    languages.changed.connect(heard.append)
    assert languages.switch("ja")
    assert not languages.switch("tlh")
    assert not languages.switch("../../etc/passwd")
    assert (heard, languages.current) == (["ja"], "ja")


def test_languages_are_offered_in_their_own_script() -> None:
    assert [language_name(code) for code in FIRST] == ["English", "한국어", "日本語", "简体中文"]
    assert language_name("de") == "Deutsch"


def test_a_new_language_costs_one_file(app: QApplication, tmp_path: Path) -> None:
    for file in (build.HERE / "qm").glob("*.qm"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "regulars_de.qm").write_bytes((build.HERE / "qm" / "regulars_en.qm").read_bytes())
    more = Languages(app, tmp_path)
    assert more.codes == (*FIRST, "de")
    more.deleteLater()


def test_every_text_of_a_window_was_given_to_a_translator(
    app: QApplication, qtbot: QtBot, languages: Languages, tmp_path: Path
) -> None:
    build_pseudo(tmp_path)
    fake = Languages(app, tmp_path)
    assert fake.switch(PSEUDO)
    window = sample(qtbot)
    digits = {str(n) for n in range(10)}
    bare = [
        text
        for _, text in said_by(window)
        if not text.startswith("[") and text not in digits and not text.startswith("Traceback")
    ]
    assert bare == []
    languages.switch("en")
    fake.deleteLater()


def test_the_pseudo_language_keeps_what_must_stay() -> None:
    assert pseudo("{points} of %1, &Save") == "[{points} øf %1, &Såvé~~~~~~~~]"


# --- sentences ----------------------------------------------------------------------------------


def raised() -> Iterator[tuple[str, int, str, frozenset[str], bool]]:
    """Every code raised or given as a reason: (file, line, code, its facts, all facts seen?)."""
    for room in ("loyalty", "pos", "receipts"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                file = path.relative_to(ROOT).as_posix()
                if isinstance(call, ast.Call) and call.args and not file.startswith(OFFICE_ROOMS):
                    yield from _codes_of(call, file)


def _codes_of(call: ast.Call, file: str) -> Iterator[tuple[str, int, str, frozenset[str], bool]]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name not in ("LoyaltyError", "TroubleError", "PaperError", "Reason"):
        return
    named = {keyword.arg for keyword in call.keywords if keyword.arg}
    if name == "Reason" and len(call.args) > 1:
        pairs = [node for node in ast.walk(call.args[1]) if isinstance(node, ast.Tuple)]
        firsts = [pair.elts[0] for pair in pairs if pair.elts]
        named |= {str(first.value) for first in firsts if isinstance(first, ast.Constant)}
    open_ended = any(keyword.arg is None for keyword in call.keywords)
    codes = [call.args[0]]
    if isinstance(call.args[0], ast.IfExp):
        codes = [call.args[0].body, call.args[0].orelse]
    for code in codes:
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            yield file, call.lineno, code.value, frozenset(named), not open_ended


BY_COMMAND = frozenset(
    {
        *("campaign-no-trial", "campaign-unknown", "trial-locked", "trial-ended"),
        *("program-from-office", "draft-unknown", "draft-no-such-place", "draft-value"),
        *("drafts-too-many", "report-unknown", "report-period", "report-member"),
        *("insight-column", "insight-too-long", "too-many-rows"),
        "report-cancelled",  # whoever stopped it has left the page
        *("barcode-taken", "barcode-unreadable", "example-unknown", "file-too-large"),
        *("file-unreadable", "file-unwritable", "opening-negative", "opening-nothing"),
        *("program-currency", "program-none-then", "program-starts-too-early"),
        *("program-unknown", "replay-currency", "voucher-exists"),
        *("claim-key-retired", "claim-key-unknown", "claim-moment", "claim-not-credited"),
        *("issuer-unknown", "scheme-unknown"),
        *("capture-unknown", "layout-nothing-learned", "layout-unknown"),
        *("layout-unreadable", "print-layout-unreadable", "pages-invalid", "formats-unknown"),
        *("card-none", "cards-exhausted", "too-many-labels", "label-too-small"),
        *("sheet-too-small", "office-behind"),
        *("badge-not-ours", "badge-only", "limit-owner", "limit-wrong", "log-over", "log-what"),
        *("mark-unknown", "owner-last", "right-unknown", "role-unknown", "staff-above"),
        *("staff-id-unreadable", "staff-name-missing"),
    }
)
"""Codes of files, programs and replays, which only the command line handles and words itself."""


OFFICE_ROOMS = (
    *("pos/office/", "pos/cli/office", "pos/cli/hub", "pos/sync/hub"),
    *("pos/sync/wire.py", "pos/sync/docs.py"),
    *("pos.office", "pos.sync.hub", "pos.sync.wire", "pos.sync.docs"),
)
"""What head office says to its own people, and what a message is refused with: no counter's."""
COMMANDS_OWN = (
    *("import-", "mapping-", "print-layout-", "printer-proxy-"),
    *("case-", "goodwill-", "letter-", "mail-", "message-"),  # of `case` and `message`
)


def by_command(code: str) -> bool:
    """Whether no wish of the counter can meet this code."""
    return code in BY_COMMAND or code.startswith(COMMANDS_OWN)


def test_every_code_that_is_raised_has_a_sentence() -> None:
    silent = sorted(
        {
            f"{code} ({file}:{line})"
            for file, line, code, _, _ in raised()
            if code not in SAID and not by_command(code)
        }
    )
    assert not silent


def test_codes_that_are_computed_have_a_sentence_too() -> None:
    """And what start-up finds out. The command line's own codes are its own business."""
    shown = [
        one
        for one in sources("loyalty", "pos", "main")
        if not one.module.startswith(("pos.cli", *OFFICE_ROOMS))
        if one.module != "pos.store.audit"
    ]
    names = ("LoyaltyError", "TroubleError", "Reason", "Health")
    silent = {
        f"{code} ({place})"
        for one in shown
        for place, code in codes_of(one, names)
        if code not in SAID and not by_command(code)
    }
    assert not silent, "\n".join(sorted(silent))


def test_every_sentence_gets_the_facts_it_names() -> None:
    lacking = [
        f"{file}:{line} {code} lacks {sorted(placeholders(SAID[code]) - facts)}"
        for file, line, code, facts, closed in raised()
        if code in SAID and closed and placeholders(SAID[code]) - facts
    ]
    assert not lacking


def test_every_sentence_is_said_in_every_language(languages: Languages) -> None:
    facts: dict[str, object] = {"why": "points-missing", "points": 40, "until": "2026-12-01"}
    for code in FIRST:
        languages.switch(code)
        for name in SAID:
            said = sentence(name, facts, "USD")
            assert "{" not in said, (code, name)
            assert said


def test_facts_are_written_for_the_reader(languages: Languages) -> None:
    spend = {"missing_minor": 123456}
    assert sentence("spend-more", spend, "USD") == "$1,234.56 more to spend"
    assert sentence("reward-ended", {"until": "2026-11-30"}) == "Ended on Nov 30, 2026" or (
        sentence("reward-ended", {"until": "2026-11-30"}) == "Ended on November 30, 2026"
    )
    languages.switch("ko")
    assert sentence("spend-more", spend, "KRW") == "₩123,456 더 구매하면 가능"


def test_a_reason_stands_inside_a_refusal(languages: Languages) -> None:
    facts = {"reward": "Coffee", "why": "points-missing", "points": 40}
    assert sentence("reward-refused", facts) == "Coffee: Points still missing: 40"


def test_outside_text_in_a_sentence_is_short_and_harmless(languages: Languages) -> None:
    said = sentence("code-damaged", {"text": "a\n\x1b[31m{0}" * 500})
    assert len(said) < 150
    assert said.isprintable()
    assert "{0}" in said


def test_an_unknown_code_is_named_and_never_a_traceback(languages: Languages) -> None:
    assert "no-such-code" in sentence("no-such-code", {})


def sample(qtbot: QtBot) -> QWidget:
    """A window with every part that has words of its own."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(KeyPad())
    window.resize(1000, 900)
    window.show()
    Sheet(window).open_sheet("[given title]", CrashDetails("Traceback"))
    QCoreApplication.processEvents()
    return window
