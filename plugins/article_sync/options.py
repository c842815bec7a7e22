"""What a person asks of one run, and which wishes do not go together."""

from dataclasses import dataclass, fields

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say

KEEP_LOCAL, KEEP_ACCOUNT, KEEP_BOTH = "keep-local", "keep-account", "keep-both"
RESOLUTIONS = (KEEP_LOCAL, KEEP_ACCOUNT, KEEP_BOTH)
DIRECTIONS = ("both", "push", "pull")


@dataclass(frozen=True)
class Options:
    """The flags of ``invoke sync``; ``direction`` is both, push or pull, ``only`` a pattern, empty for all.

    ``resolve`` is empty or one of RESOLUTIONS; ``force_delete`` is how many deletions are meant.
    """

    dry_run: bool = False
    only: str = ""
    direction: str = "both"
    merge: bool = False
    resolve: str = ""
    restyle: bool = False
    delete_drafts: bool = False
    force_delete: int = 0

    def __post_init__(self) -> None:
        """Refuse what only looks safe together. Raises UsageProblem."""
        if self.direction not in DIRECTIONS:
            raise UsageProblem(f"direction={self.direction}: {', '.join(DIRECTIONS)}")
        if self.resolve not in ("", *RESOLUTIONS):
            choice = ", ".join(RESOLUTIONS)
            raise UsageProblem(
                say(
                    f"没有 --resolve {self.resolve}。请写其中一个：{choice}。",
                    f"--resolve {self.resolve}: write one of {choice}.",
                )
            )
        for wrong, zh, en in _clashes(self):
            if wrong:
                raise UsageProblem(say(zh, en))

    @property
    def changes(self) -> dict[str, object]:
        """What differs from a plain run, by name."""
        return {
            each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name) != each.default
        }


def _clashes(options: Options) -> tuple[tuple[bool, str, str], ...]:
    push, pull = options.direction == "push", options.direction == "pull"
    return (
        (
            options.merge and bool(options.resolve),
            "--merge 和 --resolve 不能一起用：先 --merge，合不了的再逐篇 --resolve。",
            "--merge and --resolve do not go together: merge first, then resolve what is left.",
        ),
        (
            options.merge and (push or pull),
            "--merge 两边都要写，只能用于 sync。",
            "--merge writes both sides; use it with sync.",
        ),
        (
            options.resolve == KEEP_BOTH and (push or pull),
            "--resolve keep-both 两边都要写，只能用于 sync。",
            "--resolve keep-both writes both sides; use it with sync.",
        ),
        (
            pull and options.resolve == KEEP_LOCAL,
            "pull 不写公众号，不能 --resolve keep-local。",
            "pull does not write to the account: no --resolve keep-local.",
        ),
        (
            push and options.resolve == KEEP_ACCOUNT,
            "push 不改文件，不能 --resolve keep-account。",
            "push does not change files: no --resolve keep-account.",
        ),
        (
            pull and (options.restyle or options.delete_drafts),
            "pull 不写公众号，不能 --restyle 或 --delete-drafts。",
            "pull does not write to the account: no --restyle, no --delete-drafts.",
        ),
        (
            options.delete_drafts and bool(options.resolve) and not options.only,
            "--delete-drafts 配合 --resolve 会删掉别人刚改过的草稿，请用 --only 点名。",
            "--delete-drafts with --resolve deletes drafts that somebody has just edited: name them with --only.",
        ),
        (
            options.force_delete < 0,
            "--force-delete 后面写要删几篇。",
            "--force-delete takes the number of deletions that are meant.",
        ),
    )
