"""The emulator on a socket, in a thread of its own."""

import logging
import socket
import threading
from types import TracebackType

from waitress import wasyncore
from waitress.server import TcpWSGIServer, create_server

from plugins.wechat_emulator.app import create_app
from plugins.wechat_emulator.state.store import Store

THREADS = 8


class EmulatorServer:
    """Serves a store over HTTP while the ``with`` block lasts; port 0 takes any free one."""

    def __init__(self, store: Store | None = None, host: str = "127.0.0.1", port: int = 0) -> None:
        self.store = store or Store()
        self._host = host
        self._port = port
        self._server: TcpWSGIServer | None = None
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    @property
    def url(self) -> str:
        """The address to give to clients as WECHAT_API_BASE."""
        if self._server is None:
            raise RuntimeError("the emulator is not running; call start() first")
        return f"http://{self._host}:{self._server.effective_port}"

    def start(self) -> "EmulatorServer":
        """Listen, and return at once. Raises OSError where the port is taken."""
        address = socket.gethostbyname(self._host)  # one address, where localhost has two
        server = create_server(create_app(self.store, self._host), host=address, port=self._port, threads=THREADS)
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it warns of every call that waits a moment
        self._server = server
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, args=(server,), name="wechat-emulator", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """Close every connection and wait until the server is gone; the store stays open."""
        if self._server is None or self._thread is None:
            return
        server = self._server
        self._stopping.set()
        server.pull_trigger()
        self._thread.join()
        server.task_dispatcher.shutdown()
        wasyncore.close_all(server._map)  # only now: loop and workers write to the trigger until they end
        self._server = self._thread = None

    def wait(self) -> None:
        """Return when the server has stopped."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, server: TcpWSGIServer) -> None:
        while not self._stopping.is_set():
            wasyncore.loop(timeout=1, map=server._map, count=1)

    def __enter__(self) -> "EmulatorServer":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
