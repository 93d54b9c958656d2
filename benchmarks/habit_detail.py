"""One habit's page on ten years of 50 habits: how long the window stands still for it.

.venv/bin/python -m benchmarks.habit_detail
"""

import os
import tempfile
import time
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.ten_years import HABITS, SteadyClock, fill
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.stretches import whole
from habitcoach.coaching.warming import warm
from habitcoach.core.habit import Habit
from habitcoach.core.wall import DAY
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from habitcoach.ui.habit.detail import HabitDetail
from habitcoach.ui.look import Look

FRAME_MS = 16.0
_LISTED = 92 * DAY
_SOME = 9  #: habits whose days are all explained at once


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    look = Look("light", reduced_motion=True)
    look.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "habitcoach.db", WINDOW_WAIT_MS)
        print(f"{fill(store)} entries of {HABITS} habits over ten years")
        coach = Coach(store, SteadyClock())
        for _ in warm(coach.agenda(), coach.stages):
            pass  # as the window does before it shows anything
        _read(coach)
        _explain(coach)
        _show(coach, look)
        store.close()


def _read(coach: Coach) -> None:
    agenda = coach.agenda()
    runs = [_stretches(coach.details.read(agenda, habit)) for habit in agenda.habits]
    _print("page of a habit, read", runs)
    at_once = [_took(partial(coach.explaining.why, agenda, habit)) for habit in agenda.habits[:_SOME]]
    times = median(at_once) / median(sum(one) for one in runs)
    print(f"  all of its days at once {median(at_once):6.2f} ms, {times:.1f} times as long as the page")


def _explain(coach: Coach) -> None:
    agenda = coach.agenda()
    since = agenda.today - _LISTED
    runs = [_stretches(coach.explaining.lately(agenda, habit, since)) for habit in agenda.habits]
    _print("why, a quarter listed", runs)


def _print(what: str, runs: list[list[float]]) -> None:
    together = median(sum(one) for one in runs)
    longest = sorted(max(one) for one in runs)
    usual, worst = median(longest), longest[-1]
    print(
        f"{what:24} {together:7.2f} ms in {len(runs[0])} stretches, "
        f"the longest {usual:.2f} ms ({usual / FRAME_MS:.0%} of a frame), of all habits {worst:.2f} ms"
    )


def _show(coach: Coach, look: Look) -> None:
    agenda, views = coach.agenda(), {one.habit_id: one for one in coach.habits.all()}
    page, bare = HabitDetail(look), QWidget()
    for widget in (page, bare):
        widget.resize(616, 720)
        widget.show()
    shown, painted = [], []
    for habit in agenda.habits:
        detail = whole(coach.details.read(agenda, habit))

        def show(habit: Habit = habit, detail: HabitDetailView = detail) -> None:
            page.show_habit(views[habit.id])
            page.show_detail(detail)

        shown.append(_took(show))
        painted.append(_took(page.grab))
    nothing = median(_took(bare.grab) for _ in agenda.habits)
    print(f"shown in the widgets     {median(shown):7.2f} ms, {median(shown) / FRAME_MS:.0%} of a frame")
    print(f"painted                  {median(painted):7.2f} ms, a bare widget of its size {nothing:.2f} ms")


def _stretches(reading: Generator[None, None, object]) -> list[float]:
    """Return how long each stretch of a reading takes, in ms."""
    found = []
    going = True
    while going:
        begin = time.perf_counter()
        try:
            next(reading)
        except StopIteration:
            going = False
        found.append((time.perf_counter() - begin) * 1000)
    return found


def _took(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes, in ms."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main()
