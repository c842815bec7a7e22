"""The file of the account's credentials: never in git, readable by its owner only."""

from pathlib import Path

from plugins.shared.files import write_atomic

APPID, SECRET = "WECHAT_APPID", "WECHAT_APPSECRET"


def write_env(root: Path, appid: str) -> Path:
    """Put the appid into .env, made from .env.example where there is none; the secret's line stays for the owner."""
    path = root / ".env"
    source = path if path.exists() else root / ".env.example"
    text = source.read_text(encoding="utf-8") if source.exists() else f"{APPID}=\n{SECRET}=\n"
    write_atomic(path, render_env(text, appid).encode("utf-8"), mode=0o600)
    return path


def render_env(text: str, appid: str) -> str:
    """Return the file's text with the appid set and a line for the secret; everything else stays."""
    lines = [f"{APPID}={appid}" if line.startswith(f"{APPID}=") else line for line in text.splitlines()]
    if f"{APPID}={appid}" not in lines:
        lines.append(f"{APPID}={appid}")
    if not any(line.startswith(f"{SECRET}=") for line in lines):
        lines.append(f"{SECRET}=")
    return "\n".join(lines) + "\n"
