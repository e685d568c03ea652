"""`regulars receipt`: a code, a file, a picture or standard input in, and a judgement out."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
import segno

from pos.cli.opened import opened
from pos.cli.receipt_words import BROKEN, SAID_OF_RECEIPTS
from pos.demo import OPERATORS
from pos.issuers import enrol
from pos.places import Places
from receipts.reading.claim import DocumentKind
from tests.devices.pictures import printed, table
from tests.reading.vectors import Vector, vectors
from tests.shop.conftest import CommandLine, Said

RU = "t=20190418T211655&s=3943.26&fn=9282000100072197&i=64318&fp=2918241905&n=1"
RU_OTHER = RU.replace("i=64318", "i=64319")
TW = (
    "ZF131378791150410957900000000000000550000000098952903hD1D6Z3tgPPiaySVPqrf9Q=="
    ":**********:2:2:1:超厚雞肉起司滿分堡:1:60"
)
TRIAL = (
    "http://147.102.24.100/myweb/q1.php?SIG="
    "CFY9900000100010720416CBF73F32A1E087A3D812F0ED212EBF7B7988F"
)
OTHER_HALF = "**:豆漿:2:12.5"
ASKED = (
    "scheme",
    "merchant",
    "receipt",
    "total",
    "currency",
    "issued_at",
    "kind",
    "accepted",
    "reason",
    "sentence",
)
AUSTRIAN = next(one for one in vectors() if one.keys and one.checks["signature"] == "pass")


def photo(folder: Path, *codes: str, name: str = "receipt.png") -> str:
    """A picture of QR codes side by side."""
    path = folder / name
    picture = table(*(printed(code, "QRCode", 4) for code in codes))
    path.write_bytes(cv2.imencode(path.suffix, picture)[1].tobytes())
    return str(path)


def given(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    """Bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def refused(told: Said, reason: str) -> None:
    """Refused for a reason, in the shape of every answer, with a sentence."""
    assert told.status == 1
    facts = told.json
    assert [name for name in ASKED if name not in facts] == []
    assert (facts["accepted"], facts["reason"], facts["error"]["code"]) == (False, reason, reason)
    assert facts["sentence"] == facts["error"]["sentence"]
    assert facts["sentence"].startswith(SAID_OF_RECEIPTS[reason].partition("{")[0])


def test_a_receipt_that_could_be_credited_is_told_field_by_field(new: CommandLine) -> None:
    told = new.told("receipt", "--text", RU)
    assert told.status == 0
    facts = told.json
    assert {name: facts[name] for name in ASKED} == {
        "scheme": "ru-fns",
        "merchant": "9282000100072197",
        "receipt": "9282000100072197:64318",
        "total": "3943.26",
        "currency": "RUB",
        "issued_at": "2019-04-18T21:16:55",
        "kind": "sale",
        "accepted": True,
        "reason": "",
        "sentence": "",
    }
    assert facts["checks"] == {"shape": "pass", "fiscal_sign": "not-possible"}
    assert (facts["device"], facts["counter"], facts["doubts"]) == ("9282000100072197", 64318, [])
    assert facts["lines"] == []
    assert not new.data.exists()
    assert "It could be credited." in new("receipt", "--text", RU).out


@pytest.mark.parametrize("vector", vectors(), ids=str)
def test_every_genuine_code_reads_the_same_from_a_file(
    new: CommandLine, tmp_path: Path, vector: Vector
) -> None:
    path = tmp_path / "payload"
    path.write_bytes(vector.payload.encode())
    keys = [f"--key={scheme}:{device}={key.hex()}" for (scheme, device), key in vector.keys.items()]
    told = new.told("receipt", str(path), *keys)
    facts = told.json
    expected = {name: vector.expect[name] for name in ("merchant", "receipt", "total", "kind")}
    assert {name: facts[name] for name in expected} == expected
    assert vector.checks.items() <= facts["checks"].items()
    assert facts["accepted"] == (told.status == 0) == (not facts["reason"])
    assert facts["accepted"] or facts["sentence"]


def test_a_signature_needs_the_key_that_is_named(new: CommandLine) -> None:
    ((scheme, device), key) = next(iter(AUSTRIAN.keys.items()))
    without = new.told("receipt", "--text", AUSTRIAN.payload).json
    assert without["checks"]["signature"] == "not-possible"
    named = f"{scheme}:{device}={key.hex()}"
    known = new.told("receipt", "--text", AUSTRIAN.payload, "--key", named).json
    assert known["checks"]["signature"] == "pass"


