"""`regulars scan IMAGE…`: what the camera would read in pictures and videos, and what it means."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from loyalty.codes import Meaning, reading, sale_number
from pos.cli.opened import opened
from pos.cli.shown import member_facts, moment
from pos.cli.told import Error, Facts, Told
from pos.cli.wording import sentence
from pos.devices.decoder import Decoder
from pos.devices.frames import VideoFrames
from pos.devices.ports import FramesEnded, Scan
from pos.devices.sightings import Sightings
from pos.devices.stills import read_still
from pos.places import Places
from pos.shop import Shop
from pos.slips import number_text
from pos.trouble import TroubleError
from receipts.writing.plain import plain

VIDEOS = {".avi", ".mkv", ".mov", ".mp4", ".m4v", ".webm"}
MOST_FRAMES = 20_000  # ten minutes of film; whoever scans more has chosen the wrong file


def scan(options: Namespace, places: Places) -> Told:
    """Each file's codes; an error where one file gave none."""
    decoder = Decoder()
    images = [_image(path, decoder) for path in options.images]
    if places.database.exists():
        with opened(places) as shop:
            for image in images:
                for code in image["codes"]:
                    code |= _known(shop, code)
    lines = [line for image in images for line in _lines(image)]
    empty = sum(not image["codes"] for image in images)
    error = Error("scan-nothing", {"images": empty, "of": len(images)}) if empty else None
    return Told({"images": images}, tuple(lines), error)


def _image(path: Path, decoder: Decoder) -> Facts:
    facts: Facts = {"path": str(path), "codes": [], "error": None}
    try:
        film = path.suffix.lower() in VIDEOS
        found = _film(path, decoder) if film else read_still(path, decoder)
    except TroubleError as trouble:
        said = sentence(trouble.code, trouble.facts)
        facts["error"] = {"code": trouble.code, "facts": trouble.facts, "sentence": said}
        return facts
    facts["codes"] = [_code(one) for one in found]
    return facts


def _film(path: Path, decoder: Decoder) -> list[Scan]:
    """Codes believed as at the counter: seen in several frames, one code at a time."""
    frames, sightings = VideoFrames(path, paced=False), Sightings()
    found: dict[str, Scan] = {}
    frames.open()
    try:
        for _ in range(MOST_FRAMES):
            frame = frames.read()
            if frame is None:
                continue
            verdict = sightings.frame(decoder.look(frame.gray), frame.at_ms)
            if (seen := verdict.accepted) is not None:
                found.setdefault(seen.text, Scan(seen.text, "file", seen.symbology, frame.at_ms))
    except FramesEnded:
        pass
    finally:
        frames.close()
    return list(found.values())


def _code(one: Scan) -> Facts:
    meaning = reading(one.text).meaning.value
    return {"text": one.text, "symbology": one.symbology, "meaning": meaning}


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


_MEANS = {
    "member-card": "member card",
    "operator-badge": "operator's badge",
    "sale-slip": "slip of a sale",
    "product": "product",
    "damaged": "damaged: scan it again",
    "foreign": "not one of ours",
    "too-long": "too long to be one of ours",
    "empty": "empty",
}


def _lines(image: Facts) -> list[str]:
    shown = plain(image["path"], 200)
    if image["error"]:
        return [f"{shown}: {image['error']['sentence']}"]
    if not image["codes"]:
        return [f"{shown}: no code was found; go nearer, and avoid shine and blur"]
    return [
        f"{shown}: {one['text']} ({one['symbology']}) {_meaning(one)}" for one in image["codes"]
    ]


def _meaning(code: Facts) -> str:
    words = _MEANS[code["meaning"]]
    if member := code.get("member"):
        return f"{words} of {member['name'] or member['phone'] or member['id']}"
    if sale := code.get("sale"):
        return f"{words} {sale['number']}" + (", returned" if sale["returned"] else "")
    if operator := code.get("operator"):
        return f"{words} of {operator}"
    unknown = any(code.get(name, ...) is None for name in ("member", "sale", "operator"))
    return f"{words}, not known here" if unknown else words
