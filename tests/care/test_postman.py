"""Letters beside an open counter: sent without anybody asking, and ended with the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from loyalty.care.letter import MessageState, Occasion
from pos.care.postman import Postman
from pos.shop import Shop
from tests.care.people import letters_for, reader, written
from tests.care.post_office import PostOffice


def reached(shop: Shop, office: PostOffice) -> Shop:
    """The shop with the server in its settings."""
    settings = replace(shop.settings, mail_port=office.port, mail_security="none")
    return replace(shop, settings=settings)


def until(there: Callable[[], bool]) -> None:
    """Wait for another thread; a test that waits in vain is ended by its timeout."""
    while not there():
        time.sleep(0.01)


def test_a_round_is_gone_by_itself(shop: Shop, office: PostOffice, tmp_path: Path) -> None:
    letters_for(shop, Occasion.WELCOME)
    member = reader(shop)
    postman = Postman(reached(shop, office), tmp_path, first_s=0.01)
    postman.start()
    until(lambda: [one.state for one in written(shop, member.id)] == [MessageState.SENT])
    postman.stop()
    assert len(office.taken) == 1
    assert "postman" not in {thread.name for thread in threading.enumerate()}


def test_leaving_does_not_wait_for_a_server_that_hangs(
    shop: Shop, office: PostOffice, tmp_path: Path
) -> None:
    letters_for(shop, Occasion.WELCOME)
    member = reader(shop)
    office.keeps_and_hangs = True
    postman = Postman(reached(shop, office), tmp_path, first_s=0.01)
    postman.start()
    until(lambda: len(office.taken) == 1)
    postman.stop()  # within seconds, where the server's last word may take ten minutes
    (message,) = written(shop, member.id)
    assert (message.state, message.why) == (MessageState.GIVEN_UP, "unsure")


def test_a_shop_without_a_mail_server_has_no_rounds(shop: Shop, tmp_path: Path) -> None:
    silent = replace(shop, settings=replace(shop.settings, mail_host=""))
    postman = Postman(silent, tmp_path, first_s=0)
    postman.start()
    assert "postman" not in {thread.name for thread in threading.enumerate()}
    postman.stop()
