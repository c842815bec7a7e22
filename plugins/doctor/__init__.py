"""What this account may do from this machine, and what to click where it may not."""

from plugins.doctor.command import examine_account
from plugins.doctor.model import Diagnosis, State

__all__ = ["Diagnosis", "State", "examine_account"]
