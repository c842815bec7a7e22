"""What ``invoke forms`` does: receive, export, delete."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.forms.export import csv_bytes, xlsx_bytes
from plugins.forms.model import Form
from plugins.forms.store import AnswerStore
from plugins.shared.clock import SHANGHAI
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import say

if TYPE_CHECKING:
    from plugins.forms.receiver import Receiver

DATABASE = "forms.sqlite"


@dataclass(frozen=True)
class FormsDesk:
    """The forms of a shop and the answers to them."""

    root: Path
    state_dir: Path
    environ: Mapping[str, str]

    @property
    def store(self) -> AnswerStore:
        """The answers; ``FORMS_DATABASE`` names another file."""
        return AnswerStore(Path(self.environ.get("FORMS_DATABASE") or self.state_dir / DATABASE))

    def receiver(self) -> "Receiver":
        """Return the application that forms are sent to."""
        from plugins.forms.again import AgainPage
        from plugins.forms.receiver import Receiver
        from plugins.site.check import load_site

        site = load_site(self.root / "content")
        url = (self.environ.get("SITEURL") or site.shop.site_url).rstrip("/")
        page = AgainPage(self.root / "theme", site.shop, url)
        forms = {form.slug: form for form in site.forms if form.fields}
        base = urlsplit(site.shop.forms_url).path.rstrip("/")
        return Receiver(forms, url, base, page, self.store, lambda: datetime.now(SHANGHAI))

    def export(self, slug: str, target: Path) -> str:
        """Write the answers to a form as CSV or XLSX, for the owner's eyes only; return what was done."""
        form = self._form(slug)
        writers = {".csv": csv_bytes, ".xlsx": xlsx_bytes}
        if target.suffix.lower() not in writers:
            text = f"{target}：请写 .csv 或 .xlsx。", f"{target}: name a .csv or .xlsx file."
            raise UsageProblem(say(*text))
        answers = self.store.all(form.slug)
        write_atomic(target, writers[target.suffix.lower()](form, answers), mode=0o600)
        return say(
            f"{target}：{form.title}，{len(answers)} 份。里面有个人信息，用完请删。",
            f"{target}: {form.title}, {len(answers)} answers. It holds personal data; delete it after use.",
        )

    def purge(self) -> str:
        """Delete what is due; return what was done."""
        count = self.store.purge(datetime.now(SHANGHAI))
        return say(f"到期删除 {count} 份。", f"{count} answers were due and are deleted.")

    def delete(self, answer_id: int) -> str:
        """Delete one answer at its writer's request; return what was done. Raises UsageProblem: there is none."""
        if not self.store.delete(answer_id):
            raise UsageProblem(say(f"没有编号 {answer_id}。", f"there is no answer {answer_id}."))
        return say(f"已删除编号 {answer_id}。", f"answer {answer_id} is deleted.")

    def _form(self, slug: str) -> Form:
        from plugins.site.check import load_site

        forms = {form.slug: form for form in load_site(self.root / "content").forms}
        if slug not in forms:
            names = "、".join(forms) or "-"
            raise UsageProblem(
                say(f"没有表单“{slug}”。有：{names}。", f"there is no form '{slug}'. There are: {names}.")
            )
        return forms[slug]


def application() -> "Receiver":
    """Return the receiver of this repository: ``waitress-serve --call plugins.forms.command:application``."""
    root = Path(__file__).resolve().parents[2]
    return FormsDesk(root, root / ".wechat", os.environ).receiver()


def serve(desk: FormsDesk, host: str, port: int, proxies: int) -> None:
    """Receive until interrupted; ``proxies`` in front of us are believed about the visitor's address."""
    import waitress
    from werkzeug.middleware.proxy_fix import ProxyFix

    receiver = desk.receiver()
    print(desk.purge())
    waiting = ", ".join(receiver.forms) or "-"
    print(
        say(
            f"http://{host}:{port}{receiver.base}/… 接收：{waiting}（Ctrl-C 结束）",
            f"http://{host}:{port}{receiver.base}/… receives {waiting} (Ctrl-C ends)",
        )
    )
    application = ProxyFix(receiver, x_for=proxies, x_proto=proxies, x_host=proxies) if proxies else receiver
    waitress.serve(application, host=host, port=port, threads=4, ident="")
