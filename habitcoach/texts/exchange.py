"""What taking an export or shared habits in adds, in lines."""

from collections.abc import Sequence

from habitcoach.texts.language import ntr, tr

_MOST_NAMES = 8


def merge_lines(added: Sequence[str], merged: Sequence[str], entries: int, *, whole: bool) -> list[str]:
    """Return what comes new: names of habits, names of those that are here already, and log lines.

    `whole`: the home is empty, so shifts and settings come as well.
    """
    lines = []
    if added:
        lines.append(_new(added))
    if merged:
        lines.append(
            ntr(
                "1 was here already: {names}",
                "{n} were here already: {names}",
                len(merged),
                names=_some(merged),
            )
        )
    lines.append(ntr("1 log line is new.", "{n} log lines are new.", entries))
    if not whole:
        lines.append(tr("Your shifts and settings stay as they are."))
    return lines


def shared_lines(added: Sequence[str], there: Sequence[str]) -> list[str]:
    """Return what a file of a colleague's habits adds, and what is there already."""
    lines = []
    if added:
        lines.append(_new(added))
    if there:
        lines.append(
            ntr(
                "You have a habit of this name already: {names}",
                "You have habits of these names already: {names}",
                len(there),
                names=_some(there),
            )
        )
    return lines or [tr("There is no habit in it.")]


def _new(added: Sequence[str]) -> str:
    return ntr("1 habit is new: {names}", "{n} habits are new: {names}", len(added), names=_some(added))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
