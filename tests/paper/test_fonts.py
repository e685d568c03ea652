"""Which faces are found, what they cover, and what happens where one is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.writing import fonts
from receipts.writing.errors import PaperError
from receipts.writing.fonts import Face, FaceBook, face_book, faces_in_use, paper_language
from receipts.writing.raster import Painter
from receipts.writing.sfnt import Coverage, coverage
from receipts.writing.slip import slip
from receipts.writing.wording import LANGUAGES
from tests.paper import examples

NAMES = "김민수 田中さくら 王小明"


@pytest.fixture(scope="module")
def latin(tmp_path_factory: pytest.TempPathFactory) -> FaceBook:
    """A machine that has reportlab's Latin letters and nothing else."""
    import reportlab  # late: only its folder is wanted

    folder = tmp_path_factory.mktemp("fonts")
    shipped = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera.ttf", "VeraBd.ttf"):
        shutil.copy(shipped / name, folder / name)
    return FaceBook([folder])


def test_every_language_has_letters_here() -> None:
    missing = [language for language in LANGUAGES if not face_book().speaks(language)]
    assert not missing, f"set-up brings the faces (see doctor): {faces_in_use()}"
    assert {(face.language, face.bold) for face in faces_in_use()} == {
        (language, bold) for language in LANGUAGES for bold in (False, True)
    }


def test_names_keep_the_shapes_of_their_own_script() -> None:
    book = face_book()

    def face(char: str, language: str) -> Face:
        return book.runs(char, language)[0].face

    drawn = [(char, run.face) for run in book.runs(NAMES, "zh_CN") for char in run.text]
    assert dict(drawn)["김"] is face("김", "ko")
    assert dict(drawn)["田"] is face("田", "ja")
    assert dict(drawn)["王"] is face("王", "zh_CN")


@given(st.text(max_size=40), st.sampled_from(LANGUAGES), st.booleans())
def test_a_run_holds_only_letters_its_face_has(text: str, language: str, bold: bool) -> None:
    for run in face_book().runs(text, language, bold):
        assert all(char in run.face.covers for char in run.text)


def test_a_bold_word_is_not_made_of_two_faces(tmp_path: Path) -> None:
    (chinese,) = {run.face.path for run in face_book().runs("积", "zh_CN")}
    (korean,) = {run.face.path for run in face_book().runs("적", "ko", bold=True)}
    shutil.copy(chinese, tmp_path / "DroidSansFallbackFull.ttf")
    shutil.copy(korean, tmp_path / "NanumGothicBold.ttf")
    book = FaceBook([tmp_path])
    assert [run.text for run in book.runs("积分人", "zh_CN", bold=True)] == ["积分人"]
    stand_in = {f.bold: (f.name, f.wanted) for f in book.in_use() if f.language == "zh_CN"}
    assert stand_in == dict.fromkeys((False, True), ("DroidSansFallbackFull.ttf", False))


def test_what_no_face_can_draw_becomes_a_question_mark_and_pictures_vanish(
    latin: FaceBook,
) -> None:
    assert "".join(run.text for run in latin.runs("Kim 김 ☃\U0001f600!", "en")) == "Kim ? !"


def test_a_missing_script_is_reported_and_the_slip_falls_back_to_english(
    latin: FaceBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [latin.speaks(language) for language in LANGUAGES] == [True, False, False, False]
    named = {(f.language, f.bold): (f.name, f.wanted) for f in latin.in_use()}
    assert named["ko", False] == ("", False)
    assert named["en", True] == ("VeraBd.ttf", True)
    monkeypatch.setattr(fonts, "face_book", lambda: latin)
    assert [paper_language(language) for language in LANGUAGES] == ["en"] * 4
    assert slip(examples.sale_facts("ko"), "ko").language == "en"


def test_without_any_letters_nothing_is_drawn_rather_than_boxes(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="no-face"):
        Painter("en", 384, FaceBook([tmp_path]))


@pytest.mark.parametrize(
    "content",
    [b"", b"broken", b"OTTO" + bytes(40), b"\x00\x01\x00\x00\xff\xff", b"ttcf" + bytes(8)],
)
def test_a_damaged_or_postscript_font_is_passed_over(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "NotoSansKR-Regular.ttf").write_bytes(content)
    assert coverage(tmp_path / "NotoSansKR-Regular.ttf") is None
    assert not FaceBook([tmp_path]).speaks("ko")


def test_coverage_knows_its_edges() -> None:
    some = Coverage((0x41, 0xAC00), (0x5A, 0xD7A3))
    assert [char in some for char in "@AZ[가힣\ud7a4"] == [
        False,
        True,
        True,
        False,
        True,
        True,
        False,
    ]


def test_the_folder_given_by_the_environment_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (regular,) = {run.face.path for run in face_book().runs("한", "ko")}
    shutil.copy(regular, tmp_path / "NotoSansKR-Regular.ttf")
    monkeypatch.setenv("REGULARS_FONTS", str(tmp_path))
    (chosen,) = {run.face.path for run in face_book().runs("한", "ko")}
    assert chosen.parent == tmp_path
