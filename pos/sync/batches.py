"""What of the books head office is to have next, as batches: oldest epoch first, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from loyalty.ledger.entry import EntryKey
from loyalty.rights.lineage import Lineage
from pos.store import View
from pos.store.syncing import EpochEnd
from pos.sync import wire
from pos.sync.messages import Batch
from pos.trouble import TroubleError


@dataclass(frozen=True, slots=True)
class Segment:
    """Entries of one epoch that head office is to have: those behind `after`, up to `head`. `of`:
    the name there of the epoch that they branch from.
    """

    end: EpochEnd
    after: int
    known_as: int
    of: int


def segments_of(view: View) -> list[Segment]:
    """This terminal's epochs as head office is to have them, oldest first: one that went on as a
    branch is the part up to its root, and the branch.
    """
    branches = view.lineage().branches
    found = []
    for end in view.epoch_ends():
        names = [(0, end.epoch)]  # behind a number, up to the next one's
        for branch in branches:
            if branch.epoch == end.epoch:
                names = [name for name in names if name[0] < branch.common]
                names.append((branch.common, branch.known_as))
        of = end.epoch
        for n, (after, known_as) in enumerate(names, start=1):
            upto = end
            if n < len(names):
                root = names[n][0]
                upto = replace(end, seq=root, hash=view.hash_at(end.epoch, root) or b"")
            found.append(Segment(upto, after, known_as, of))
            of = known_as
    newest = found[-1:]
    return [s for s in found[:-1] if s.end.seq > max(s.end.acked, 0)] + newest


def next_batch(
    view: View, next_: Mapping[int, int], most: int
) -> tuple[Segment, Batch, list[bytes]] | None:
    """The oldest entries that head office has not, as a batch; None where it has all."""
    lineage = view.lineage()
    for segment in segments_of(view):
        end = segment.end
        first = next_.get(segment.known_as, segment.after + 1)
        if first > end.seq:
            continue
        first = max(first, segment.after + 1)
        base = view.hash_at(end.epoch, first - 1)
        if base is None:
            raise TroubleError("office-unreadable")
        n = min(most, end.seq - first + 1)
        lines = _lines(view, lineage, end.epoch, first, n)
        head = view.hash_at(end.epoch, first + len(lines) - 1) or b""
        batch = Batch(
            epoch=segment.known_as,
            first=first,
            n=len(lines),
            base=base,
            head=head,
            branches=lineage.rows(),
        )
        return segment, batch, lines
    return None


def unproved(view: View, asked: set[int]) -> tuple[Segment, Batch, list[bytes]] | None:
    """The last entry of an epoch that head office has and whose proof got lost, to be sent again:
    the answer brings the proof. Not those of `asked`: once a session is enough.
    """
    for segment in segments_of(view):
        end = segment.end
        if end.seq <= max(end.acked, segment.after) or segment.known_as in asked:
            continue
        base = view.hash_at(end.epoch, end.seq - 1)
        if base is None:
            raise TroubleError("office-unreadable")
        lineage = view.lineage()
        lines = _lines(view, lineage, end.epoch, end.seq, 1)
        batch = Batch(
            epoch=segment.known_as,
            first=end.seq,
            n=1,
            base=base,
            head=end.hash,
            branches=lineage.rows(),
        )
        return segment, batch, lines
    return None


def _lines(view: View, lineage: Lineage, epoch: int, first: int, n: int) -> list[bytes]:
    """Lines of entries, as many as fit one push."""
    lines: list[bytes] = []
    size = 0
    for entry in view.entries(after=EntryKey(view.terminal, epoch, first - 1), limit=n):
        line = wire.line_of(lineage.translated(entry))
        if lines and size + len(line) > wire.MOST_PLAIN // 2:
            break
        lines.append(line)
        size += len(line) + 1
    return lines


def all_sent(view: View, next_: Mapping[int, int]) -> bool:
    """Whether head office has everything, as far as this session knows."""
    return all(
        next_.get(s.known_as, s.after + 1) > s.end.seq for s in segments_of(view) if s.end.seq
    )
