"""The schema, step by step. A step that has landed is never edited; the next one changes it."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("habitcoach")

#: Instants are UTC "2026-11-22T08:30:00.000Z", civil dates "2026-11-22".
_FIRST_TABLES = (
    """CREATE TABLE habit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        category TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE habit_version (
        id INTEGER PRIMARY KEY,
        habit_id INTEGER NOT NULL REFERENCES habit(id) ON DELETE CASCADE,
        from_date TEXT NOT NULL,
        cue_when TEXT NOT NULL,
        trigger TEXT NOT NULL,
        routine TEXT NOT NULL,
        tiny TEXT NOT NULL DEFAULT '',
        reward TEXT NOT NULL,
        treat TEXT NOT NULL DEFAULT '',
        why TEXT NOT NULL DEFAULT '',
        target TEXT NOT NULL,
        UNIQUE (habit_id, from_date)
    ) STRICT""",
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        habit_id INTEGER NOT NULL REFERENCES habit(id) ON DELETE RESTRICT,
        work_date TEXT NOT NULL,
        slot TEXT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('done', 'opportunity', 'skip', 'undo')),
        count INTEGER NOT NULL DEFAULT 1,
        "of" INTEGER,
        source TEXT NOT NULL,
        reason TEXT,
        undoes INTEGER UNIQUE REFERENCES entry(id),
        tiny INTEGER NOT NULL DEFAULT 0,
        CHECK ((kind = 'undo') = (undoes IS NOT NULL))
    ) STRICT""",
    "CREATE INDEX entry_by_habit ON entry(habit_id, work_date)",
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        entry_id INTEGER NOT NULL REFERENCES entry(id),
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX note_by_entry ON note(entry_id)",
    """CREATE TABLE prompt (
        subject TEXT NOT NULL,
        habit_id INTEGER REFERENCES habit(id) ON DELETE CASCADE,
        slot TEXT NOT NULL,
        delivery INTEGER NOT NULL,
        work_date TEXT NOT NULL,
        due_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (
            state IN ('claimed', 'shown', 'held', 'snoozed', 'unconfirmed', 'answered', 'expired')
        ),
        shown_at TEXT,
        channel TEXT,
        answer TEXT,
        answered_at TEXT,
        snoozed_until TEXT,
        held_for TEXT,
        snooze_after INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (subject, slot)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX prompt_open ON prompt(due_at) WHERE state NOT IN ('answered', 'expired')",
    "CREATE INDEX prompt_by_delivery ON prompt(delivery)",
    "CREATE INDEX prompt_by_habit ON prompt(habit_id, work_date)",
    """CREATE TABLE reward (
        id INTEGER PRIMARY KEY,
        habit_id INTEGER NOT NULL REFERENCES habit(id),
        entry_id INTEGER NOT NULL REFERENCES entry(id),
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        earned_at TEXT NOT NULL,
        taken_at TEXT,
        worth_it INTEGER
    ) STRICT""",
    "CREATE INDEX reward_by_entry ON reward(entry_id)",
    """CREATE TABLE streak (
        id INTEGER PRIMARY KEY,
        habit_id INTEGER NOT NULL REFERENCES habit(id) ON DELETE CASCADE,
        start_date TEXT NOT NULL,
        end_date TEXT NOT NULL,
        length INTEGER NOT NULL,
        open INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX streak_by_habit ON streak(habit_id, start_date)",
    """CREATE TABLE roster (
        id INTEGER PRIMARY KEY,
        from_date TEXT NOT NULL UNIQUE,
        cycle_start TEXT NOT NULL,
        shifts TEXT NOT NULL,
        days TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE duty (
        work_date TEXT PRIMARY KEY,
        name TEXT NOT NULL DEFAULT '',
        start TEXT,
        "end" TEXT,
        breaks TEXT NOT NULL DEFAULT '[]',
        reason TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pause (
        id INTEGER PRIMARY KEY,
        habit_id INTEGER REFERENCES habit(id) ON DELETE CASCADE,
        from_date TEXT NOT NULL,
        to_date TEXT,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

#: Re-created after every step, because rebuilding a table drops its triggers.
_TRIGGERS = {
    "entry_is_never_changed": (
        "BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END"
    ),
    "entry_is_never_deleted": (
        "BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END"
    ),
}


def put_triggers(db: Database) -> None:
    """Make the triggers that keep the log append-only; every migration ends with this."""
    for name, body in _TRIGGERS.items():
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.execute(f"CREATE TRIGGER {name} {body}")


@migrations(name="0001_first")
def first(db: Database) -> None:
    """Habits with their versions, the log, the prompt ledger, rewards, streaks and the shift."""
    for statement in _FIRST_TABLES:
        db.execute(statement)
    put_triggers(db)


@migrations(name="0002_holds")
def holds(db: Database) -> None:
    """Stretches of time in which cues wait."""
    db.execute(
        """CREATE TABLE hold (
            id INTEGER PRIMARY KEY,
            reason TEXT NOT NULL,
            habit_id INTEGER REFERENCES habit(id) ON DELETE CASCADE,
            since TEXT NOT NULL,
            until TEXT NOT NULL
        ) STRICT"""
    )
    db.execute("CREATE INDEX hold_by_end ON hold(until)")
    put_triggers(db)


#: What the agent says in reviews, decides and writes down.
_ANSWER_TABLES = (
    """CREATE TABLE automaticity (
        id INTEGER PRIMARY KEY,
        habit_id INTEGER NOT NULL REFERENCES habit(id) ON DELETE CASCADE,
        week TEXT NOT NULL,
        work_date TEXT NOT NULL,
        at TEXT NOT NULL,
        by_itself INTEGER NOT NULL CHECK (by_itself BETWEEN 1 AND 7),
        without_remembering INTEGER CHECK (without_remembering BETWEEN 1 AND 7),
        without_thinking INTEGER CHECK (without_thinking BETWEEN 1 AND 7),
        before_noticing INTEGER CHECK (before_noticing BETWEEN 1 AND 7),
        UNIQUE (habit_id, week)
    ) STRICT""",
    """CREATE TABLE review (
        week TEXT PRIMARY KEY,
        begun_at TEXT NOT NULL,
        put_off_until TEXT,
        finished_at TEXT,
        if_then TEXT NOT NULL DEFAULT '',
        moment TEXT NOT NULL DEFAULT '',
        principle TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE review_answer (
        week TEXT NOT NULL REFERENCES review(week) ON DELETE CASCADE,
        habit_id INTEGER NOT NULL REFERENCES habit(id) ON DELETE CASCADE,
        work_date TEXT NOT NULL,
        at TEXT NOT NULL,
        helped TEXT NOT NULL DEFAULT '',
        hindered TEXT NOT NULL DEFAULT '[]',
        reward_worth_it INTEGER,
        PRIMARY KEY (week, habit_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX review_answer_by_habit ON review_answer(habit_id)",
    """CREATE TABLE decision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        habit_id INTEGER REFERENCES habit(id) ON DELETE CASCADE,
        week TEXT,
        parameters TEXT NOT NULL DEFAULT '{}',
        chosen_at TEXT NOT NULL,
        from_date TEXT,
        due_before INTEGER,
        kept_before INTEGER
    ) STRICT""",
    "CREATE INDEX decision_by_habit ON decision(habit_id)",
    """CREATE TABLE journal (
        work_date TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> ''),
        at TEXT NOT NULL,
        PRIMARY KEY (work_date, kind)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX reward_by_habit ON reward(habit_id, earned_at)",
)


@migrations(name="0003_duty")
def duty(db: Database) -> None:
    """What passed dates were, where they were lived, and whether somebody was there.

    A cue that was shown tells that the app ran that day.
    """
    for column in (
        "changed INTEGER NOT NULL DEFAULT 1",
        "zone TEXT NOT NULL DEFAULT ''",
        "utc_offset INTEGER NOT NULL DEFAULT 0",
        "ends_at TEXT NOT NULL DEFAULT ''",
        "seen INTEGER NOT NULL DEFAULT 0",
    ):
        db.execute(f"ALTER TABLE duty ADD COLUMN {column}")
    db.execute("CREATE INDEX entry_by_date ON entry(work_date)")
    db.execute(
        "INSERT INTO duty (work_date, changed, seen)"
        " SELECT DISTINCT work_date, 0, 1 FROM prompt WHERE shown_at IS NOT NULL"
        " ON CONFLICT (work_date) DO UPDATE SET seen = 1"
    )
    put_triggers(db)


@migrations(name="0004_answers")
def answers(db: Database) -> None:
    """What the agent answers in reviews, decides and writes into the journal."""
    for statement in _ANSWER_TABLES:
        db.execute(statement)
    put_triggers(db)


@migrations(name="0005_promises")
def promises(db: Database) -> None:
    """Promises to customers, and how each stood before every answer."""
    db.execute(
        """CREATE TABLE promise (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            made_at TEXT NOT NULL,
            set_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            place TEXT NOT NULL,
            work_date TEXT NOT NULL,
            ticket TEXT NOT NULL DEFAULT '',
            note TEXT NOT NULL DEFAULT '',
            state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'kept_late', 'dropped')),
            answered_at TEXT,
            retimed INTEGER NOT NULL DEFAULT 0,
            CHECK ((state = 'open') = (answered_at IS NULL))
        ) STRICT"""
    )
    db.execute("CREATE INDEX promise_open ON promise(due_at) WHERE state = 'open'")
    db.execute("CREATE INDEX promise_by_date ON promise(work_date)")
    db.execute(
        """CREATE TABLE promise_change (
            id INTEGER PRIMARY KEY,
            promise_id INTEGER NOT NULL REFERENCES promise(id),
            entry_id INTEGER NOT NULL UNIQUE REFERENCES entry(id),
            answer TEXT NOT NULL CHECK (answer IN ('keep', 'retime', 'drop')),
            set_at TEXT NOT NULL,
            due_at TEXT NOT NULL,
            place TEXT NOT NULL,
            work_date TEXT NOT NULL,
            state TEXT NOT NULL,
            answered_at TEXT,
            retimed INTEGER NOT NULL
        ) STRICT"""
    )
    put_triggers(db)


KNOWN = frozenset({"0001_first", "0002_holds", "0003_duty", "0005_promises", "0004_answers"})
