"""The page about importing names every field, every key and every command's option."""

from __future__ import annotations

import re
from dataclasses import fields

from loyalty.scale_label import LABELS
from pos.cli.arguments import read_arguments
from pos.importing.bringing import KINDS
from pos.importing.fields import FIELDS
from pos.importing.mapping import Mapping, mapping_from_text
from tests.shape.sources import ROOT

PAGE = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")


def test_every_field_stands_in_the_table_of_its_kind() -> None:
    parts = dict(
        zip(
            re.findall(r"^## (.+)$", PAGE, re.MULTILINE),
            re.split(r"^## .+$", PAGE, flags=re.MULTILINE)[1:],
            strict=True,
        )
    )
    for kind in KINDS:  # purchases for figures alone are no books of a shop
        known = FIELDS[kind]
        told = set(re.findall(r"`([a-z_]+)(?::[A-Z]+)?`", parts[kind.capitalize()]))
        assert {field.name for field in known} <= told, kind


def test_the_example_of_a_mapping_is_one_and_has_every_key() -> None:
    text = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert text is not None
    mapping = mapping_from_text(text[1])
    assert mapping.columns["phone"] == ("Telefon", "Mobil")
    for field in fields(Mapping):
        assert re.search(rf"^\[?{field.name}[. \]=]", text[1], re.MULTILINE), field.name


def test_the_commands_are_understood_and_the_usual_labels_are_told() -> None:
    commands = re.findall(r"^    regulars (import .+)$", PAGE, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        assert read_arguments(command.split()).kind in FIELDS
    assert f'"{LABELS}"' in PAGE