def test_a_till_that_the_shop_enrolled_needs_no_key_named(demo: CommandLine) -> None:
    same = [one for one in vectors() if one.keys == AUSTRIAN.keys]
    payloads = tuple(one.payload for one in same if one.checks["signature"] == "pass")
    assert demo.told("receipt", "--text", payloads[0]).json["checks"]["signature"] == "not-possible"
    manager = OPERATORS[2].id
    with opened(Places(demo.data)) as shop:
        enrol(shop, manager, "Café", payloads[:2])
    assert demo.told("receipt", "--text", payloads[0]).json["checks"]["signature"] == "pass"


@pytest.mark.parametrize("key", ["", "x", "de-v0=00", "de-v0:=00", ":1=00", "a:b=0", "a:b=zz"])
def test_a_key_that_is_none_is_wrong_usage(new: CommandLine, key: str) -> None:
    assert new("receipt", "--text", RU, "--key", key).status == 2


def test_a_picture_is_read_and_its_goods_are_told(new: CommandLine, tmp_path: Path) -> None:
    told = new.told("receipt", photo(tmp_path, TW))
    assert told.status == 0
    assert told.json["scheme"] == "tw-einvoice"
    assert told.json["lines"] == [{"text": "超厚雞肉起司滿分堡", "units": 1, "amount": "60.00"}]
    assert "1 × 超厚雞肉起司滿分堡: 60.00" in new("receipt", str(tmp_path / "receipt.png")).out


def test_a_picture_comes_through_standard_input_too(
    new: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, Path(photo(tmp_path, RU, name="receipt.jpg")).read_bytes())
    assert new.told("receipt", "-").json["scheme"] == "ru-fns"


def test_other_codes_beside_the_receipts_are_passed_over(new: CommandLine, tmp_path: Path) -> None:
    picture = photo(tmp_path, TW, OTHER_HALF, "https://shop.example/")
    assert new.told("receipt", picture).json["receipt"] == "ZF13137879"
    refused(new.told("receipt", photo(tmp_path, OTHER_HALF)), "receipt-other-half")
    refused(new.told("receipt", photo(tmp_path, "https://x.example/")), "receipt-no-code")


def test_two_receipts_are_shown_one_at_a_time_and_the_same_one_twice_is_one(
    new: CommandLine, tmp_path: Path
) -> None:
    told = new.told("receipt", photo(tmp_path, RU, RU_OTHER))
    refused(told, "receipt-several")
    assert len(told.json["receipts"]) == 2
    turned = "&".join(reversed(RU.split("&")))
    assert new.told("receipt", photo(tmp_path, RU, turned)).status == 0


def test_a_raw_code_of_big5_arrives_as_bytes(
    new: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, TW.replace(":2:2:1:", ":2:2:0:").encode("big5"))
    assert new.told("receipt", "-").json["lines"][0]["text"] == "超厚雞肉起司滿分堡"


def test_big5_in_a_picture_is_read_from_the_bytes_of_its_code(
    new: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "receipt.png"
    raw = TW.replace(":2:2:1:", ":2:2:0:").encode("big5")
    segno.make(raw, mode="byte", micro=False).save(str(path), scale=5)
    assert new.told("receipt", str(path)).json["lines"][0]["text"] == "超厚雞肉起司滿分堡"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (RU[:-1] + "2", "receipt-kind-refund"),
        (RU.replace("2019", "2190"), "receipt-future"),
        (RU.replace("3943.26", "0.00"), "receipt-amount"),
        (RU.replace("3943.26", "much"), "receipt-malformed"),
        (RU.replace("fn=", "nf="), "receipt-unknown"),
        (TW.replace("98952903", "98952904"), "receipt-check"),
        (f"{TRIAL}124.00", "receipt-test-system"),
        ("", "receipt-empty"),
        (" \n", "receipt-empty"),
        ("x" * 5_000, "receipt-too-long"),
        ("**", "receipt-other-half"),
    ],
)
def test_each_refusal_is_told_in_words(new: CommandLine, code: str, reason: str) -> None:
    refused(new.told("receipt", "--text", code), reason)
    said = new("receipt", "--text", code)
    assert said.status == 1
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_a_broken_check_is_told_by_what_it_means(new: CommandLine) -> None:
    said = new("receipt", "--text", TW.replace("98952903", "98952904")).err
    assert BROKEN["seller_ban"] in said


