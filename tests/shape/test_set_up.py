"""The set-up's own decisions, apart from the machine it runs on."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.shape.sources import ROOT
from tools import checks, debian, environment, fonts, libraries, probe, programs

POLICY = """\
libglib2.0-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libglib2.0-0t64:
  Installed: (none)
  Candidate: 2.84.4-3
libgl1:
  Installed: 1.7.0-1
  Candidate: 1.7.0-1
"""


def test_a_package_that_is_only_provided_by_another_is_no_candidate() -> None:
    assert debian.candidates(POLICY) == {"libglib2.0-0t64", "libgl1"}


@pytest.mark.parametrize(
    ("known", "newer", "expected"),
    [
        ({"libglib2.0-0"}, True, "libglib2.0-0"),
        ({"libglib2.0-0t64"}, False, "libglib2.0-0t64"),
        (set(), False, "libglib2.0-0"),
        (set(), True, "libglib2.0-0t64"),
    ],
)
def test_the_package_name_is_the_one_that_exists_here(
    known: set[str], newer: bool, expected: str
) -> None:
    assert debian.chosen(("libglib2.0-0", "libglib2.0-0t64"), known, newer) == expected


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ({"ID": "debian", "VERSION_ID": "12"}, False),
        ({"ID": "debian", "VERSION_ID": "13"}, True),
        ({"ID": "debian"}, True),
        ({"ID": "ubuntu", "VERSION_ID": "22.04"}, False),
        ({"ID": "ubuntu", "VERSION_ID": "24.04"}, True),
        ({"ID": "fedora", "VERSION_ID": "41"}, False),
        ({}, False),
    ],
)
def test_newer_releases_have_renamed_libraries(release: dict[str, str], expected: bool) -> None:
    assert debian.has_t64(release) is expected


def test_the_line_to_type_can_be_pasted() -> None:
    assert debian.line_for(["libgl1", "odd name"]) == (
        "sudo apt-get install -y --no-install-recommends libgl1 'odd name'"
    )


def test_only_libraries_that_do_not_load_are_missing() -> None:
    absent = libraries.missing(libraries.QT, can_load=lambda soname: "GL" not in soname)
    assert [library.soname for library in absent] == ["libGL.so.1", "libEGL.so.1"]


def test_a_library_that_nobody_has_does_not_load() -> None:
    assert not libraries.loads("libregulars-no-such-thing.so.0")


@pytest.mark.parametrize(
    ("environment_variables", "expected"),
    [
        ({"DISPLAY": ":0"}, libraries.XCB),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, libraries.XCB),
        ({"WAYLAND_DISPLAY": "wayland-0"}, libraries.WAYLAND),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland"}, libraries.WAYLAND),
        ({"QT_QPA_PLATFORM": "offscreen"}, ()),
    ],
)
def test_a_window_needs_the_libraries_of_its_screen(
    environment_variables: dict[str, str], expected: tuple[libraries.Library, ...]
) -> None:
    assert libraries.for_window("linux", environment_variables) == libraries.QT + expected


def test_other_systems_need_no_libraries_and_have_a_screen() -> None:
    assert libraries.for_window("win32", {}) == ()
    assert libraries.has_screen("darwin", {})
    assert not libraries.has_screen("linux", {})


def test_the_stamp_changes_with_the_lock_and_with_the_python() -> None:
    first = environment.stamp_text(b"a==1", "3.11")
    assert first == environment.stamp_text(b"a==1", "3.11")
    assert len({first, *(environment.stamp_text(b, v) for b, v in LATER)}) == 3


def test_a_display_where_nothing_listens_is_no_screen(tmp_path: Path) -> None:
    assert not libraries.x_answers(":7", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "X7"))
        server.listen()
        assert libraries.x_answers(":7.0", str(tmp_path))
    assert libraries.x_answers("till-2:0", str(tmp_path))


LATER = ((b"a==2", "3.11"), (b"a==1", "3.13"))


def test_homebrew_is_looked_for_in_both_its_places(tmp_path: Path) -> None:
    assert not libraries.homebrew_zbar([str(tmp_path)])
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libzbar.dylib").touch()
    assert libraries.homebrew_zbar(["/nowhere", str(tmp_path)])


def test_of_several_postgresql_servers_the_newest_whole_one_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REGULARS_POSTGRES", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    places = [f"{tmp_path}/*/bin"]
    assert programs.postgres_folder(places) is None
    for version, names in {"9": BOTH, "15": BOTH, "17": ["initdb"]}.items():
        for name in names:
            (tmp_path / version / "bin").mkdir(parents=True, exist_ok=True)
            (tmp_path / version / "bin" / name).touch()
    assert programs.postgres_folder(places) == tmp_path / "15" / "bin"
    monkeypatch.setenv("REGULARS_POSTGRES", f"{tmp_path}/9/bin")
    assert programs.postgres_folder(places) == tmp_path / "9" / "bin"


BOTH = ["initdb", "postgres"]


def test_a_chromium_that_is_named_is_taken_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "chromium"
    monkeypatch.setenv("REGULARS_CHROMIUM", str(there))
    assert programs.chromium() is None
    there.touch()
    assert programs.chromium() == there


def test_a_larger_lock_that_is_installed_will_do_for_a_smaller_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGULARS_VENV", str(tmp_path))
    environment.python().parent.mkdir()
    environment.python().touch()
    now = f"{sys.version_info[0]}.{sys.version_info[1]}"
    text = environment.stamp_text((ROOT / environment.OFFICE_LOCK).read_bytes(), now)
    (tmp_path / f"{environment.OFFICE_LOCK}.installed").write_text(text, "utf-8")
    assert [environment.is_ready(lock) for lock in environment.LOCKS] == [True, True, False]


def test_fonts_are_unpacked_whole_and_under_our_names(tmp_path: Path) -> None:
    archive = tmp_path / "font.tgz"
    with tarfile.open(archive, "w:gz") as tar:
        for name in ("package/a.ttf", "package/../../escape.ttf"):
            entry = tarfile.TarInfo(name)
            entry.size = 4
            tar.addfile(entry, io.BytesIO(b"face"))
    fonts.unpack(archive, {"package/a.ttf": "A-Regular.ttf"}, tmp_path / "fonts")
    assert [p.name for p in (tmp_path / "fonts").iterdir()] == ["A-Regular.ttf"]
    assert (tmp_path / "fonts" / "A-Regular.ttf").read_bytes() == b"face"


def test_each_font_package_is_pinned() -> None:
    assert all(len(bytes.fromhex(package.sha256)) == 32 for package in fonts.PACKAGES)


@pytest.mark.parametrize(
    ("installed", "state"),
    [
        ({}, "missing"),
        ({"opencv-python-headless": "5"}, "ok"),
        ({"opencv-python-headless": "5", "opencv-python": "5"}, "missing"),
    ],
)
def test_the_doctor_wants_exactly_one_cv2(installed: dict[str, str], state: str) -> None:
    assert probe.cv2_finding(installed)[0] == state


def test_the_doctor_tells_of_a_qt_that_loses_references() -> None:
    assert probe.qt_finding(-50, "6.12.0")[0] == "missing"
    assert probe.qt_finding(0, "6.11.3")[0] == "ok"


def test_the_tests_are_shared_by_as_many_processes_as_there_are_cores() -> None:
    assert checks.in_processes(1) == ()
    assert checks.in_processes(4)[:2] == ("-n", "4")
    assert checks.cores() >= 1


def test_without_a_screen_run_says_so_and_offers_the_demo() -> None:
    bare = {k: v for k, v in os.environ.items() if k not in SCREENS}
    done = subprocess.run(
        (sys.executable, "tools/dev.py", "run"),
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    if sys.platform == "linux":
        assert done.returncode == 1
        assert "There is no screen here" in done.stderr
        assert "make demo" in done.stderr
        assert "Traceback" not in done.stderr


SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
