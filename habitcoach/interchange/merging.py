"""What of an export is put into a home that is in use: whatever it does not have yet, and nothing over it.

A habit is the same when it was made at the same instant under the same name: of it only log lines that are
missing are taken. Any other is added, under a name of its own. The agent's shifts, days off, pauses of all
habits and settings stay as they are.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from habitcoach.core.fields import MAX_NAME, name_key
from habitcoach.interchange.own_json import Cell, Row, Tables, text, whole

_ENTRY = ("habit_id", "work_date", "slot", "at", "kind", "count", "of", "source", "reason", "undoes", "tiny")
#: Tables in which only what the agent does leaves a row.
_AGENTS = ("habit", "entry", "promise", "roster", "pause", "hold", "review", "journal")
#: Tables of a habit's own rows, and what else makes two of them one.
_OF_HABIT = {"habit_version": (), "pause": (), "hold": (), "automaticity": (), "decision": ()}


@dataclass(frozen=True, slots=True)
class Merge:
    """What is put in."""

    tables: Tables
    whole: bool  #: the home was empty: everything, as it was
    added: tuple[str, ...]  #: names of the habits that come new
    merged: tuple[str, ...]  #: names of those that were there
    entries: int  #: log lines that come new

    @property
    def adds_nothing(self) -> bool:
        """Whether all of it was there already."""
        return not any(self.tables.values())


def merged(home: Tables, file: Tables, last_numbers: Mapping[str, int]) -> Merge:
    """Work out what is put in; `last_numbers` has the highest id each table ever gave. Pure."""
    if not _in_use(home):
        names = tuple(text(row.get("name")) for row in file.get("habit", ()))
        return Merge(file, whole=True, added=names, merged=(), entries=len(file.get("entry", ())))
    return _Merger(home, file, last_numbers).merge()


def _in_use(home: Tables) -> bool:
    """Whether there is anything of the agent's; what dates were lived by the app's own shift is not."""
    own_days = any(row.get("changed") for row in home.get("duty", ()))
    return own_days or any(home.get(table) for table in _AGENTS)


class _Merger:
    def __init__(self, home: Tables, file: Tables, last_numbers: Mapping[str, int]) -> None:
        self._home = home
        self._file = file
        self._last = dict(last_numbers)
        self._habits: dict[Cell, int] = {}  # numbers of the file → those here
        self._new_habits: dict[Cell, int] = {}
        self._entries: dict[Cell, int] = {}
        self._new_entries: dict[Cell, int] = {}
        self._promises: dict[Cell, int] = {}
        self._out: defaultdict[str, list[Row]] = defaultdict(list)

    def merge(self) -> Merge:
        self._take_habits()
        self._take_entries()
        self._take_promises()
        for table in ("note", "reward"):
            for row in self._rows(table):
                if row.get("entry_id") in self._new_entries:
                    self._take(table, row, entry_id=self._new_entries[row.get("entry_id")])
        self._take_prompts()
        for table in _OF_HABIT:
            for row in self._rows(table):
                if row.get("habit_id") in self._new_habits:
                    self._take(table, self._following(table, row))
        self._take_new("review", lambda row: row.get("week"))
        self._take_new("journal", lambda row: (row.get("work_date"), row.get("kind")))
        for row in self._rows("review_answer"):
            if row.get("habit_id") in self._new_habits:
                self._take("review_answer", row)
        self._out["setting"] += self._settings()
        same = [row for row in self._rows("habit") if row.get("id") not in self._new_habits]
        return Merge(
            dict(self._out),
            whole=False,
            added=tuple(text(row.get("name")) for row in self._out["habit"]),
            merged=tuple(text(row.get("name")) for row in same),
            entries=len(self._new_entries),
        )

    def _rows(self, table: str) -> Sequence[Row]:
        return self._file.get(table, ())

    def _number(self, table: str) -> int:
        self._last[table] = self._last.get(table, 0) + 1
        return self._last[table]

    def _take(self, table: str, row: Row, **changed: Cell) -> None:
        """Put a row in; one with a number of no meaning elsewhere gets its own from the file."""
        kept = {name: cell for name, cell in row.items() if name != "id"}
        if "habit_id" in kept and kept["habit_id"] is not None:
            kept["habit_id"] = self._habits.get(kept["habit_id"])
        self._out[table].append(kept | changed)

    def _take_new(self, table: str, key: Callable[[Row], object]) -> None:
        there = {key(row) for row in self._home.get(table, ())}
        for row in self._rows(table):
            if key(row) not in there:
                self._take(table, row)

    def _take_habits(self) -> None:
        here = {_identity(row): whole(row["id"]) for row in self._home.get("habit", ())}
        taken = {name_key(str(row["name"])) for row in self._home.get("habit", ())}
        last = max((whole(row["position"]) for row in self._home.get("habit", ())), default=0)
        for row in self._rows("habit"):
            found = here.get(_identity(row))
            if found is not None:
                self._habits[row.get("id")] = found
                continue
            number, name = self._number("habit"), _free_name(text(row.get("name")), taken)
            taken.add(name_key(name))
            last += 1
            self._habits[row.get("id")] = self._new_habits[row.get("id")] = number
            self._take("habit", row, id=number, name=name, position=last)

    def _take_entries(self) -> None:
        there: defaultdict[tuple[Cell, ...], list[int]] = defaultdict(list)
        undone: dict[Cell, int] = {}
        for row in self._home.get("entry", ()):
            there[tuple(row[name] for name in _ENTRY)].append(whole(row["id"]))
            undone[row["undoes"]] = whole(row["id"])
        for row in self._rows("entry"):
            habit = self._habits.get(row.get("habit_id"))
            undoes = None if row.get("undoes") is None else self._entries.get(row.get("undoes"))
            if undoes is not None and undoes in undone:
                self._entries[row.get("id")] = undone[undoes]  # taken back here too, at whatever time
                continue
            mapped = {**row, "habit_id": habit, "undoes": undoes}
            same = there.get(tuple(mapped.get(name) for name in _ENTRY))
            if same:
                self._entries[row.get("id")] = same.pop(0)
                continue
            number = self._number("entry")
            self._entries[row.get("id")] = self._new_entries[row.get("id")] = number
            self._out["entry"].append(mapped | {"id": number})

    def _take_promises(self) -> None:
        there = {(row["made_at"], row["place"]): whole(row["id"]) for row in self._home.get("promise", ())}
        for row in self._rows("promise"):
            found = there.get((row.get("made_at"), row.get("place")))
            if found is not None:
                self._promises[row.get("id")] = found
                continue
            number = self._promises[row.get("id")] = self._number("promise")
            self._take("promise", row, id=number)
        for row in self._rows("promise_change"):
            entry = self._new_entries.get(row.get("entry_id"))
            if entry is not None:
                self._take(
                    "promise_change",
                    row,
                    entry_id=entry,
                    promise_id=self._promises.get(row.get("promise_id")),
                )

    def _take_prompts(self) -> None:
        there = {(row["subject"], row["slot"]) for row in self._home.get("prompt", ())}
        last = max((whole(row["delivery"]) for row in self._home.get("prompt", ())), default=0)
        for row in self._rows("prompt"):
            subject = self._subject(text(row.get("subject")))
            if (subject, row.get("slot")) not in there:
                self._take("prompt", row, subject=subject, delivery=last + whole(row.get("delivery")))

    def _subject(self, subject: str) -> str:
        kind, _, number = subject.partition(":")
        numbers = {"habit": self._habits, "promise": self._promises}.get(kind)
        return subject if numbers is None or not number.isdecimal() else f"{kind}:{numbers.get(int(number))}"

    def _following(self, table: str, row: Row) -> Row:
        """Return a row whose trigger comes after a habit by the number that habit has here."""
        trigger = json.loads(text(row.get("trigger"))) if table == "habit_version" else {}
        if not isinstance(trigger, dict) or "habit" not in trigger:
            return row
        follows = self._habits.get(whole(trigger["habit"]))
        return {**row, "trigger": json.dumps(trigger | {"habit": follows})}

    def _settings(self) -> Iterator[Row]:
        """Return the settings of single habits, such as how far a cue is withdrawn: "fading:3"."""
        for row in self._rows("setting"):
            name, _, number = text(row.get("name")).rpartition(":")
            if name and number.isdecimal() and int(number) in self._new_habits:
                yield {**row, "name": f"{name}:{self._new_habits[int(number)]}"}


def _identity(row: Row) -> tuple[Cell, str]:
    return row.get("created_at"), name_key(text(row.get("name")))


def _free_name(name: str, taken: set[str]) -> str:
    """Return the name itself, or with (2), (3) … where it is taken."""
    number, free = 1, name
    while name_key(free) in taken:
        number += 1
        ending = f" ({number})"
        free = name[: MAX_NAME - len(ending)].rstrip() + ending
    return free
