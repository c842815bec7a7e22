"""The emulator started by hand."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from plugins.shared.errors import UsageProblem
from plugins.wechat import open_gateway
from plugins.wechat_emulator import EmulatorServer
from plugins.wechat_emulator.command import run_emulator
from tests.conftest import ROOT, hear_interrupts

START = (
    "from pathlib import Path; from plugins.wechat_emulator.command import run_emulator as run; run(Path({!r}), port=0)"
)


def test_what_it_prints_is_what_a_client_needs(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START.format(str(tmp_path))]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=hear_interrupts
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().rstrip() for _ in range(4)]
        environ = dict(line.split("=", 1) for line in lines[1:])
        gateway = open_gateway(environ, None)
        assert gateway.count_drafts() == 0
        requests.post(
            f"{environ['WECHAT_API_BASE']}/_emulator/console/new", json={"title": "题", "html": "字"}, timeout=30
        )
        assert gateway.count_drafts() == 1
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert (tmp_path / "wechat.sqlite").exists()


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with EmulatorServer() as server, pytest.raises(UsageProblem, match="--port 0"):
        run_emulator(tmp_path, port=int(server.url.rpartition(":")[2]))
