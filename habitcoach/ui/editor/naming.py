"""A short name made from the routine, for agents who give none."""

from habitcoach.core.fields import MAX_NAME, clean_line
from habitcoach.ui.format import sentence_case

_SHORT = 32  #: a made name is shorter than one may be, so that it fits in every list


def name_from(routine: str) -> str:
    """Return the first words of a routine, or what fits of its first word."""
    words = clean_line(routine).rstrip(".").split()
    name = ""
    for word in words:
        longer = f"{name} {word}".strip()
        if name and len(longer) > _SHORT:
            break
        name = longer
    return sentence_case(name[:MAX_NAME].rstrip(" ,;:&-–"))
