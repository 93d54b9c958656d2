"""What keeps answers from the disk: what has happened, what is safe and what to do, while it lasts."""

from collections.abc import Mapping

from habitcoach.core.errors import HabitCoachError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import ntr, tr

#: The one that trying again does not cure.
DAMAGED = "corrupt"

#: Codes of `core.errors` that last until somebody does something, each with its cure.
TROUBLES: Mapping[str, str] = {
    "file_busy": "Another program holds your HabitCoach file. Close it there.",
    "disk_full": "The disk is full. Free some space.",
    "read_only": "Your HabitCoach file is read-only. Make it writable.",
    "cannot_open": "The HabitCoach folder cannot be opened. Check that it is yours and writable.",
    "cannot_write": "The disk refuses to write. Check the disk.",
    DAMAGED: "Your HabitCoach file is damaged. Choose what to put back.",
    "log_gone": "Another program took a part of your file away. Quit HabitCoach and start it again.",
    "file_gone": "Your HabitCoach file is no longer in its folder. Put it back, or save a copy elsewhere.",
}


def trouble_words(code: str, unsaved: int) -> tuple[str, str]:
    """Return headline and line for a trouble, with so many answers that are only in memory."""
    cure = tr(TROUBLES[code])
    if code == DAMAGED and not unsaved:
        line = tr("Choose what to put back. Nothing is thrown away: the file as it is will be kept.")
        return tr("Your HabitCoach file is damaged"), line
    if not unsaved:
        line = tr("{cure} What you log is kept in memory, and HabitCoach keeps trying.", cure=cure)
        return tr("HabitCoach cannot save at the moment"), line
    headline = ntr("Your last log is not saved yet", "Your last {n} logs are not saved yet", unsaved)
    if code == DAMAGED:  # nobody knows yet how much of the rest is safe
        return headline, tr("{cure} What you log is kept in memory, and HabitCoach keeps trying.", cure=cure)
    line = ntr(
        "{cure} Everything before it is safe. HabitCoach keeps trying.",
        "{cure} Everything before them is safe. HabitCoach keeps trying.",
        unsaved,
        cure=cure,
    )
    return headline, line


def said(error: Exception) -> str:
    """Return the one line for whatever went wrong; for a mistake of ours, where to look."""
    if isinstance(error, HabitCoachError):
        return error_sentence(error)
    return tr("Something went wrong in HabitCoach. Your data are safe; the log file says more.")


def quit_words(unsaved: int) -> tuple[str, str]:
    """Return headline and line of the question before quitting with answers only in memory."""
    headline = ntr("Quit without your last log?", "Quit without your last {n} logs?", unsaved)
    line = ntr(
        "It is not on the disk yet, and quitting drops it.",
        "They are not on the disk yet, and quitting drops them.",
        unsaved,
    )
    return headline, line
