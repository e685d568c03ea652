"""The hub on the shop's own network: HTTP by the standard library, for a till has no web server.

Few and bounded: so many connections in all and from one address, bodies of a megabyte, ten
seconds for whoever is slow. One line in the log for each new reason to refuse, not for each try.
"""

from __future__ import annotations

import logging
import socket
import sys
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pos.sync.hub_desk import MOST_BODY, HubDesk, HubReply
from pos.trouble import TroubleError

CONNECTIONS, OF_ONE = 32, 8
IDLE_S = 10
LOG = logging.getLogger(__name__)


class HubServer:
    """Listens from its making on; `start` and `stop`. TroubleError `hub-address-taken`."""

    def __init__(self, desk: HubDesk, host: str, port: int) -> None:
        try:
            self._server = _Server(desk, host, port)
        except (OSError, OverflowError) as error:
            raise TroubleError("hub-address-taken", host=host, port=port) from error
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.2,), name="hub", daemon=True
        )

    @property
    def port(self) -> int:
        """The port it listens on: the one asked for, or the one that was free for 0."""
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """End; what is under way is answered or dropped, never half booked."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(2)
        self._server.server_close()
        self._server.drop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 16

    def __init__(self, desk: HubDesk, host: str, port: int) -> None:
        self.desk = desk
        self._lock = threading.Lock()
        self._open: dict[socket.socket, str] = {}
        self.refused: set[str] = set()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Without asking a name server for our own name, as the library would."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def process_request(self, request: Any, client_address: Any) -> None:
        """A thread for a connection, where there is room."""
        address = str(client_address[0])
        with self._lock:
            full = len(self._open) >= CONNECTIONS
            if full or Counter(self._open.values())[address] >= OF_ONE:
                self.shutdown_request(request)
                return
            self._open[request] = address
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._open.pop(request, None)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that breaks is nothing to write home about; our own faults are."""
        fault = sys.exc_info()
        if not isinstance(fault[1], OSError):
            LOG.error("the hub could not answer a till", exc_info=fault)

    def drop(self) -> None:
        """End the connections that are open."""
        with self._lock:
            still = list(self._open)
        for connection in still:
            self.shutdown_request(connection)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "regulars", ""
    timeout = IDLE_S
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        """One message."""
        length = self.headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 9):
            self._close(411)
            return
        if int(length) > MOST_BODY or "transfer-encoding" in self.headers:
            self._close(413)
            return
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._answer(self.server.desk.handle(self.path, headers, body))

    def _answer(self, reply: HubReply) -> None:
        if reply.why and reply.why != "session-stale" and reply.why not in self.server.refused:
            self.server.refused.add(reply.why)
            LOG.info("the hub refuses %s: %s", self.client_address[0], reply.why)
        self.send_response_only(reply.status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(reply.body)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def _close(self, status: int) -> None:
        self.close_connection = True
        self.send_response_only(status)
        self.send_header("content-length", "0")
        self.send_header("connection", "close")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Not a line a request."""
