"""What the card shows at a time."""

from enum import StrEnum


class State(StrEnum):
    """What the card is showing."""

    EMPTY = "empty"
    WAITING = "waiting"  #: one cue or several, with their answers
    ASKING = "asking"  #: a reason or a time; it has the keyboard
    NOTICE = "notice"
    REWARD = "reward"
