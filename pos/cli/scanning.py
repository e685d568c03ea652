"""`regulars scan FILE…`: what the camera would read in pictures and videos, and what it means."""

from __future__ import annotations

import base64
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from loyalty.codes import Meaning, reading, sale_number
from loyalty.errors import LoyaltyError
from pos.cli.opened import opened
from pos.cli.shown import member_facts, moment
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.wording import sentence
from pos.devices.decoder import Decoder
from pos.devices.frames import VideoFrames
from pos.devices.ports import Frame, FramesEnded
from pos.devices.reading import Reading
from pos.devices.sightings import Sightings
from pos.devices.stills import open_picture
from pos.devices.study import studied
from pos.devices.symbologies import names_from
from pos.devices.vision import opencv
from pos.places import Places
from pos.scan_kinds import scan_kind
from pos.shop import Shop
from pos.slips import number_text
from pos.trouble import TroubleError
from receipts.reading.schemes import read_code
from receipts.writing.plain import plain

VIDEOS = {".avi", ".mkv", ".mov", ".mp4", ".m4v", ".webm"}
MOST_FRAMES = 20_000  # ten minutes of film; whoever scans more has chosen the wrong file


def scan(options: Namespace, places: Places) -> Told:
    """Each picture's codes as they are read; an error where one file gave none."""
    decoder = Decoder(formats=names_from(options.formats))
    opencv()  # before any picture, whose CPU is told
    pictures = _pictures(options.images, decoder, places)
    if options.json:
        return Told({}, records=pictures)
    lines: list[str] = []
    empty: Error | None = None
    try:
        for picture in pictures:
            lines += _lines(picture)
    except Refused as no:
        empty = Error(no.code, no.facts)
    return Told({}, tuple(lines), empty)


def _pictures(paths: list[Path], decoder: Decoder, places: Places) -> Iterator[Facts]:
    """One object a picture or frame. Refused `scan-nothing` at the end if files gave no code."""
    empty = 0
    with ExitStack() as stack:
        shop = stack.enter_context(opened(places)) if places.database.exists() else None
        for path in paths:
            some = False
            for picture in _of_file(path, decoder):
                for code in picture["codes"]:
                    some = True
                    code |= _receipt(code)
                    code |= _known(shop, code) if shop is not None else {}
                yield picture
            empty += not some
    if empty:
        raise Refused("scan-nothing", images=empty, of=len(paths))


def _of_file(path: Path, decoder: Decoder) -> Iterator[Facts]:
    if path.suffix.lower() in VIDEOS:
        yield from _of_film(path, decoder)
        return
    spent = _cpu(decoder)
    try:
        picture = open_picture(path)
        height, width = (side * picture.times for side in picture.gray.shape)
        codes = [
            _code(one.reading, (width, height), one.ms, confirmed=one.confirmed)
            for one in studied(decoder, picture.gray)
        ]
    except TroubleError as trouble:
        yield _unread(path, trouble)
        return
    yield {"file": str(path), "codes": codes, "cpu_ms": spent()}


def _of_film(path: Path, decoder: Decoder) -> Iterator[Facts]:
    """Frame by frame, codes confirmed as at the counter: in several frames, one code at a time."""
    frames, sightings = VideoFrames(path, paced=False), Sightings(scan_kind)
    believed: set[str] = set()
    try:
        frames.open()
        for number in range(MOST_FRAMES):
            spent = _cpu(decoder)
            frame = frames.read()
            if frame is None:
                continue
            codes = _of_frame(frame, decoder, sightings, believed)
            told = {"file": str(path), "frame": number, "at_ms": frame.at_ms}
            yield told | {"codes": codes, "cpu_ms": spent()}
    except FramesEnded:
        pass
    except TroubleError as trouble:
        yield _unread(path, trouble)
    finally:
        frames.close()


def _of_frame(
    frame: Frame, decoder: Decoder, sightings: Sightings, believed: set[str]
) -> list[Facts]:
    spent = _cpu(decoder)
    readings = decoder.look(frame.gray)
    verdict = sightings.frame(readings, frame.at_ms)
    if verdict.accepted is not None:
        believed.add(verdict.accepted.text)
    size, ms = (frame.width, frame.height), spent()
    return [_code(one, size, ms, confirmed=one.text in believed) for one in readings]


