"""APScheduler as the app's alarm clock: one alarm per key, rung at or after its instant, never dropped."""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger

from habitcoach.clock import AppClock


@dataclass(slots=True, eq=False)
class _Alarm:
    """One setting of one key; compared by identity, so that a later setting silences an earlier one."""

    due: datetime  #: on the app's clock, UTC
    real: datetime | None = None  #: the machine's instant it is planned for; None while it is not


class AlarmClock:
    """The port `Alarms` on a `BackgroundScheduler` (`QtScheduler` starts endless timers under PySide6).

    `ring` is called with the key on the scheduler's worker thread, one at a time in order of the instants. It
    must return at once: it emits a queued signal and no more. Between two rings of a key lies a `set`.
    """

    def __init__(self, ring: Callable[[str], None], clock: AppClock) -> None:
        """Take what to call and the clock on which instants are meant. Nothing runs before `start`."""
        self._ring = ring
        self._clock = clock
        self._alarms: dict[str, _Alarm] = {}
        self._lock = threading.RLock()
        self._running = False
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(max_workers=1)},
            job_defaults={
                # The defaults drop a job that is over a second late, e.g. after suspend.
                "misfire_grace_time": None,
                "coalesce": True,
                # With the default of 1, a key set anew while its last ring is under way would be lost.
                "max_instances": 1_000_000,
            },
        )

    def start(self) -> None:
        """Start the thread; alarms set before are planned now and past ones ring at once."""
        with self._lock:
            self._scheduler.start()
            self._running = True
            self._plan_all()

    def set(self, key: str, due: datetime) -> None:
        """Ring `key` at an instant (UTC, on the app's clock), at once if it has passed.

        Replaces what the key had. While the clock is frozen nothing rings; `wake` makes up for it.
        """
        with self._lock:
            self._alarms[key] = alarm = _Alarm(due)
            self._plan(key, alarm)

    def cancel(self, key: str) -> None:
        """Forget a key; unknown keys are fine. A ring that has not begun will not."""
        with self._lock:
            if self._alarms.pop(key, None) is not None:
                self._unplan(key)

    def wake(self) -> None:
        """Look at the clock again: after resume, a step of the time, or a change of the set clock.

        The scheduler waits on the monotonic clock, which knows nothing of any of them.
        """
        with self._lock:
            self._plan_all()
            if self._running:
                self._scheduler.wakeup()

    def stop(self) -> None:
        """Stop for good; no ring begins after this returns. Waits for the thread, but not for a ring."""
        with self._lock:
            if not self._running:
                return
            self._running = False
            self._alarms.clear()
        # Outside the lock, which the worker may want. Without jobs first: a pass of APScheduler's thread
        # that meets `shutdown` cannot find the job it has just submitted, and raises.
        self._scheduler.remove_all_jobs()
        self._scheduler.shutdown(wait=False)

    def _plan_all(self) -> None:
        # In order, since what has passed rings as soon as it is planned.
        for key, alarm in sorted(self._alarms.items(), key=lambda item: item[1].due):
            self._plan(key, alarm)

    def _plan(self, key: str, alarm: _Alarm) -> None:
        if not self._running:
            return
        real = self._clock.real_instant(alarm.due)
        if real is None:
            alarm.real = None
            self._unplan(key)
        elif real != alarm.real:
            alarm.real = real
            self._scheduler.add_job(
                self._due,
                DateTrigger(real, timezone=UTC),
                args=(key, alarm),
                id=key,
                replace_existing=True,
            )

    def _unplan(self, key: str) -> None:
        if self._running:
            # No such job: its time has come, and `_due` will not find the alarm.
            with contextlib.suppress(JobLookupError):
                self._scheduler.remove_job(key)

    def _due(self, key: str, alarm: _Alarm) -> None:
        """Ring, unless the alarm was replaced or cancelled on the way here, or the clock was put back."""
        with self._lock:
            if self._alarms.get(key) is not alarm:
                return
            if self._clock.now() < alarm.due:
                alarm.real = None
                self._plan(key, alarm)
                return
            del self._alarms[key]
        self._ring(key)
