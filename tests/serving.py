"""The live preview as tests use it: a process of its own on a free port, asked over HTTP."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from nations import DAY, ROOT

PATIENCE = 60.0


class Served:
    """A preview that runs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        self.address = process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.address
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
        """The path goes over the wire just as it is given."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response, response.read().decode()

    def page(self, path: str) -> str:
        return self.ask(path)[1]

    def until(self, path: str, text: str, there: bool = True) -> str:
        """The page when a text is, or is no longer, there."""
        end = monotonic() + PATIENCE
        while (text in (page := self.page(path))) != there:
            assert monotonic() < end, page
            sleep(0.1)
        return page

    def said(self, payload: bytes) -> bytes:
        """What comes back for some bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(payload)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    @contextmanager
    def events(self, page: str) -> Iterator[Iterator[str]]:
        """The versions of a page, each when it is told."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", f"/_basutbud/events?page={quote(page)}")
            response = connection.getresponse()
            assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
            yield (line.decode().split(":", 1)[1].strip() for line in response if line.startswith(b"data:"))

    def stop(self) -> tuple[int, str]:
        """Ctrl-C: the exit status, and what was said to people all along."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said


@contextmanager
def served(root: Path, *options: str) -> Iterator[Served]:
    kept = {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME")}
    environment = {**kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = Path(sys.executable).with_name("basutbud")
    process = subprocess.Popen(
        [command, "serve", "--root", root, "--port", "0", "--as-of", DAY, "--lang", "sv", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell that runs the tests in the background lets them, and all that they start, hear nothing of Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    try:
        yield Served(process)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
