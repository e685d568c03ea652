"""The composition root: what the window is given to open, restore, hear and print with."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import main
from pos.cli.crash import crash_hook
from pos.devices.camera import CameraLoop
from pos.devices.printers import FilePrinter
from pos.devices.serial_scanner import SerialScanner
from pos.opening import open_shop
from pos.places import Places
from pos.settings import Settings, write_settings
from pos.store import backup
from pos.trouble import TroubleError
from tests.shop.conftest import CommandLine


def operators(places: Places) -> set[str]:
    """Who may sign in at the shop that the window would open."""
    shop = main.open_books(places).shop
    with shop.store.reading() as view:
        names = {one.id for one in view.operators()}
    shop.store.close()
    return names


def test_the_window_opens_a_demo_shop_where_there_is_none(tmp_path: Path) -> None:
    places = Places(tmp_path / "new")
    assert "mina" in operators(places)
    assert "mina" in operators(places)


def test_the_window_opens_the_shop_that_was_set_up(new: CommandLine) -> None:
    new("shop", "setup", "--name", "Mine")
    assert operators(Places(new.data)) == {"owner"}


def test_settings_alone_are_a_shop_and_no_demo(tmp_path: Path) -> None:
    places = Places(tmp_path)
    write_settings(places.settings, Settings(shop="Mine"))
    assert operators(places) == {"owner"}


def test_the_newest_good_backup_takes_the_place_of_a_broken_ledger(tmp_path: Path) -> None:
    places = Places(tmp_path)
    shop = open_shop(places)
    good = backup(shop.store, places.backups)
    shop.store.close()
    (places.backups / "regulars-29991231-000000-000000.db").write_bytes(b"no ledger")
    places.database.write_bytes(b"\xff" * 4096)
    assert main.restore_newest(places) == good
    assert operators(places) == {"owner"}


def test_a_backup_in_the_shops_own_folder_is_found_too(tmp_path: Path) -> None:
    places = Places(tmp_path / "data")
    stick = tmp_path / "stick"
    write_settings(places.settings, Settings(shop="Mine", backup_dir=str(stick)))
    shop = open_shop(places)
    good = backup(shop.store, stick)
    shop.store.close()
    places.database.write_bytes(b"\xff" * 4096)
    assert main.restore_newest(places) == good


def test_without_a_backup_nothing_is_touched(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.database.write_bytes(b"\xff" * 4096)
    with pytest.raises(TroubleError) as trouble:
        main.restore_newest(places)
    assert trouble.value.code == "backup-none"
    assert places.database.read_bytes() == b"\xff" * 4096


def test_devices_are_made_from_what_the_settings_name(tmp_path: Path) -> None:
    assert isinstance(main.printer(f"file:{tmp_path}"), FilePrinter)
    assert isinstance(main.serial("serial:///dev/ttyACM0"), SerialScanner)
    assert isinstance(main.camera("camera:0", lambda _frame: None), CameraLoop)
    assert isinstance(main.camera("0", lambda _frame: None), CameraLoop)


@pytest.mark.parametrize("setting", ["", "none", " none "])
def test_none_is_no_device(setting: str) -> None:
    assert main.printer(setting) is None
    assert main.serial(setting) is None
    assert main.camera(setting, lambda _frame: None) is None
    assert main.camera("off", lambda _frame: None) is None


def test_a_setting_that_cannot_be_understood_is_trouble() -> None:
    for make in (main.printer, main.serial, lambda s: main.camera(s, lambda _frame: None)):
        with pytest.raises(TroubleError):
            make("carrier-pigeon:7")


def test_missing_devices_get_a_chip(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert main.missing(places) == ()
    write_settings(
        places.settings,
        Settings(serial="serial:///dev/no-such-port", printer="pigeon:1", camera="/dev/video999"),
    )
    assert dict(main.missing(places)) == {
        "camera": "camera-none",
        "scanner": "serial-absent",
        "printer": "printer-setting-wrong",
    }


def test_a_fault_of_ours_is_told_in_a_line_and_noted_in_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "data" / "regulars.log"
    hook = crash_hook(log)
    try:
        raise KeyError("inside")
    except KeyError:
        hook(*sys.exc_info())
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert "KeyError: 'inside'" in log.read_text(encoding="utf-8")


def test_a_crash_is_told_even_where_nothing_can_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    crash_hook(tmp_path / "file" / "regulars.log")(KeyError, KeyError("x"), None)
    assert "could not be written" in capsys.readouterr().err
