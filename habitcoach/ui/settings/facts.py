"""What the Settings page shows that is not in the agent's file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """The file itself, and what the desktop offers."""

    path: str  #: where the file is
    size: int  #: its bytes, with what is written beside it
    last_backup: date | None
    starts_at_sign_in: bool
    tray: bool  #: whether the desktop has one
    version: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One line of the look at everything HabitCoach relies on."""

    check: str
    ok: bool
    detail: str
    cure: str = ""
