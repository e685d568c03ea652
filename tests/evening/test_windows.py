"""Where others fail, in windows of real processes: two redeem at once; one is killed at "paid"."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from loyalty.ledger.entry import Account, Kind
from pos.demo import demo_card
from pos.opening import open_shop
from pos.places import Places
from pos.store import verify
from tests.evening.relay import Relay
from tests.evening.street import Cashier, furnished

ANNA = demo_card(1)

# --- 2: two windows of one till -------------------------------------------------------------------


def test_two_windows_redeem_one_balance_at_the_same_moment(tmp_path: Path) -> None:
    shop = furnished(tmp_path, 1, "Old Town", ("Anna Schmidt",))
    shop.store.close()
    line = Relay(1)
    windows = [Cashier(tmp_path, line), Cashier(tmp_path, line)]
    try:
        for window in windows:
            window.begin()
            window.sign_in()
        windows[0].sell("150", ANNA)
        windows[0].rest()
        for window in windows:
            window.scan(ANNA)
            window.type("30")
            window.press("Plus")
        for key in ("F6", "Return"):
            for window in windows:
                window.say("press", text=key)
            for window in windows:
                window.hear()
        took = [window.now["done"]["redeemed"] for window in windows if window.now["done"]]
        said = [window.now["banner"]["code"] for window in windows if window.now["banner"]]
        assert (took, said) == ([150], ["points-held"]), [window.now for window in windows]
        for window in windows:
            window.end()
    finally:
        for window in windows:
            if window.process is not None:
                window.kill()
        line.close()
    with open_shop(Places(tmp_path)).store as store, store.reading() as view:
        assert list(verify(view)) == []
        spent = [
            posting.points
            for each in view.entries(kind=Kind.SALE)
            for posting in each.postings
            if posting.account is Account.MEMBER and posting.points < 0
        ]
    assert spent == [-150]


# --- 3: power cut after "paid" --------------------------------------------------------------------


def sales(path: Path) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as books:
        return int(books.execute("select count(*) from entry where kind = 1").fetchone()[0])


def test_killed_right_after_and_right_before_the_sale_is_there_once_or_not_at_all(
    tmp_path: Path,
) -> None:
    furnished(tmp_path, 1, "Old Town", ("Anna Schmidt",)).store.close()
    books, line = tmp_path / "regulars.db", Relay(1)
    window = Cashier(tmp_path, line)
    try:
        window.begin()
        window.sign_in()
        window.scan(ANNA)
        window.type("40")
        window.say("press", text="Return")
        while not sales(books):
            time.sleep(0.001)
        window.kill()  # it is in the books; nobody has seen that yet
        window.begin()
        window.sign_in()
        assert window.now["last"] == {"kind": "sale", "amount": 4_000, "member": "Anna Schmidt"}
        window.scan(ANNA)
        window.type("70")
        with closing(sqlite3.connect(books, isolation_level=None)) as other:
            other.execute("begin immediate")  # the window wants to write, and waits
            window.say("press", text="Return")
            time.sleep(0.5)
            window.kill()
            other.execute("rollback")
        assert sales(books) == 1
        window.begin()
        window.sign_in()
        assert window.now["last"]["amount"] == 4_000
        assert window.sell("70", ANNA)["balance"] == 110
        assert sales(books) == 2
        window.end()
    finally:
        if window.process is not None:
            window.kill()
        line.close()
