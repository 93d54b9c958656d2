"""Commands whose modules are imported when they are called: `--version` and `--help` load nothing else."""

from collections.abc import Mapping
from importlib import import_module

import click

#: Module of each command, and the line that `--help` of the program shows for it ("" hides it).
PLACES: Mapping[str, tuple[str, str]] = {
    "add": ("habit_commands", "Start a habit: a ready-made one, or your own."),
    "archive": ("habit_commands", "Retire a habit; its history stays."),
    "autostart": ("doctor", "Start HabitCoach when you log in: on or off."),
    "backup": ("safety_commands", "Make a backup of everything."),
    "away": ("away_commands", "Say where you were on dates nobody saw."),
    "call": ("hold_commands", "Hold cues while you are on a call."),
    "check": ("safety_commands", "Check your file against its log; --rebuild puts it right."),
    "delete": ("habit_commands", "Delete a habit that was never logged."),
    "delete-everything": ("safety_commands", "Delete your file, its backups and the program's log."),
    "doctor": ("doctor", "Look at everything HabitCoach relies on here, with cures."),
    "doctor-desktop": ("doctor", ""),
    "done": ("log_commands", "Log that a habit was done."),
    "drop": ("promise_commands", "Let a promise go."),
    "edit": ("habit_commands", "Change a habit from today on."),
    "export": ("exchange_commands", "Write everything, or the log, cues or plans, to a file."),
    "fade": ("fade_commands", "Show or choose how far a habit's cue is withdrawn."),
    "habits": ("show_commands", "List your habits."),
    "hard-one": ("hard_one_command", "Say what helps right after a hard contact."),
    "import": ("exchange_commands", "Add what an export has, over nothing of yours."),
    "journal": ("journal_command", "Show or write your one line a shift."),
    "keep": ("promise_commands", "Record that a promise was kept."),
    "library": ("habit_commands", "List the ready-made habits."),
    "next": ("show_commands", "List the coming cues."),
    "note": ("note_commands", "Show, change or erase the note of an entry."),
    "notes": ("note_commands", "List your notes."),
    "off": ("duty_commands", "Take days off; streaks stay whole."),
    "pause": ("hold_commands", "Hold cues for a while, or be back on a day."),
    "promise": ("promise_commands", "Promise a customer a time."),
    "promises": ("promise_commands", "List your promises."),
    "quick": ("quick_commands", "Open the quick bar over whatever you work in."),
    "restore": ("habit_commands", "Bring a retired habit back."),
    "retime": ("promise_commands", "Give a promise another time."),
    "restore-backup": ("safety_commands", "Put a backup back, after a look at what would be lost."),
    "review": ("review_commands", "Look back on a week, with one suggestion."),
    "roster": ("duty_commands", "Show or set the shift pattern."),
    "settings": ("settings_commands", "List, show or change what can be chosen."),
    "shift": ("duty_commands", "Move one day's shift."),
    "show": ("show_commands", "Show one habit."),
    "skip": ("log_commands", "Skip a habit with a reason."),
    "snooze": ("log_commands", "Let a due cue come again later."),
    "streaks": ("show_commands", "Show the streak of every active habit."),
    "today": ("show_commands", "Show what is due today."),
    "tour": ("tour_command", "Draw every screen and state on sample data to pictures."),
    "undo": ("log_commands", "Take back the last answer: done, skip, snooze, keep and the like."),
    "why": ("why_commands", "Show what is behind a habit's numbers."),
}


class LateGroup(click.Group):
    """The commands of `PLACES`. A module offers its own in `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        del ctx
        return sorted(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command; None when there is no such command."""
        del ctx
        place = PLACES.get(cmd_name)
        if place is None:
            return None
        offered: tuple[click.Command, ...] = import_module(f"habitcoach.cli.{place[0]}").COMMANDS
        return next(one for one in offered if one.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in sorted(PLACES.items()) if line])
