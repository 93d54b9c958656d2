"""What a notification says."""

from datetime import datetime

from habitcoach.coaching.views import DeliveryView, OccasionView
from habitcoach.ports import Action, Notice
from habitcoach.texts.language import ntr, tr

#: A snooze from the notification, in minutes.
SNOOZE_MINUTES = 15
_NAMES_SHOWN = 4


def notice_key(delivery: int) -> str:
    """Return the key of a delivery's notification."""
    return f"delivery:{delivery}"


def notice_for(view: DeliveryView) -> Notice:
    """Return the notification of a delivery: a cue's own, or one that joins several."""
    if len(view.occasions) == 1 and not view.passed:
        return _single(view.delivery, view.occasions[0])
    return _joined(view)


def tray_notice() -> Notice:
    """Return what is said once, when the window is closed for the first time."""
    body = tr("Cues go on. Open or quit HabitCoach from its icon in the tray.")
    return Notice("tray", tr("HabitCoach stays in the tray"), body)


def _single(delivery: int, occasion: OccasionView) -> Notice:
    plan = occasion.plan
    body = tr(
        "When {when}: {routine}. Then: {reward}", when=plan.when, routine=plan.routine, reward=plan.reward
    )
    snooze = tr("Snooze {minutes} min", minutes=SNOOZE_MINUTES)
    actions = (Action("done", tr("Done")), Action("snooze", snooze), Action("default", tr("Show")))
    return Notice(notice_key(delivery), occasion.habit, body, actions)


def _joined(view: DeliveryView) -> Notice:
    show = (Action("show", tr("Show")), Action("default", tr("Show")))
    waiting = len(view.occasions)
    title = (
        ntr("{n} cue is waiting", "{n} cues are waiting", waiting) if waiting else tr("While you were away")
    )
    names = [f"{_clock(one.due_at)} {one.habit}" for one in view.occasions[:_NAMES_SHOWN]]
    if waiting > _NAMES_SHOWN:
        names.append(tr("and {n} more", n=waiting - _NAMES_SHOWN))
    lines = [", ".join(names)] if names else []
    if view.passed:
        lines.append(
            ntr("{n} cue passed while you were away.", "{n} cues passed while you were away.", view.passed)
        )
    return Notice(notice_key(view.delivery), title, "\n".join(lines), show)


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
