"""The cue card: a small window that shows a cue and never takes the keyboard unasked."""

from habitcoach.ui.cue_card.card import CueCard
from habitcoach.ui.cue_card.state import State

__all__ = ["CueCard", "State"]
