"""What the agent of the sample home has done by the afternoon of the pictures."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from habitcoach.app.tour.stage import AFTERNOON, ZONE, Stage
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.promises import Wish
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import HabitId
from habitcoach.core.promise import PromiseId
from habitcoach.texts.language import spoken
from habitcoach.texts.promises import promise_words

#: What the agent wrote about the day before.
YESTERDAY = "Asked what they had already tried. Saved us both an hour."
MORNING = "2026-06-11T09:02+02:00"
#: When the promises of the sample day fall due; the second is kept before the afternoon.
_PROMISES = (
    ("15:40", "4711", "refund date, bank says Tuesday"),
    ("12:40", "4706", None),
)


def habit(coach: Coach, name: str) -> HabitId:
    """Return the number of a habit of the sample home, by its name in English.

    The home speaks the language in which it was made.
    """
    made = {one.name for one in coach.habits.all()}
    return coach.habits.find(spoken(name) if spoken(name) in made else name).id


def afternoon(stage: Stage) -> Coach:
    """Bring the sample home on stage with a morning that went well; it is 14:12."""
    coach = stage.use_sample()
    stage.set_clock(MORNING)
    for wall, ticket, note in _PROMISES:
        coach.promises.make(Wish(_at(wall), ticket, note), promise_words())
    coach.journal.write(YESTERDAY, datetime.fromisoformat(AFTERNOON).date() - timedelta(days=1))
    stage.set_clock(AFTERNOON)
    kept = next(one for one in coach.promises.listed() if one.ticket == "4706")
    coach.promises.keep(kept.promise_id, Source.CARD, _at("12:38"))
    coach.recording.done(Log(habit(coach, "Start clean"), Source.CARD, at=_at("08:04")))
    coach.recording.done(Log(habit(coach, "Greet by name"), Source.CARD, count=14, of=20))
    coach.recording.done(Log(habit(coach, "Feeling before fix"), Source.CARD, count=5, of=6))
    return coach


def promise_due(stage: Stage, coach: Coach) -> PromiseId:
    """Move the clock to when a promise is about to fall due; return the promise."""
    stage.set_clock("2026-06-11T15:33+02:00")
    return next(one.promise_id for one in coach.today().promises if one.ticket == "4711")


def live(stage: Stage, coach: Coach, days: Iterable[int], *, but: str = "") -> None:
    """Have the agent do everything on these days of June, maybe but for one habit."""
    for day in days:
        stage.set_clock(f"2026-06-{day}T16:20+02:00")
        for one in coach.habits.all():
            if one.name not in {but, spoken(but)}:
                coach.recording.done(Log(one.habit_id, Source.CARD))
        coach.write_down_duty()


def _at(wall: str) -> datetime:
    hour, minute = (int(part) for part in wall.split(":"))
    day = datetime.fromisoformat(AFTERNOON).replace(hour=0, minute=0, tzinfo=ZoneInfo(ZONE))
    return day + timedelta(hours=hour, minutes=minute)
