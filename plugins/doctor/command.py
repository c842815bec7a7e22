"""What the task ``doctor`` calls."""

from collections.abc import Mapping

from plugins.doctor.diagnose import diagnose
from plugins.doctor.model import Facts
from plugins.doctor.probe import ask
from plugins.doctor.report import render_json, render_text
from plugins.shared.errors import CredentialsRefused, UsageProblem
from plugins.shared.language import say
from plugins.wechat import OFFICIAL_BASE, open_gateway, read_credentials


def examine_account(environ: Mapping[str, str], output: str = "text") -> tuple[str, int]:
    """Return what to print and the exit code; nothing is written anywhere.

    Raises:
        UsageProblem: an unknown output, or WECHAT_API_BASE is no address.
    """
    if output not in ("text", "json"):
        raise UsageProblem(
            say(f"没有 --output {output}。请写 text 或 json。", f"--output {output}: write text or json.")
        )
    server = environ.get("WECHAT_API_BASE", "").strip() or OFFICIAL_BASE
    try:
        read_credentials(environ)
        facts = ask(open_gateway(environ, None), server)
    except CredentialsRefused as missing:
        facts = Facts(server, missing)
    diagnosis = diagnose(facts)
    return (render_json if output == "json" else render_text)(diagnosis), diagnosis.exit_code
