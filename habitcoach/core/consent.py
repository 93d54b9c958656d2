"""Whether the agent lets cues be withdrawn, and since when. Algorithms.md, section 7."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habitcoach.core.trigger import After, AroundShift, At, Contact, Every, OncePer, Trigger


class Consent(StrEnum):
    """What the agent lets become of a habit's cues."""

    AUTOMATIC = "automatic"
    ASK = "ask"  #: a step up is only proposed; a cue that is missed comes back by itself
    NEVER = "never"


_FADES = (At, Every, AroundShift, OncePer, After, Contact)


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen, each from a work date on; what was before stays as it was."""

    turns: tuple[tuple[date, Consent | None], ...] = ()  #: oldest first; None takes a choice back

    def on(self, day: date) -> Consent | None:
        """Return the choice in force on a work date; None before the first, and where it was taken back."""
        return next((choice for since, choice in reversed(self.turns) if since <= day), None)

    def choosing(self, choice: Consent | None, day: date) -> "Choices":
        """Return these with another choice from a work date on; of two of one date the later stays."""
        earlier = tuple(turn for turn in self.turns if turn[0] < day)
        return Choices((*earlier, (day, choice)))


def fades(trigger: Trigger) -> bool:
    """Whether a habit with this trigger has a cue that can be withdrawn."""
    return isinstance(trigger, _FADES)


def consent_of(trigger: Trigger, own: Consent | None, overall: Consent | None) -> Consent:
    """Return what holds for a habit with this trigger, by its own choice and the one for all habits.

    A clock-time cue was chosen for its time, so it is asked about. What is logged when it happens has no cue,
    and promises keep theirs.
    """
    if not fades(trigger):
        return Consent.NEVER
    if own is not None:
        return own
    general = overall or Consent.AUTOMATIC
    return Consent.ASK if general is Consent.AUTOMATIC and isinstance(trigger, At) else general


def read_choices(text: str | None) -> Choices:
    """Read choices as a setting keeps them: "2026-11-23=never 2026-12-07=default"."""
    parted = (turn.split("=") for turn in (text or "").split())
    return Choices(tuple((date.fromisoformat(day), _choice(word)) for day, word in parted))


def choices_text(choices: Choices) -> str:
    """Write choices as a setting keeps them."""
    return " ".join(f"{day}={DEFAULT if choice is None else choice.value}" for day, choice in choices.turns)


#: Stands for no choice of one's own.
DEFAULT = "default"


def _choice(word: str) -> Consent | None:
    return None if word == DEFAULT else Consent(word)
