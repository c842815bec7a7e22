"""The emulator as a command: started by hand, for any client in any language."""

from pathlib import Path

from plugins.shared.errors import UsageProblem
from plugins.wechat_emulator.serve import EmulatorServer
from plugins.wechat_emulator.state.store import Store


def run_emulator(data: Path, host: str = "127.0.0.1", port: int = 8090) -> None:
    """Serve the accounts kept in ``data`` until Ctrl+C. Raises UsageProblem where the port is taken."""
    store = Store(data / "wechat.sqlite")
    server = EmulatorServer(store, host, port)
    try:
        server.start()
    except OSError as error:
        raise UsageProblem(
            f"端口 {port} 不能用（{error.strerror}）。请换一个：--port 0 会自动挑选。\n"
            f"Port {port} cannot be used ({error.strerror}). Take another one: --port 0 picks a free one."
        ) from error
    print(describe(server), flush=True)
    try:
        server.wait()
    except KeyboardInterrupt:
        server.stop()
    finally:
        store.close()


def describe(server: EmulatorServer) -> str:
    """Return what a client needs to know, as lines of a .env file."""
    account = server.store.accounts.all()[0]
    return (
        "公众号模拟器已启动，按 Ctrl+C 停止 / The emulator is running, Ctrl+C stops it\n"
        f"WECHAT_API_BASE={server.url}\nWECHAT_APPID={account.appid}\nWECHAT_APPSECRET={account.secret}"
    )