def test_an_answer_has_the_same_fields_whatever_could_be_read(new: CommandLine) -> None:
    whole = new.told("receipt", "--text", RU).json.keys()
    assert new.told("receipt", "--text", "hello").json.keys() - {"error"} == whole


def test_what_is_still_missing_is_said(new: CommandLine) -> None:
    totals = [one for one in vectors() if one.expect["total"] is None and not one.keys]
    croatian = next(one for one in totals if one.scheme == "hr-porezna")
    assert "once its total is typed" in new("receipt", "--text", croatian.payload).out
    doubtful = [one for one in vectors() if one.scheme == "sa-zatca"][3]
    assert "compared it with the paper" in new("receipt", "--text", doubtful.payload).out


def test_every_kind_but_a_sale_has_a_sentence() -> None:
    kinds = {f"receipt-kind-{kind}" for kind in DocumentKind if kind is not DocumentKind.SALE}
    assert kinds <= SAID_OF_RECEIPTS.keys()


def test_every_check_that_can_fail_has_words() -> None:
    asked = {name for one in vectors() for name, how in one.checks.items() if how == "fail"}
    told_apart = {"host", "environment"}  # those are refused as systems for trials
    assert asked - BROKEN.keys() - told_apart == set()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(b"", "receipt-empty"), (b"\n\n", "receipt-empty"), (b"\x00" * 5_000_000, "receipt-too-long")],
)
def test_standard_input_may_hold_nothing_or_too_much(
    new: CommandLine, monkeypatch: pytest.MonkeyPatch, raw: bytes, reason: str
) -> None:
    given(monkeypatch, raw)
    refused(new.told("receipt", "-"), reason)


def test_files_that_cannot_be_read_are_told(new: CommandLine, tmp_path: Path) -> None:
    for name in (str(tmp_path), str(tmp_path / "none"), str(tmp_path / "none.png"), "\udcff\x01"):
        refused(new.told("receipt", name), "receipt-file-unreadable")
    refused(new.told("receipt"), "receipt-input")
    refused(new.told("receipt", "x", "--text", RU), "receipt-input")


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ""])
def test_a_broken_picture_is_told(new: CommandLine, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"broken{ending}"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
    told = new.told("receipt", str(path))
    assert (told.status, told.json["reason"], told.json["scheme"]) == (1, "not-a-picture", None)


def test_a_picture_without_code_and_print_is_told(new: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "blank.png"
    path.write_bytes(cv2.imencode(".png", np.full((300, 300), 200, np.uint8))[1].tobytes())
    told = new.told("receipt", str(path))
    assert (told.status, told.json["accepted"], told.json["scheme"]) == (1, False, None)
    assert told.json["reason"] in ("receipt-no-code", "picture-blurred")
    assert told.json["sentence"]


PRINT = """MINI MARKET
Date: 21/11/2025 14:32
Receipt No: A-1234
Bread            2.50
Milk             1.20
TOTAL            3.70
CASH             5.00
CHANGE           1.30
"""


@pytest.mark.parametrize("padding", [0, 5_000])
def test_a_receipts_text_is_read_where_there_is_no_code(
    new: CommandLine, tmp_path: Path, padding: int
) -> None:
    path = tmp_path / "receipt.txt"
    path.write_text(PRINT + "\n" * padding, encoding="utf-8")
    told = new.told("receipt", str(path))
    facts = told.json
    assert (told.status, facts["scheme"], facts["total"]) == (0, "text", "3.70")
    assert (facts["issued_at"], facts["receipt"]) == ("2025-11-21T14:32", "A-1234")
    assert "somebody has compared it with the paper" in new("receipt", str(path)).out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("one two three\nfour five\nsix", "receipt-print"),
        (PRINT.replace("21/11/2025", ""), "receipt-print"),
        ("one line of words that is no code", "receipt-unknown"),
    ],
)
def test_print_that_does_not_say_what_was_paid_and_when_is_told(
    new: CommandLine, tmp_path: Path, text: str, reason: str
) -> None:
    path = tmp_path / "receipt.txt"
    path.write_text(text, encoding="utf-8")
    refused(new.told("receipt", str(path)), reason)
    path.write_text(text, encoding="utf-16")  # a code would be told apart, a text is not guessed at
    assert new.told("receipt", str(path)).json["reason"] == "receipt-unknown"


def test_an_invoice_whose_number_begins_like_a_bitmap_is_no_picture(
    new: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "code"
    path.write_text(TW.replace("ZF", "BM", 1), encoding="utf-8")
    assert new.told("receipt", str(path)).json["receipt"] == "BM13137879"
