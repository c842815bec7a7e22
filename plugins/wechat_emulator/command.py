"""The emulator as a command: started by hand, for any client in any language."""

from pathlib import Path

from plugins.shared.errors import ContentProblems, Problem, UsageProblem
from plugins.wechat_emulator.routes.control_state import snapshots_of
from plugins.wechat_emulator.seed import load_seed_file
from plugins.wechat_emulator.serve import EmulatorServer
from plugins.wechat_emulator.state.profile_switch import switch_profile
from plugins.wechat_emulator.state.script import play_script
from plugins.wechat_emulator.state.settings import SettingUnknown
from plugins.wechat_emulator.state.snapshot import SnapshotUnknown
from plugins.wechat_emulator.state.store import Store

MEMORY = ":memory:"


def run_emulator(
    data: Path,
    host: str = "127.0.0.1",
    port: int = 8090,
    *,
    profile: str = "",
    seed: str = "",
    faults: str = "",
    reset: bool = False,
    restore: str = "",
    snapshot: str = "",
) -> None:
    """Serve the accounts kept in ``data`` until Ctrl+C; ``data`` ``:memory:`` keeps nothing.

    In this order: ``reset`` empties everything, ``restore`` goes back to a snapshot, ``seed`` adds what a JSON document
    describes to a store that holds nothing, ``profile`` makes the first account one of another kind, ``faults`` plans
    a script, ``snapshot`` keeps all that under a name.

    Raises:
        UsageProblem: the port is taken, or there is no such profile or snapshot.
        ContentProblems: the seed or the script cannot be used.
    """
    store = Store(MEMORY if str(data) == MEMORY else data / "wechat.sqlite")
    try:
        prepare(store, profile=profile, seed=seed, faults=faults, reset=reset, restore=restore, snapshot=snapshot)
        _serve(EmulatorServer(store, host, port), port)
    finally:
        store.close()


def prepare(
    store: Store,
    *,
    profile: str = "",
    seed: str = "",
    faults: str = "",
    reset: bool = False,
    restore: str = "",
    snapshot: str = "",
) -> None:
    """Bring a store into the state that the command's flags ask for."""
    snapshots = snapshots_of(store)
    try:
        if reset:
            with snapshots.spared():
                store.reset()
        if restore:
            snapshots.restore(restore)
        if seed and _holds_nothing(store):
            load_seed_file(store, Path(seed))
        if profile:
            switch_profile(store, "", profile)
        if faults:
            store.faults.clear()
            play_script(store, _read(Path(faults)), faults)
        if snapshot:
            snapshots.take(snapshot, store.clock.now())
    except (SettingUnknown, SnapshotUnknown) as problem:
        raise UsageProblem(str(problem)) from None


def describe(server: EmulatorServer) -> str:
    """Return what a client needs to know as lines of a .env file, and where a person looks."""
    account = server.store.accounts.all()[0]
    return (
        "公众号模拟器已启动，按 Ctrl+C 停止 / The emulator is running, Ctrl+C stops it\n"
        f"WECHAT_API_BASE={server.url}\nWECHAT_APPID={account.appid}\nWECHAT_APPSECRET={account.secret}\n"
        f"# 控制台 / console: {server.url}/console/"
    )


def _serve(server: EmulatorServer, port: int) -> None:
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


def _holds_nothing(store: Store) -> bool:
    """Tell whether a store is as it was made: a seed is loaded once, not at every start."""
    accounts = store.accounts.all()
    appid = accounts[0].appid
    return len(accounts) == 1 and store.drafts.count(appid) + store.materials.count(appid, "image") == 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read ({error}). Give the path of a file of JSON lines."
        raise ContentProblems([Problem(str(path), 1, message)]) from None
