"""Lines over time, named at their ends, with a band of what is likely and a dashed forecast."""

from __future__ import annotations

from receipts.charts.frame import Frame, Room, axis_of, framed, labels_below
from receipts.charts.kinds import Lines
from receipts.charts.palette import mixed
from receipts.charts.shapes import Line, Path, Point, Shape

_MARKED = 20
"""Up to so many values each is marked; more would be a row of beads."""


def laid(chart: Lines, room: Room) -> list[Shape]:
    """The band below all, then the axis, the lines and their names."""
    everything = [
        *(value for one in chart.series for value in one.values if value is not None),
        *(value for value in (*chart.low, *chart.high) if value is not None),
    ]
    names = [room.cut(room.write(one.name), room.width * 0.3) for one in chart.series]
    named = len(names) > 1
    beside = max(map(room.wide, names), default=0.0) + room.em * 1.6 if named else 0.0
    frame = framed(room, everything, chart.unit, len(chart.labels), beside=beside, from_zero=False)
    found = [
        *_band(chart, room, frame),
        *axis_of(room, frame, chart.unit),
        *labels_below(room, frame, chart.labels),
    ]
    for number in range(len(chart.series)):
        found += _line(chart, room, frame, number)
    return [*found, *(_names(chart, room, frame, names) if named else ())]


def mark(x: float, y: float, number: int, colour: str, radius: float) -> Path:
    """The mark of the n-th line: a diamond, a square, a triangle on its base or on its tip."""
    turned: tuple[tuple[Point, ...], ...] = (
        ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
        ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
        ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
        ((0, 1.1), (1.1, -0.9), (-1.1, -0.9)),
    )
    points = tuple((x + dx * radius, y + dy * radius) for dx, dy in turned[number % len(turned)])
    return Path(points, fill=colour)


def stretches(values: tuple[float | None, ...]) -> list[list[int]]:
    """The places of values without a hole between."""
    found: list[list[int]] = []
    for at, value in enumerate(values):
        if value is None:
            continue
        if found and found[-1][-1] == at - 1:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _band(chart: Lines, room: Room, frame: Frame) -> list[Shape]:
    both = tuple(
        None if low is None or high is None else high - low
        for low, high in zip(chart.low, chart.high, strict=True)
    )
    fill = mixed(room.theme.line(0), room.theme.ground, 0.22)
    found: list[Shape] = []
    for places in stretches(both):
        upper = [(frame.x(at), frame.y(chart.high[at] or 0.0)) for at in places]
        lower = [(frame.x(at), frame.y(chart.low[at] or 0.0)) for at in reversed(places)]
        if len(places) == 1:  # a band of one value has no width: draw it as a bar of the line
            (x, top), (_, bottom) = upper[0], lower[0]
            found.append(Line(x, top, x, bottom, fill, room.em * 0.5))
            continue
        found.append(Path((*upper, *lower), fill=fill))
        found += [
            Path(tuple(side), room.theme.line(0), room.em * 0.05, (room.em * 0.15, room.em * 0.3))
            for side in (upper, lower)
        ]
    return found


def _line(chart: Lines, room: Room, frame: Frame, number: int) -> list[Shape]:
    values = chart.series[number].values
    colour, width = room.theme.line(number), room.em * 0.2
    found: list[Shape] = []
    turn = chart.forecast if number == 0 and chart.forecast >= 0 else len(values)
    for places in stretches(values):
        known = [at for at in places if at < turn]
        # The dashes begin where the line ends, or there would be a hole between.
        ahead = [at for at in places if at >= turn - 1] if places[-1] >= turn else []
        for part, dash in ((known, ()), (ahead, (room.em * 0.5, room.em * 0.35))):
            if len(part) > 1:
                points = tuple((frame.x(at), frame.y(values[at] or 0.0)) for at in part)
                found.append(Path(points, colour, width, dash))
        if len(values) <= _MARKED or len(places) == 1:
            radius = room.em * 0.28
            found += [
                mark(frame.x(at), frame.y(values[at] or 0.0), number, colour, radius)
                for at in places
            ]
    return found


def _names(chart: Lines, room: Room, frame: Frame, names: list[str]) -> list[Shape]:
    """Each name beside its line's end, moved apart where ends lie close together."""
    wanted = []
    for number, one in enumerate(chart.series):
        last = next((value for value in reversed(one.values) if value is not None), None)
        if last is not None:
            wanted.append((frame.y(last), number))
    wanted.sort()
    line = room.em * 1.25
    bases: list[float] = []
    for y, _ in wanted:
        bases.append(max(y, bases[-1] + line) if bases else max(y, frame.top))
    under = bases[-1] - frame.bottom if bases else 0.0
    for at in range(len(bases) - 1, -1, -1):
        ceiling = bases[at + 1] - line if at + 1 < len(bases) else bases[at] - max(0.0, under)
        bases[at] = min(bases[at], ceiling)
    found: list[Shape] = []
    for base, (_, number) in zip(bases, wanted, strict=True):
        colour, x = room.theme.line(number), frame.right + room.em * 0.5
        found.append(mark(x, base, number, colour, room.em * 0.3))
        found.append(room.text(x + room.em * 0.6, base + room.em * 0.36, names[number]))
    return found
