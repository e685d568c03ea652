"""What needs a person today: promises overdue, requests that wait, an old backup, empty stock."""

from __future__ import annotations

from datetime import date

from loyalty.errors import LoyaltyError
from loyalty.ledger.count import taken_of
from pos.clock import moment_of
from pos.insight.values import Task
from pos.keeping import copies_folder
from pos.shop import Shop, program_in_force
from pos.store.insight.reading import InsightView
from pos.store.insight.waiting import waiting

BACKUP_DAYS = 3
LOW_STOCK = 10
"""Per cent of a reward's stock below which somebody should order or end it."""


def tasks(shop: Shop, view: InsightView, today: date) -> tuple[Task, ...]:
    """In the order of haste; nothing that is in order."""
    found = [Task(code, count) for code, count in waiting(view, today).items()]
    with shop.store.reading() as books:
        asked = len(books.asked_activities())
    if asked:
        found.append(Task("activities-waiting", asked))
    found += _stock(shop, today)
    found += _backup(shop, today)
    return tuple(found)


def _stock(shop: Shop, today: date) -> list[Task]:
    """Rewards that are on offer today and nearly given away, each with its name."""
    with shop.store.reading() as books:
        try:
            program = program_in_force(books, today)
        except LoyaltyError:
            return []
        found = []
        for reward in program.rewards:
            over = reward.ends_on is not None and reward.ends_on < today
            if reward.stock is None or over:
                continue
            name = taken_of(reward.id)
            left = reward.stock - sum(books.whole_shop_counts([name]).values())
            if 100 * left <= LOW_STOCK * reward.stock:
                facts: dict[str, str | int] = {"reward": reward.name, "stock": reward.stock}
                found.append(Task("reward-stock", max(0, left), facts))
    return found


def _backup(shop: Shop, today: date) -> list[Task]:
    """The age in days of the newest copy, where it is too old; or that there is none."""
    try:
        made = [copy.stat().st_mtime for copy in copies_folder(shop).glob("*.db")]
    except OSError:
        made = []
    if not made:
        return [Task("backup-none", 1)]
    last = moment_of(round(max(made) * 1000)).astimezone(shop.clock.zone).date()
    days = (today - last).days
    return [Task("backup-old", days)] if days >= BACKUP_DAYS else []
