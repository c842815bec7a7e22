"""A plan in words."""

from collections.abc import Sequence

from plugins.product_import.columns import column_of
from plugins.product_import.model import FileChange, Plan
from plugins.shared.language import say

_SHOWN = 30


def render_plan(plan: Plan) -> str:
    """Return what an import does, row by row where something is wrong."""
    lines = [_counts(plan)]
    lines += _some([f"  + {_line(change)}" for change in plan.created])
    lines += _some([f"  ~ {_line(change)}: {_keys(change)}" for change in plan.updated])
    if plan.new_categories:
        lines.append(say("新分类：", "New categories: ") + "、".join(plan.new_categories))
    if plan.unread:
        lines.append(say("没有用到的列：", "Columns left out: ") + "、".join(plan.unread))
    lines += _some(
        [f"  {say(f'第 {row} 行', f'row {row}')}: {note}" if row else f"  {note}" for row, note in plan.notes]
    )
    if plan.problems:
        lines.append(render_problems(plan))
    return "\n".join(lines)


def render_problems(plan: Plan) -> str:
    """Return every problem with its row and column."""
    return "\n".join(f"{plan.sheet}: {problem}" for problem in plan.problems)


def _counts(plan: Plan) -> str:
    new, changed, pictures = len(plan.created), len(plan.updated), len(plan.copies)
    return say(
        f"{plan.sheet}：{plan.total} 个产品。新建 {new}，更新 {changed}，不变 {plan.unchanged}，"
        f"有问题 {plan.left_out}；新图片 {pictures} 张。",
        f"{plan.sheet}: {plan.total} products. {new} new, {changed} changed, {plan.unchanged} unchanged, "
        f"{plan.left_out} with problems; {pictures} new pictures.",
    )


def _line(change: FileChange) -> str:
    return f"{change.path} {change.title}" + say(f"（第 {change.row} 行）", f" (row {change.row})")


def _keys(change: FileChange) -> str:
    return "、".join((column.name if (column := column_of(key)) else key) for key in change.keys)


def _some(lines: Sequence[str]) -> list[str]:
    rest = len(lines) - _SHOWN
    return [*lines[:_SHOWN], *([say(f"  …还有 {rest} 个", f"  … and {rest} more")] if rest > 0 else [])]
