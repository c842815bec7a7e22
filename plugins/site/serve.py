"""The site on this machine, rebuilt and reloaded whenever a file is saved."""

import socket
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Thread

from plugins.qr_codes import render_terminal
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.site.build import BuildFailed, build_site

PORT = 8000
_WATCHED = ("content", "theme", "pelicanconf.py")


def serve_site(root: Path, port: int = PORT, print_line: Callable[[str], None] = print) -> None:
    """Build, serve on every interface, and rebuild on each save until interrupted."""
    print_line(str(build_site(root)))
    serve_built(root, port, print_line)


def serve_built(root: Path, port: int, print_line: Callable[[str], None]) -> None:
    """Serve output/ as it is, and rebuild on each save until interrupted."""
    from plugins.site.preview import PreviewServer
    from plugins.site.watcher import SaveWatcher

    wanted, port = port, free_port(port)
    if port != wanted:
        print_line(say(f"端口 {wanted} 有人在用，改用 {port}。", f"Port {wanted} is taken; this is {port}."))
    watched = [root / name for name in _WATCHED]
    server = PreviewServer(watcher=SaveWatcher(watched, lambda: _rebuild(root, print_line)))
    server.watch(str(root / "content"))  # livereload watches its working folder where it is told nothing
    announce(port, print_line)
    Thread(target=import_module, args=("plugins.fast_build.touch_up",), daemon=True).start()  # for the first save
    server.serve(root=str(root / "output"), host="0.0.0.0", port=port, restart_delay=0)


def announce(port: int, print_line: Callable[[str], None]) -> None:
    """Print where the site is: here, on the local network, and as a QR code for the phone."""
    lan = f"http://{lan_address()}:{port}/"
    print_line(say("本机：", "Local: ") + f"  http://127.0.0.1:{port}/")
    print_line(say("局域网：", "Network: ") + lan)
    print_line(say("手机扫一扫（同一 Wi-Fi）：", "Scan with a phone on the same Wi-Fi:"))
    print_line(render_terminal(lan))
    print_line(
        say("改动 content/ 或 theme/ 后页面自动刷新；按 Ctrl+C 结束。", "Edits reload by themselves; Ctrl+C ends.")
    )


def lan_address() -> str:
    """Return this machine's address on the local network, or the loopback address without one. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address; connecting a datagram socket only picks a route
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def free_port(wanted: int) -> int:
    """Return ``wanted``, or the next port after it that nobody listens on; 0 takes any.

    Raises:
        UsageProblem: it is no port, or twenty in a row are taken.
    """
    if not 0 <= wanted <= 65_535:
        raise UsageProblem(
            say(f"{wanted} 不是端口。请写 1024 到 65535。", f"{wanted} is no port. Write 1024 to 65535.")
        )
    for port in range(wanted, min(wanted + 20, 65_536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("0.0.0.0", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise UsageProblem(say(f"端口 {wanted} 起都被占用，换一个 --port。", f"Ports from {wanted} are taken. Try --port."))


def _rebuild(root: Path, print_line: Callable[[str], None]) -> None:
    try:
        built = build_site(root)
    except BuildFailed as problem:
        print_line(say("没有更新，请先改好：", "Not updated; mend this first:"))
        print_line(str(problem))
    else:
        print_line(say(f"已更新：{built}", f"Updated: {built}"))
