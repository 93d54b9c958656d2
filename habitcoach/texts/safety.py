"""What check, backup and restore say in lines."""

from habitcoach.texts.language import ntr, tr

_DAMAGE = {
    "damaged": "The file is damaged: {detail}",
    "orphan": "A row refers to nothing: {detail}",
    "shape": "Not as HabitCoach makes it: {detail}",
    "unreadable": "Rows that cannot be read: {detail}",
    "derived": "The streaks of “{detail}” are not those of the log.",
}

_STATES = {
    "damaged": "The present file is damaged. It would be set aside as it is.",
    "unusable": "The present file cannot be used by this HabitCoach. It would be set aside as it is.",
    "missing": "There is no file at present, so nothing would be lost.",
}


def damage_line(code: str, detail: str) -> str:
    """Return the line for one thing that is wrong with a file."""
    return tr(_DAMAGE[code], detail=detail)


def state_line(state: str) -> str:
    """Return what a restore would do with a present file that is not whole."""
    return tr(_STATES[state])


def lost_lines(entries: int, habits: tuple[str, ...], others: int) -> list[str]:
    """Return what a restore would take away; `others` counts rows beside entries and habits."""
    lines = []
    if entries:
        lines.append(
            ntr(
                "{n} entry would go that it does not have.",
                "{n} entries would go that it does not have.",
                entries,
            )
        )
    if habits:
        lines.append(tr("Habits that would go: {names}.", names=", ".join(habits)))
    if others:
        lines.append(
            ntr(
                "{n} other row would change, such as a prompt or a setting.",
                "{n} other rows would change, such as prompts and settings.",
                others,
            )
        )
    return lines or [tr("Nothing would be lost: it holds all that the present file does.")]
