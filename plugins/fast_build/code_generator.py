"""What Jinja writes for a template, but for a few things that take long: see ``QuickGenerator``."""

import re
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

_SPECIAL = re.compile("[&<>\"']")


def escaped(value: Any) -> str:
    """Return a value as text in HTML; most texts have nothing to escape."""
    if type(value) is str and not _SPECIAL.search(value):
        return value
    return escape(value)


def constant(node: nodes.Node) -> str:
    """Return the text that an expression is, empty for any other expression."""
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


class QuickGenerator(CodeGenerator):
    """Includes and imports go through ``Parts``, plain text is not copied, blocks are put together before they go up.

    Needs ``render_part``, ``module_of`` and ``escaped`` on the environment.
    """

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """Write a call of ``render_part``."""
        name = constant(node.template)
        if not name or not node.with_context or node.ignore_missing:
            super().visit_Include(node, frame)
            return
        local = self.dump_local_context(frame)
        self.start_write(frame, node)
        self.write(f"environment.render_part({name!r}, context, {local})")
        self.end_write(frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Write a call of ``module_of``."""
        name = constant(node.template)
        if name and not node.with_context:
            self.write(f"environment.module_of({name!r}, context)")
        else:
            super()._import_common(node, frame)

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Let a block's or a parent's text go up in one piece, not bit by bit through every level."""
        if x.startswith("yield from "):
            x = f"yield ''.join({x.removeprefix('yield from ')})"
        super().writeline(x, node, extra)

    def write_commons(self) -> None:
        """Write what every function of a template begins with."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped(")
