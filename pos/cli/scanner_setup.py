"""`regulars scanner page` and `learn`: the set-up code on paper, and what a scan of it tells.

A terminal shows no times and no places of keys, so pace and layout are learned better at the till.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict

from pos.cli.paper import write_file
from pos.cli.told import Facts, Refused, Told
from pos.devices.printer_setting import printer_from
from pos.devices.scanner_setup import (
    SETUP_BARS,
    SETUP_PAGE,
    SETUP_SLIP,
    Learned,
    keys_of,
    learned,
)
from pos.places import Places
from pos.printing import print_document
from pos.settings import read_settings, write_settings
from receipts.writing.pdf import Page, to_pdf
from receipts.writing.setup_page import SetupFacts, setup_document, to_setup_pdf

_LONGEST = 1_000  # characters; the code has about a hundred
_PAPERS = {"a4": Page.A4, "letter": Page.LETTER}


def page(options: Namespace, places: Places) -> Told:
    """The set-up page as a PDF, on paper, or both."""
    if options.pdf is None and not options.print:
        raise Refused("scanner-page-nowhere")
    settings, _ = read_settings(places.settings)
    codes = SetupFacts(settings.shop, SETUP_PAGE, SETUP_BARS, SETUP_SLIP)
    slip = setup_document(codes, settings.language, settings.paper_mm)
    lines: tuple[str, ...] = ()
    if options.pdf is not None:
        sheet = _PAPERS.get(options.paper)
        made = to_setup_pdf(codes, settings.language, sheet) if sheet else to_pdf(slip)
        write_file(options.pdf, made)
        lines = (f"Written to {options.pdf}",)
    if options.print:
        if settings.printer.strip() in ("", "none"):
            raise Refused("printer-none")
        print_document(slip, printer_from(settings.printer), settings)
        lines = (*lines, "Printed.")
    pdf = str(options.pdf) if options.pdf is not None else None
    return Told({"pdf": pdf, "printed": bool(options.print)}, lines)


def learn(options: Namespace, places: Places) -> Told:
    """What a scan tells; with --keep it becomes the terminal's setting."""
    text = sys.stdin.read(_LONGEST + 1) if options.text == "-" else options.text
    found = learned(keys_of(text)) if len(text) <= _LONGEST else None
    if found is None:
        raise Refused("scanner-no-set-up-code", length=len(text))
    if options.keep:
        _keep(found, places)
    facts: Facts = {**asdict(found), "kept": bool(options.keep)}
    return Told(facts, _lines(found, options.keep))


def _keep(found: Learned, places: Places) -> None:
    if found.reads == "nothing":
        raise Refused("scanner-unreadable")
    settings, _ = read_settings(places.settings)
    for name, value in found.settings():
        if name != "scanner_gap_ms":  # a terminal does not tell the pace
            settings = settings.changed(name, value)
    write_settings(places.settings, settings)


_READS = {
    "all": "every sign arrives as it should",
    "most": "cards, products and links are read; these signs do not arrive: {lost}",
    "digits": "only digits are safe; better use USB-COM (serial); these do not arrive: {lost}",
    "nothing": "it cannot be made whole again; use USB-COM (serial)",
}


def _lines(found: Learned, kept: bool) -> tuple[str, ...]:
    told: tuple[str, ...] = (
        _READS[found.reads].format(lost=" ".join(found.lost)),
        f"keyboard: {found.keyboard}{', undone' if found.layout else ''}",
        f"Caps Lock: {'on, letters are turned back' if found.caps else 'off'}",
        f"before each code: {found.prefix or 'nothing'}",
        f"after each code: {found.suffix or 'nothing'}",
        f"separator (GS): {found.separator}",
        f"name of the code (AIM): {found.aim or 'not sent'}",
    )
    if found.reads == "nothing":
        told = told[:1]
    return (*told, "Kept in the settings.") if kept else told
