"""The preview over HTTP, for browsers on this machine and nobody else."""

import socketserver
import sys
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote

from generator.serving.live import POLICY
from generator.serving.pages import OURS, Answer
from generator.serving.preview import Preview

LOOPBACK = "127.0.0.1"

_EVENTS = f"/{OURS}events"
_MOST_LISTENERS = 100
_HEARTBEAT = 15.0
"""Seconds between two signs of life, by which a listener that has gone is noticed."""
_PATIENCE = 30.0
_PLAIN = "text/plain; charset=utf-8"
_EVENT_STREAM = "text/event-stream; charset=utf-8"
_HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Server(ThreadingHTTPServer):
    """Listens on the loopback address alone. Raises OSError where the port cannot be had."""

    daemon_threads = True
    # Elsewhere this lets a port be taken over at once; on Windows it would let two have the same.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        self.room = threading.BoundedSemaphore(_MOST_LISTENERS)
        super().__init__((LOOPBACK, port), _Handler)
        own = self.server_address[1]
        self.hosts = {f"{LOOPBACK}:{own}", f"localhost:{own}", *((LOOPBACK, "localhost") if own == 80 else ())}

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.server_address[1]}/"

    def server_bind(self) -> None:
        # The library would also ask the network for the machine's name.
        socketserver.TCPServer.server_bind(self)

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that went away is nothing to tell of."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.preview.tell_fault("Ett svar kunde inte ges", error)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = _PATIENCE

    def do_GET(self) -> None:
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            # Another name for this address could be a page elsewhere that wants to read what is shown here.
            self._send(Answer(b"Den adressen visas inte.\n", _PLAIN, 421))
            return
        path, _, query = self.path.partition("?")
        if path == _EVENTS:
            self._listen(_path(parse_qs(query).get("page", [""])[0]))
        else:
            self._send(self._answer(_path(path)))

    def do_HEAD(self) -> None:
        self.do_GET()

    def _answer(self, path: str) -> Answer:
        preview = self.server.preview
        try:
            answer = preview.answer(path)
        except Exception as error:
            preview.tell_fault(f"/{path}", error)
            return Answer("Ett fel i basutbud gör att sidan inte kan visas.\n".encode(), _PLAIN, 500)
        if answer.fault is not None:
            preview.tell_fault(f"/{path}", answer.fault)
        return answer

    def _send(self, answer: Answer) -> None:
        more = {"Location": answer.location} if answer.location else {}
        self._begin(answer.status, {"Content-Type": answer.type, "Content-Length": str(len(answer.data)), **more})
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    def _begin(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _listen(self, path: str) -> None:
        """Tell the version of a page, now and each time it becomes another, until the reader has gone."""
        if self.command == "HEAD":
            self._begin(200, {"Content-Type": _EVENT_STREAM})
        elif not self.server.room.acquire(blocking=False):
            self._send(Answer(b"", _PLAIN, 503))
        else:
            try:
                self._begin(200, {"Content-Type": _EVENT_STREAM})
                self._tell_versions(path)
            finally:
                self.server.room.release()

    def _tell_versions(self, path: str) -> None:
        preview = self.server.preview
        version = preview.version(path)
        self.wfile.write(f"retry: 1000\ndata: {version}\n\n".encode())
        while not preview.has_stopped:
            before, version = version, preview.wait_for_news(path, version, _HEARTBEAT)
            self.wfile.write(b": .\n\n" if version == before else f"data: {version}\n\n".encode())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses: other methods, and what is not HTTP."""
        self.close_connection = True
        text = "Det går bara att läsa här.\n" if code == 501 else "Det går inte att läsa det som skickades.\n"
        answer = Answer(text.encode(), _PLAIN, 405 if code == 501 else code)
        length = str(len(answer.data))
        self._begin(answer.status, {"Content-Type": answer.type, "Content-Length": length, "Allow": "GET, HEAD"})
        self.wfile.write(answer.data)

    def version_string(self) -> str:
        return "basutbud"

    def log_message(self, format: str, *arguments: object) -> None:
        """Nobody at the terminal wants to know of each page."""


def _path(address: str) -> str:
    """The path below the site that an address asks for, whatever bytes are in it."""
    return unquote(address.removeprefix("/"), errors="surrogateescape")
