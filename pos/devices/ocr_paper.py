"""Makes a photograph fit for reading: the paper found and laid flat, shrunk, its quality judged.

The paper is the largest bright four-cornered thing in the picture; where none stands out, the whole
picture is read. Corners out of order would turn the text over, so they are sorted before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pos.devices.vision import MOST_PIXELS, arrays, opencv
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]

LONGEST_SIDE = 1_600  # pixels; more costs seconds and reads no better
_SHORTEST_SIDE = 120
_STRIP = 3.2  # a paper longer than so many widths keeps this width instead
_LEAST_WIDTH = 560
_COARSE = 480  # pixels of the picture in which the paper is looked for
_LEAST_PART = 0.12  # of the picture, for a quadrilateral to be the paper
_FILLS = 0.80  # of its quadrilateral, for a bright thing to be paper
_BLURRED = 18.0  # variance of the Laplacian; readable photographs lie far above
_DARK = 28.0


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """A paper laid flat, BGR, and how sharp the picture of it is."""

    picture: Picture
    sharpness: float


def paper_of(raw: bytes) -> Paper:
    """The paper in a picture file's bytes.

    TroubleError: "not-a-picture", "picture-too-large", "picture-blurred", "picture-dark",
    "vision-absent".
    """
    picture = _opened(raw)
    flat = _shrunk(_flattened(picture))
    cv2 = opencv()
    gray = cv2.cvtColor(flat, cv2.COLOR_BGR2GRAY)
    if float(gray.max()) < _DARK * 3 or float(gray.mean()) < _DARK:
        raise TroubleError("picture-dark")
    sharpness = float(cv2.Laplacian(gray, cv2.CV_64F).var())
    if sharpness < _BLURRED:
        raise TroubleError("picture-blurred")
    return Paper(flat, sharpness)


def likeness_of(picture: Picture) -> int:
    """The 64-bit hash of a picture's coarse structure: signs of its lowest cosine waves against
    their median (Zauner 2010). Small changes of light, size and compression change few bits.
    """
    cv2, np = opencv(), arrays()
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    small = cv2.resize(gray, (32, 32), interpolation=cv2.INTER_AREA)
    waves = cv2.dct(small.astype(np.float32))[:8, :8].flatten()
    bits = waves > np.median(waves[1:])
    return int("".join("1" if bit else "0" for bit in bits), 2)


def _opened(raw: bytes) -> Picture:
    cv2, np = opencv(), arrays()
    try:
        picture: Picture | None = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        code = "picture-too-large" if "MAX_IMAGE" in str(error) else "not-a-picture"
        raise TroubleError(code, path="", limit=MOST_PIXELS) from error
    if picture is None or picture.ndim != 3 or min(picture.shape[:2]) < 8:
        raise TroubleError("not-a-picture", path="")
    if picture.shape[0] * picture.shape[1] > MOST_PIXELS:
        raise TroubleError("picture-too-large", path="", limit=MOST_PIXELS)
    return picture


def _flattened(picture: Picture) -> Picture:
    """The paper cut out and its perspective undone; the picture itself where no paper shows."""
    cv2, np = opencv(), arrays()
    corners = _corners(picture)
    if corners is None:
        return picture
    top, right = corners[1] - corners[0], corners[2] - corners[1]
    bottom, left = corners[2] - corners[3], corners[3] - corners[0]
    width = int(max(np.hypot(*top), np.hypot(*bottom)))
    height = int(max(np.hypot(*right), np.hypot(*left)))
    if min(width, height) < _SHORTEST_SIDE:
        return picture
    goal = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    turn = cv2.getPerspectiveTransform(corners, goal)
    flat: Picture = cv2.warpPerspective(picture, turn, (width, height), flags=cv2.INTER_AREA)
    return flat


def _corners(picture: Picture) -> Picture | None:
    """Upper left, upper right, lower right, lower left of the paper; None where none stands out."""
    cv2, np = opencv(), arrays()
    scale = _COARSE / max(picture.shape[:2])
    size = (max(1, int(picture.shape[1] * scale)), max(1, int(picture.shape[0] * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    gray = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    _, bright = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    closing = cv2.getStructuringElement(cv2.MORPH_RECT, (15, 15))  # print is dark, paper is not
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, closing)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea))
    part = cv2.contourArea(hull) / (size[0] * size[1])
    if not _LEAST_PART < part < 0.97:
        return None
    quad = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True).reshape(-1, 2)
    if len(quad) != 4:
        quad = cv2.boxPoints(cv2.minAreaRect(hull))
        if cv2.contourArea(hull) < _FILLS * cv2.contourArea(np.float32(quad)):
            return None
    sorted_quad: Picture = _sorted(np.float32(quad)) / np.float32(scale)
    return sorted_quad


def _sorted(quad: Picture) -> Picture:
    """Corners in order from the upper left, for a paper turned by less than 45 degrees."""
    np = arrays()
    centre = quad.mean(axis=0)
    around = quad[np.argsort(np.arctan2(*(quad - centre).T[::-1]))]
    first = int(np.argmin(around.sum(axis=1)))
    return np.float32(np.roll(around, -first, axis=0))  # type: ignore[no-any-return]


def _shrunk(picture: Picture) -> Picture:
    """At most 1,600 pixels long; a long strip keeps enough width for its letters."""
    cv2 = opencv()
    height, width = picture.shape[:2]
    longest = LONGEST_SIDE
    if height > _STRIP * width:
        longest = min(int(_LEAST_WIDTH * height / width), 4 * LONGEST_SIDE)
    scale = longest / max(height, width)
    if scale >= 1:
        return picture
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    small: Picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return small
