"""Settings, and opening a shop with them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.opening import open_shop, starter_program
from pos.places import Places
from pos.settings import Settings, read_settings, write_settings
from pos.shop import program_in_force
from pos.trouble import TroubleError
from tests.shop.house import SETTINGS

UNUSUAL = Settings(
    shop='단골 "커피" \\ 店',
    address="1|2",
    currency="JPY",
    zone="Asia/Tokyo",
    language="ja",
    terminal=99_999,
    paper_mm=58,
    theme="dark",
    scale=150,
    sounds=False,
)


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    write_settings(path, UNUSUAL)
    assert read_settings(path) == (UNUSUAL, ())
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_no_file_is_a_fresh_shop(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == (Settings(), ())


@pytest.mark.parametrize(
    "line",
    [
        'currency = "XXX"',
        'zone = "Mars/Olympus"',
        'zone = "../../etc/passwd"',
        'language = "tlh"',
        "terminal = 0",
        "terminal = 100000",
        "terminal = true",
        'terminal = "1"',
        "scale = 110",
        "paper_mm = 57",
        'shop = "a\\u0007b"',
        f'shop = "{"x" * 201}"',
        "sounds = 1",
        "unheard_of = 1",
    ],
)
def test_a_wrong_value_is_named_and_the_rest_counts(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'{line}\ntheme = "dark"\n', encoding="utf-8")
    assert read_settings(path) == (Settings(theme="dark"), (line.split(" ")[0],))


@pytest.mark.parametrize("raw", [b"shop = ", b"\xff\xfe", b"\x00", b"[[["])
def test_a_file_that_is_no_toml_is_said_and_left_alone(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(raw)
    with pytest.raises(TroubleError) as trouble:
        read_settings(path)
    assert trouble.value.code == "settings-unreadable"
    assert path.read_bytes() == raw


def test_a_setting_that_cannot_be_is_refused() -> None:
    assert Settings().changed("theme", "dark").theme == "dark"
    for name, value in (("theme", "pink"), ("terminal", 0), ("nothing", 1)):
        with pytest.raises(LoyaltyError) as no:
            Settings().changed(name, value)
        assert no.value.code == "setting-invalid"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs a folder nobody writes")
def test_settings_that_cannot_be_written_are_trouble() -> None:
    with pytest.raises(TroubleError) as trouble:
        write_settings(Path("/proc/regulars/settings.toml"), Settings())
    assert trouble.value.code == "settings-unwritable"


@pytest.mark.parametrize(("money", "step"), [("EUR", 100), ("KRW", 100), ("KWD", 1000)])
def test_a_new_shop_begins_with_one_point_for_each_unit(
    tmp_path: Path, money: str, step: int
) -> None:
    places = Places(tmp_path / "new")
    write_settings(places.settings, replace(SETTINGS, currency=money))
    shop = open_shop(places)
    try:
        with shop.store.reading() as view:
            program = program_in_force(view, shop.today)
            staff = [one.role for one in view.operators()]
    finally:
        shop.store.close()
    assert (program.currency, program.base.step_minor, staff) == (money, step, ["owner"])
    assert program == replace(starter_program(shop.settings, program.starts_on))


def test_opening_again_begins_nothing_twice(tmp_path: Path) -> None:
    places = Places(tmp_path)
    for _ in range(2):
        shop = open_shop(places)
        with shop.store.reading() as view:
            assert (len(view.programs()), len(view.operators())) == (1, 1)
        shop.store.close()


@pytest.mark.parametrize("host", ["", "shop.example", "SHOP.example:8443", "10.0.0.2", "a"])
def test_a_host_can_stand_in_the_codes_on_slips(host: str) -> None:
    assert Settings().changed("claim_page", host).claim_page == host


@pytest.mark.parametrize(
    "wrong",
    ["https://shop.example", "shop.example/r", "-shop", "shop.", "a b", "käse.de", "x" * 61],
)
def test_what_is_no_host_cannot(wrong: str) -> None:
    with pytest.raises(LoyaltyError, match="setting-invalid"):
        Settings().changed("claim_page", wrong)
