"""What the file kills kill: processes that log, migrate, back up or restore until they are ended.

A nursery forks one for each line on its stdin, so that none pays for starting Python. Each says on stdout
what it has done, line by line, as soon as it is done, `ready` first; the nursery says `pid` and `ended`.
"""

import json
import os
import sys
import traceback
from datetime import timedelta
from itertools import count
from pathlib import Path

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.trigger import Manual
from habitcoach.storage.backups import make_backup
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.restoring import restore
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY, PLAN, local

NOON = local(MONDAY, "12:00")


def say(*words: object) -> None:
    """Tell whoever kills what is done; what was told must never be lost."""
    # In one write, which a pipe takes as a whole: no kill comes in between.
    os.write(sys.stdout.fileno(), f"{' '.join(map(str, words))}\n".encode())


def log(database: Path, _backup: Path) -> None:
    """Log on and on, each entry acknowledged by its number."""
    store = open_store(database, COMMAND_WAIT_MS)
    clock = DrivenClock(NOON)
    coach = Coach(store, clock)
    habits = [one.habit_id for one in coach.habits.all()]
    habit = habits[0] if habits else coach.habits.add(Draft("Smile", Category.WORDS, PLAN, Manual())).id
    say("ready")
    for number in count():
        clock.moment = NOON + timedelta(minutes=number % 240, days=number // 240)
        coach.recording.done(Log(HabitId(habit), Source.WINDOW, note="words" if number % 7 == 0 else None))
        if number % 11 == 0:
            coach.recording.undo()
        say("done", store.newest_entry_id())


def migrate(database: Path, _backup: Path) -> None:
    """Bring an old file to the newest schema."""
    say("ready")
    open_store(database, COMMAND_WAIT_MS).close()
    say("done", 0)


def back_up(database: Path, _backup: Path) -> None:
    """Log and make backup after backup, a day apart."""
    store = open_store(database, COMMAND_WAIT_MS)
    coach = Coach(store, DrivenClock(NOON))
    [habit] = [one.habit_id for one in coach.habits.all()]
    say("ready")
    for number in count():
        coach.recording.done(Log(HabitId(habit), Source.WINDOW))
        say("done", store.newest_entry_id())
        made, counts = make_backup(database, MONDAY + timedelta(days=number))
        say("backup", made.path.name, counts["entry"])


def put_back(database: Path, backup: Path) -> None:
    """Put a backup back, again and again, over a file that was used or harmed meanwhile."""
    say("ready")
    for number in count():
        if number % 3 == 2:
            with database.open("r+b") as file:
                file.write(b"harm")
        elif number % 3 == 1:
            store = open_store(database, COMMAND_WAIT_MS)
            coach = Coach(store, DrivenClock(NOON))
            coach.recording.done(Log(HabitId(1), Source.WINDOW))
            say("done", store.newest_entry_id())
            store.close()
        restore(database, backup, MONDAY)
        say("restored", number)


def nursery() -> None:
    """Raise one worker after the other."""
    works = {"log": log, "migrate": migrate, "back_up": back_up, "put_back": put_back}
    for line in sys.stdin:
        name, database, backup = json.loads(line)
        child = os.fork()
        if not child:
            try:
                works[name](Path(database), Path(backup))
            except Exception:  # noqa: BLE001  # whatever it is, the test shall see it
                traceback.print_exc()
                say("failed")
            os._exit(0)
        say("pid", child)
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    nursery()
