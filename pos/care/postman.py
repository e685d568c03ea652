"""Letters sent beside an open counter: a thread that makes what is due and hands it over, now and
then, and that the till never waits for.
"""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Final

from loyalty.errors import LoyaltyError
from pos.care.making import make
from pos.care.sending import Sent, send
from pos.care.smtp import SmtpPost, server_of
from pos.shop import Shop
from pos.trouble import TroubleError

log = logging.getLogger(__name__)

FIRST_S: Final = 120
"""After the counter was opened: its first customer goes before any letter."""
EVERY_S: Final = 15 * 60
_PATIENCE_S: Final = 3
_PAGES: Final = 100
_MOST: Final = 100


class Postman:
    """Goes his rounds from `start` to `stop`, in a shop that has set a mail server."""

    def __init__(
        self, shop: Shop, folder: Path, *, first_s: float = FIRST_S, every_s: float = EVERY_S
    ) -> None:
        self._shop, self._folder = shop, folder
        self._first_s, self._every_s = first_s, every_s
        self._over = threading.Event()
        self._post: SmtpPost | None = None
        self._thread = threading.Thread(target=self._rounds, name="postman", daemon=True)

    def start(self) -> None:
        """Begin; where no mail server is set, nothing happens."""
        if self._shop.settings.mail_host:
            self._thread.start()

    def stop(self) -> None:
        """End, before the books are closed. A letter that is being handed over may be finished for
        some seconds; then the line is cut, and that letter is given up as unsure. Who still waits
        for a connection then has no letter in hand, and touches the books no more.
        """
        self._over.set()
        if not self._thread.is_alive():
            return
        self._thread.join(_PATIENCE_S)
        if self._thread.is_alive() and self._post is not None:
            self._post.cut()
            self._thread.join(_PATIENCE_S)

    def go(self) -> Sent:
        """One round. Errors: `message-linked`, and TroubleError as `server_of`."""
        server = server_of(self._shop.settings, self._folder)
        make(self._shop, _PAGES)
        self._post = SmtpPost(server)
        return send(self._shop, self._post, _MOST, self._over.is_set)

    def _rounds(self) -> None:
        pause_s = self._first_s
        while not self._over.wait(pause_s):
            pause_s = self._every_s
            try:
                done = self.go()
            except LoyaltyError:  # there is a head office since: nobody writes from here
                return
            except TroubleError as error:
                log.warning("no letters sent: %s", error.code)
            else:
                if done.stopped:
                    log.warning("letters wait: %s", done.stopped)
