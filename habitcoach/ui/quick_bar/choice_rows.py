"""How the cue on the card can be snoozed or skipped from the quick bar: rows with numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text, time_text
from habitcoach.ui.pages.answer_menus import Minutes, skip_reasons, snooze_choices
from habitcoach.ui.quick_bar.rows import Row


@dataclass(frozen=True, slots=True)
class Choice:
    """A snooze, or a skip with its reason."""

    wait: Minutes = 0
    reason: SkipReason | None = None


def snooze_rows(now: datetime, shift_end: datetime | None, title: str) -> Sequence[Row]:
    """Return the snoozes that make sense now, each with the time it leads to; `title` is what is snoozed."""
    return [
        Row(
            Choice(wait=one.minutes),
            "clock",
            tr("Snooze to {time}", time=time_text(one.until)),
            tr("{title} · {wait}", title=title, wait=one.words) if title else one.words,
            key=number_text(number),
        )
        for number, one in enumerate(snooze_choices(now, shift_end), start=1)
    ]


def skip_rows(title: str) -> Sequence[Row]:
    """Return the reasons to skip that need no words."""
    reasons = [one for one in skip_reasons() if one[0] is not SkipReason.OTHER]
    reasons.append((SkipReason.NOT_DONE, tr("Did not get to it (counts as not done)")))
    return [
        Row(Choice(reason=reason), "skip", words, title if number == 1 else "", key=number_text(number))
        for number, (reason, words) in enumerate(reasons, start=1)
    ]