def _code(one: Reading, size: tuple[float, float], ms: float, *, confirmed: bool) -> Facts:
    """`polygon` in pixels of the picture, turned upright where its file says so."""
    return {
        "text": one.text,
        "bytes_b64": base64.b64encode(one.data or one.text.encode()).decode(),
        "symbology": one.symbology,
        "polygon": [[round(x * size[0], 1), round(y * size[1], 1)] for x, y in one.outline],
        "engine": one.engine,
        "ms": round(ms, 2),
        "confirmed": confirmed,
        "meaning": reading(one.text).meaning.value,
    }


def _unread(path: Path, trouble: TroubleError) -> Facts:
    said = sentence(trouble.code, trouble.facts)
    error = {"code": trouble.code, "facts": trouble.facts, "sentence": said}
    return {"file": str(path), "codes": [], "cpu_ms": 0.0, "error": error}


def _cpu(decoder: Decoder) -> Callable[[], float]:
    """Milliseconds of CPU from now on, of this process and of zbar's."""
    before = time.process_time() * 1000 + decoder.helper_cpu_ms

    def spent() -> float:
        return round(time.process_time() * 1000 + decoder.helper_cpu_ms - before, 2)

    return spent


def _receipt(code: Facts) -> Facts:
    """Of what is no number of ours: whose receipt it is, if it is one."""
    if code["meaning"] not in _MAYBE_RECEIPT:
        return {}
    try:
        claim = read_code(base64.b64decode(code["bytes_b64"]))
    except LoyaltyError:
        return {}
    named = {"scheme": claim.scheme, "merchant": claim.merchant, "receipt": claim.receipt}
    return {"meaning": "receipt", "receipt": named}


def _known(shop: Shop, code: Facts) -> Facts:
    """What the shop's books know of a code."""
    text, meaning = code["text"], code["meaning"]
    with shop.store.reading() as view:
        if meaning == Meaning.MEMBER_CARD.value:
            held = view.member_by_card(text)
            return {"member": member_facts(held[0], (held[1],)) if held else None}
        if meaning == Meaning.SALE_SLIP.value:
            sold = view.sold(sale_number(text))
            if sold is None:
                return {"sale": None}
            facts = {"number": number_text(sold.key), "at": moment(shop, sold.at_ms)}
            return {"sale": facts | {"returned": not any(sold.units_left)}}
        if meaning == Meaning.OPERATOR_BADGE.value:
            operator = view.operator_by_badge(text)
            return {"operator": operator.id if operator else None}
    return {}


_MAYBE_RECEIPT = frozenset({Meaning.FOREIGN.value, Meaning.TOO_LONG.value})
_MEANS = {
    "member-card": "member card",
    "operator-badge": "operator's badge",
    "sale-slip": "slip of a sale",
    "voucher": "voucher",
    "referral": "member's code for friends",
    "receipt": "receipt",
    "product": "product",
    "damaged": "damaged: scan it again",
    "foreign": "not one of ours",
    "too-long": "too long to be one of ours",
    "empty": "empty",
}


def _lines(picture: Facts) -> list[str]:
    shown = plain(picture["file"], 200)
    if "frame" in picture:
        shown += f" at {picture['at_ms'] / 1000:.1f} s"
        return [_line(shown, one) for one in picture["codes"]]
    if "error" in picture:
        said = picture["error"]["sentence"]
        return [said if shown in said else f"{shown}: {said}"]
    if not picture["codes"]:
        return [f"{shown}: no code was found; go nearer, and avoid shine and blur"]
    return [_line(shown, one) for one in picture["codes"]]


def _line(shown: str, one: Facts) -> str:
    sure = "" if one["confirmed"] else ", not certain: scan it again"
    return f"{shown}: {plain(one['text'], 500)} ({one['symbology']}) {_meaning(one)}{sure}"


def _meaning(code: Facts) -> str:
    words = _MEANS[code["meaning"]]
    if member := code.get("member"):
        return f"{words} of {member['name'] or member['phone'] or member['id']}"
    if sale := code.get("sale"):
        return f"{words} {sale['number']}" + (", returned" if sale["returned"] else "")
    if operator := code.get("operator"):
        return f"{words} of {operator}"
    if receipt := code.get("receipt"):
        return f"{words} {plain(receipt['receipt'] or '', 80)} ({receipt['scheme']})"
    unknown = any(code.get(name, ...) is None for name in ("member", "sale", "operator"))
    return f"{words}, not known here" if unknown else words
