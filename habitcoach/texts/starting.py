"""What a start says that found the agent's file missing, damaged or out of reach."""

from collections.abc import Mapping, Sequence

from habitcoach.core.errors import HabitCoachError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import ntr, tr

_NAMES_SHOWN = 5


_HEADLINES: Mapping[str, str] = {
    "corrupt": "Your HabitCoach file is damaged",
    "file_missing": "Your HabitCoach file is not in its folder",
    "file_empty": "Your HabitCoach file is empty",
    "file_foreign": "What lies in the place of your HabitCoach file is none",
}


def fault_headline(fault: HabitCoachError) -> str:
    """Return the headline for a fault; what no backup cures has its cure in its sentence."""
    return tr(_HEADLINES[fault.code]) if fault.code in _HEADLINES else error_sentence(fault)


def backup_line(day: str, *, entries_lost: int, habits_lost: Sequence[str], state: str) -> str:
    """Return what putting back the backup of a day would mean; `state` is that of the present file."""
    if state != "whole":
        return tr("The newest whole backup is of {day}. What you logged after it is not in it.", day=day)
    if not entries_lost and not habits_lost:
        return tr("The newest whole backup is of {day}. It lacks nothing that the present file has.", day=day)
    parts = []
    if entries_lost:
        parts.append(ntr("{n} line of your log", "{n} lines of your log", entries_lost))
    if habits_lost:
        names = ", ".join(f"“{name}”" for name in habits_lost[:_NAMES_SHOWN])
        parts.append(ntr("the habit {names}", "the habits {names}", len(habits_lost), names=names))
    return tr("The newest whole backup is of {day}. It lacks {what}.", day=day, what=tr(" and ").join(parts))


def kept_line(code: str) -> str:
    """Return what happens to the present file, whatever the agent chooses."""
    if code == "file_missing":
        return tr("If the file was moved, put it back and choose Try again.")
    return tr("Nothing is thrown away: the file as it is will be kept beside the new one.")


#: What a fault means where the agent cannot choose a backup.
REASSURING: Mapping[str, str] = {
    "newer_file": "Your data are safe. Nothing was changed.",
    "file_busy": "Your data are safe. Close the other program, then try again.",
}


def safe_line(code: str) -> str:
    """Return what is safe when there is nothing to put back."""
    if code in REASSURING:
        return tr(REASSURING[code])
    return tr("Nothing was changed. See to it, then try again.")
