"""`regulars scanner`: the page to scan, and what a scan that was typed here tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from pos.devices.scanner_setup import SETUP_BARS, SETUP_PAGE
from pos.settings import read_settings
from tests.shop.conftest import CommandLine


@pytest.mark.parametrize("paper", ["a4", "letter", "roll"])
def test_the_page_is_written(demo: CommandLine, tmp_path: Path, paper: str) -> None:
    file = tmp_path / "page.pdf"
    told = demo.told("scanner", "page", "--pdf", str(file), "--paper", paper)
    assert (told.status, told.json["pdf"]) == (0, str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_a_page_without_a_place_is_refused(demo: CommandLine) -> None:
    told = demo.told("scanner", "page")
    assert (told.status, told.json["error"]["code"]) == (1, "scanner-page-nowhere")


def test_a_page_for_a_printer_that_is_not_there_is_refused(demo: CommandLine) -> None:
    told = demo.told("scanner", "page", "--print")
    assert (told.status, told.json["error"]["code"]) == (1, "printer-none")


def test_a_scan_tells_and_is_kept_only_when_asked(demo: CommandLine) -> None:
    settings = demo.data / "settings.toml"
    told = demo.told("scanner", "learn", "~" + SETUP_PAGE + "\t")
    assert (told.json["prefix"], told.json["suffix"], told.json["reads"]) == ("~", "tab", "all")
    assert read_settings(settings)[0].scanner_prefix == ""
    told = demo.told("scanner", "learn", "~" + SETUP_BARS.swapcase() + "\t", "--keep")
    assert (told.status, told.json["kept"]) == (0, True)
    kept = read_settings(settings)[0]
    assert (kept.scanner_prefix, kept.scanner_suffix, kept.scanner_caps) == ("~", "tab", True)


@pytest.mark.parametrize("text", ["6100000000001234", "x" * 5_000, ""])
def test_what_is_no_set_up_code_is_refused(demo: CommandLine, text: str) -> None:
    told = demo.told("scanner", "learn", text, "--keep")
    assert (told.status, told.json["error"]["code"]) == (1, "scanner-no-set-up-code")


def test_what_cannot_be_undone_is_said_and_not_kept(demo: CommandLine) -> None:
    torn = "".join(sign for at, sign in enumerate(SETUP_PAGE) if at % 3)
    assert "USB-COM" in demo("scanner", "learn", torn).out
    told = demo.told("scanner", "learn", torn, "--keep")
    assert (told.status, told.json["error"]["code"]) == (1, "scanner-unreadable")
