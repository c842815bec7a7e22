"""Staff mode (店员模式): the whole shelf on a tablet, with notes, without a network; in a folder of its own."""

from plugins.staff.build import STAFF_OUTPUT, build_staff

__all__ = ["STAFF_OUTPUT", "build_staff"]
