"""What the task ``init`` calls: questions, one last confirmation, and the list of what was written."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI
from plugins.shop_init.answers import Answers
from plugins.shop_init.questions import ask
from plugins.shop_init.write import init_shop, refuse_uncommitted


def run_init(
    root: Path,
    given: Mapping[str, str] | None = None,
    yes: bool = False,
    force: bool = False,
    read: Callable[[str], str] = input,
    write: Callable[[str], None] = print,
) -> None:
    """Ask for what is not ``given``, confirm unless ``yes``, and replace the sample shop.

    Raises:
        UsageProblem: an answer cannot be used, nobody can answer, or content/ is not committed.
    """
    refuse_uncommitted(root, force)
    try:
        answers = ask(read, write, given)
        if not (yes or _confirmed(read)):
            write(say("什么都没有改。", "Nothing was changed."))
            return
    except EOFError:
        text = (
            "没有人回答。脚本里请把答案都作为参数给出。",
            "nobody answers. In a script, give every answer as an argument.",
        )
        raise UsageProblem(say(*text)) from None
    written = init_shop(root, answers, datetime.now(SHANGHAI), force)
    _tell(root, answers, written, write)


def _confirmed(read: Callable[[str], str]) -> bool:
    text = "示例店的内容会移到 .wechat/trash/，换成您的店。继续吗？[y/N] "
    answer = read(say(text, "The sample shop moves to .wechat/trash/ and yours takes its place. Go on? [y/N] "))
    return answer.strip().lower() in ("y", "yes", "是")


def _tell(root: Path, answers: Answers, written: list[Path], write: Callable[[str], None]) -> None:
    for path in written:
        write(f"  {path.relative_to(root).as_posix()}")
    write(say("好了。文案里带“改这里”的地方请换成您自己的。", "Done. Replace the texts marked 改这里 by your own."))
    if answers.appid:
        write(say("请在 .env 里填上 WECHAT_APPSECRET。", "Fill in WECHAT_APPSECRET in .env."))
    write(say("预览：python3 tasks.py serve", "Preview: python3 tasks.py serve"))
