"""Errors as one clear line that says what to do."""

import shlex

from habitcoach.core.errors import HabitCoachError, InputError
from habitcoach.texts.language import tr

_FIELDS = {
    "name": "The name",
    "when": "The cue",
    "routine": "The routine",
    "reward": "The reward",
    "tiny": "The tiny version",
    "treat": "The treat",
    "why": "The reason why",
    "note": "The note",
    "category": "The category",
    "at": "The time",
    "week": "The week",
    "minutes": "The number of minutes",
    "pause": "The end of the pause",
    "estimate": "--estimate",
    "by_itself": "--by-itself",
    "without_remembering": "--without-remembering",
    "without_thinking": "--without-thinking",
    "before_noticing": "--before-noticing",
    "helped": "What helped",
    "plan": "The plan for next week",
    "moment": "The moment",
    "principle": "The principle",
    "line": "The line",
    "decision": "The decision",
    "goal": "The goal",
    "promised": "The time promised",
    "ticket": "The ticket",
    "calendar": "The calendar file",
    "file": "The file",
}

_SENTENCES = {
    # the agent's input
    "empty": "{field} needs at least one visible character.",
    "too_long": "{field} has {length} characters; keep it to {limit}.",
    "name_taken": "You already have a habit called “{name}”. Choose another name.",
    "not_an_object": '{field}: give a JSON object such as {{"kind": "manual"}}.',
    "unknown_key": "{field}: there is no such key. Known are: {known}.",
    "missing_key": "{field} is missing.",
    "not_in_range": "{field}: give a whole number from {low} to {high}.",
    "not_a_boolean": "{field}: give true or false.",
    "not_a_choice": "{field}: give one of {choices}.",
    "not_a_time": "{field}: give times as HH:MM, such as 10:30.",
    "not_a_time_list": '{field}: give a list of times such as ["10:30"].',
    "not_a_number_list": "{field}: give a list of whole numbers from {low} to {high}.",
    "circle": "These habits would wait for each other: {chain}. Choose another cue.",
    "only_for_rate": "{field} is only for a rate target.",
    "only_for_breaks": "{field} is only for the anchor after_break.",
    "not_an_nth": "{field}: give [2, 3] for the 2nd Wednesday; 1 to 5 or -1 for the last, then 1 to 7.",
    "only_one_of": "{field}: give only one of {keys}.",
    "only_with_weekdays": "{field}: weeks are only counted with weekdays, not with nth or monthday.",
    "not_a_break": "{field}: give 1 for the first break, or -1 for the last.",
    "empty_window": "{field}: the window ends when it begins. Give a later time.",
    "bad_json": "{field} is not valid JSON: {detail}.",
    "not_a_time_of_day": "{field}: give a time as HH:MM, such as 04:00.",
    "not_a_key": "{field}: give keys such as Ctrl+Shift+Space, Meta+H or Ctrl+F9.",
    "ctrl_and_alt": "{field}: Ctrl with Alt writes letters on many keyboards. Choose other keys.",
    "key_too_plain": "{field}: other programs need that key. Add Ctrl and Shift, or the logo key.",
    "unknown_setting": "There is no setting “{name}”. Known are: {known}.",
    "not_a_moment": "{field}: give an ISO time, HH:MM, or yesterday HH:MM.",
    "in_future": "{field} lies in the future. Log it once it has happened.",
    "too_long_ago": "{field} is over 14 days back. Add --yes if you mean it.",
    "counts_need_rate": "--of is only for a habit with a rate target.",
    "not_a_count": "{field}: give a whole number from {low} to {high}.",
    "hits_over_of": "--count {count} cannot be more than --of {of}.",
    "not_a_date": "{field}: give a date such as 2026-11-23.",
    "not_the_days": "{field}: the cycle has {days} days; leave it out or give that number.",
    "not_a_day_list": "{field}: give a list of 1 to {high} shift names, null for a day off.",
    "unknown_shift": "{field}: there is no shift “{name}”. Known are: {known}.",
    "empty_shift": "{field}: the shift ends when it begins. Give another time.",
    "not_a_break_list": "{field}: give a list of [from, to] times.",
    "shift_name_taken": "There are two shifts called “{name}”. Give one of them another name.",
    "breaks_outside": "{field}: breaks must lie within the shift, one after another.",
    "not_a_shift": "{field}: give times such as 10:00-18:30, the name of a shift ({known}), or default.",
    "not_a_span": "{field}: give a date, or two as 2026-11-23..2026-11-27.",
    "not_a_week": "{field}: give a week such as 2026-W47.",
    "first_statement_first": "Answer --by-itself first; the other statements are beside it.",
    "week_ahead": "{field}: that week has not begun yet.",
    "too_long_a_span": "{field}: that is over {high} days. Give a shorter span.",
    "not_a_pause": "{field}: give minutes up to {high} as 90m, a time of today as 15:30, a date, or off.",
    "not_ahead": "{field}: that does not lie ahead. Give a later time or date.",
    # a planner's calendar file
    "unreadable_file": "{field} cannot be read. Check that it is there and yours to open.",
    "calendar_too_large": "{field} is over {limit} MB. Export fewer months and try again.",
    "not_a_calendar": "{field} is no calendar. Export your shifts as .ics (iCalendar) and try again.",
    "calendar_too_long": "{field} has far too many entries. Export your shifts alone and try again.",
    "no_shifts": "{field} has no shift with a start and an end. Export your shifts as .ics and try again.",
    "roster_is_past": "{field} ends on {day}, which has passed. Export the shifts that lie ahead.",
    # an export of HabitCoach
    "import_too_large": "{field} is over {limit} MB, which no export of HabitCoach is.",
    "not_an_export": "{field} is no export of HabitCoach. Make one with: habitcoach export -o FILE",
    "rows_unfit": "{field} has been changed since HabitCoach wrote it and does not fit. Make a new export.",
    "is_a_calendar": "This is a calendar. If your shifts are in it: habitcoach roster import FILE",
    "newer_export": "The file was made by a newer HabitCoach. Install the newest version to open it.",
    # HABITCOACH_NOW
    "not_an_instant": "{field} is no instant. Give one such as 2026-11-23T10:30+01:00.",
    "no_offset": "{field} needs an offset, such as 2026-11-23T10:30+01:00.",
    "unknown_zone": "{field} names a zone this computer does not know.",
    "no_such_file": "{field} names a file that cannot be read.",
    # what cannot be done as things are
    "no_such_habit": "There is no habit “{query}”. See: habitcoach habits",
    "ambiguous_habit": "“{query}” could be {names}. Type more of the name, or the number.",
    "no_such_template": "There is no ready-made habit “{query}”. See: habitcoach library",
    "archived": "“{habit}” is retired. Bring it back first: habitcoach restore {id}",
    "estimate_needs_contacts": "{field} is only for a rate habit met in every contact; “{habit}” is none.",
    "counted_already": "“{habit}” has counts that day, {hits} of {of}, and these win over an estimate.",
    "nothing_due": "No cue of “{habit}” is due now. See: habitcoach today",
    "nothing_left": "Nothing of “{habit}” is left to skip now. With --day, skip the whole day.",
    "not_in_question": "Nothing is asked about these dates. For a day off: habitcoach off DATE",
    "already_done": "“{habit}” is done already. To change that, take it back first: habitcoach undo",
    "never_fades": "The cues of “{habit}” always stay as they are.",
    "no_step_proposed": "Nothing is proposed for the cues of “{habit}”. See: habitcoach fade {id}",
    "nothing_to_undo": "There is nothing to undo.",
    "choice_needed": "{decision}: say what it should be from then on.",
    "not_in_review": "“{habit}” was not running in week {week}.",
    "not_finished": "The review of {week} is not finished.",
    "review_finished": "The review of {week} is finished. To change a decision, edit the habit.",
    "later_review_finished": "A later review is finished, so that of {week} decides nothing any more.",
    "review_too_early": "It is too early for the review of {week}: three shifts give it something to say.",
    "holds_already": "What the review of {week} decided holds already. To change it, edit the habit.",
    "counts_promises": "“{habit}” counts what becomes of your promises. See: habitcoach promises",
    "no_such_promise": "There is no promise {id}. See: habitcoach promises",
    "promise_answered": "Promise {id} was answered already. Take that back first: habitcoach undo",
    "promise_not_due": "Promise {id} is not due now. To change its time: habitcoach retime {id} HH:MM",
    "not_a_time_ahead": "{field}: give HH:MM, or an ISO time such as 2026-11-23T15:40.",
    "same_time": "{field} is that one already. Give another time.",
    "has_entries": "“{habit}” has entries, so it can only be retired: habitcoach archive {id}",
    "nothing_to_note": "A note stands beside what was logged. Log this habit once, then add one.",
    "no_such_entry": "There is no entry {id}. See: habitcoach notes",
    "no_such_backup": "There is no file {path}. Your backups are listed by: habitcoach restore-backup",
    "not_a_backup": "{path} is not a HabitCoach file, so nothing was changed. Choose a backup of yours.",
    "damaged_backup": "{path} is damaged, so nothing was changed. Choose another backup.",
    "newer_backup": "{path} was made by a newer HabitCoach. Install the newest version to put it back.",
    "is_the_file": "{path} is the file in use. Choose a backup of it.",
    "nothing_to_back_up": "There is nothing to back up yet. Add a habit first: habitcoach library",
    "file_is_there": "{path} is there already. Add --yes to replace it, or choose another name.",
    "app_runs": "HabitCoach is running. Quit it first, then try again.",
    "not_meant": "Nothing was deleted. Type the words as shown, or add --yes.",
    "derived_wrong": "The streak table does not fit the log. Put it right: habitcoach check --rebuild",
    "snooze_past_shift": "The shift ends too soon for that. Choose a shorter time.",
    "no_shift_end": "There is no shift running now, so it cannot wait for its end. Give minutes instead.",
    # the surroundings
    "no_display": (
        "No display was found. Start HabitCoach from a desktop session, or set DISPLAY; "
        "the command line works without one, see: habitcoach --help"
    ),
    "no_xcb_cursor": "A library that Qt needs is missing. Run: sudo apt-get install libxcb-cursor0",
    "no_library": (
        "A library that Qt needs is missing: {library}. Install it with: sudo apt-get install {package}"
    ),
    "other_hangs": "HabitCoach runs already but does not answer. End process {pid} and start it again.",
    "before_habit": "{field} lies before “{habit}” began.",
    "file_busy": "Another program is writing to the HabitCoach file. Try again in a moment.",
    "disk_full": "The disk is full, so nothing was saved. Free some space and try again.",
    "read_only": "The HabitCoach file is read-only, so nothing was saved. Make it writable and try again.",
    "cannot_open": "The HabitCoach folder cannot be opened. Check that it is yours and writable.",
    "cannot_write": "The disk refused to write, so nothing was saved. Check the disk and try again.",
    "corrupt": "The HabitCoach file is damaged. Keep it as it is and put back a copy.",
    "corrupt_put_back": (
        "The HabitCoach file is damaged. Put back the backup of {day}: {command} restore-backup {backup}"
    ),
    "corrupt_alone": (
        "The HabitCoach file is damaged. There is no backup: keep {file}, move it elsewhere to begin anew."
    ),
    "log_gone": "Another program took a part of your file away. Quit HabitCoach and start it again.",
    "file_gone": "The HabitCoach file is no longer in its folder. Put it back and try again.",
    "file_missing": "The HabitCoach file is missing. Put back a copy.",
    "file_empty": "The HabitCoach file has been emptied. Put back a copy.",
    "file_foreign": "What stands in the place of the HabitCoach file is none. Put back a copy.",
    "file_missing_put_back": (
        "The HabitCoach file is missing. Put back the backup of {day}: {command} restore-backup {backup}"
    ),
    "file_missing_alone": (
        "{file} is missing. Put it back, or move what is left beside it elsewhere to begin anew."
    ),
    "file_empty_put_back": (
        "The HabitCoach file is empty. Put back the backup of {day}: {command} restore-backup {backup}"
    ),
    "file_empty_alone": (
        "{file} is empty. Put back a copy, or move it and what lies beside it elsewhere to begin anew."
    ),
    "file_foreign_put_back": (
        "{file} is not from HabitCoach. Put back the backup of {day}: {command} restore-backup {backup}"
    ),
    "file_foreign_alone": (
        "{file} is not from HabitCoach, so it was left as it is. Move it elsewhere to begin anew."
    ),
    "migration_failed": (
        "Your file could not be brought up to date and is as it was. Go back to the HabitCoach you had, "
        "and report this: {step}, {detail}"
    ),
    "share_in_use": (
        "Your HabitCoach folder lies on a network drive, where one program at a time can use it. "
        "Quit the other one and try again."
    ),
    "on_share": "Your HabitCoach folder lies on a network drive: saving is slower, and other commands wait.",
    "newer_file": "Your file was made by a newer HabitCoach. Install the newest version to open it.",
    "no_bus": "This desktop has no message bus, so cues come as cards.",
    "no_server": "This desktop shows no notifications, so cues come as cards.",
    "late": "The desktop is slow to show notifications, so cues come as cards.",
    "key_taken": "{keys} belongs to another program. Choose other keys in Settings.",
    "key_denied": "This desktop did not give HabitCoach {keys}. Allow it in the desktop’s keyboard settings.",
    "no_such_key": "This keyboard has no {keys}. Choose other keys in Settings.",
    "no_global_key": "Here no program gets a key. Bind one to “habitcoach quick” in the desktop’s settings.",
    "no_autostart": "The place for starting at log-in cannot be written. Check {path}.",
    "no_doctor": "Nothing could be found out. Try in a terminal: habitcoach doctor",
    "no_tray": "This desktop has no tray, so HabitCoach stays in the dock. Ctrl+Q quits it.",
}


def error_sentence(error: HabitCoachError) -> str:
    """Return the one line for an error; the name of its field stands first where it has one."""
    params = dict(error.params)
    if isinstance(error, InputError):
        params["field"] = tr(_FIELDS[error.field]) if error.field in _FIELDS else error.field
    if "backup" in params:
        return _with_backup(error.code, params)
    return sentence_for(error.code, **params)


def _with_backup(code: str, params: dict[str, object]) -> str:
    """Return the sentence of a fault that a backup cures, with the command that puts it back."""
    way = "alone" if params["backup"] is None else "put_back"
    params["backup"] = shlex.quote(str(params["backup"]))
    return sentence_for(f"{code}_{way}", **({"command": "habitcoach"} | params))


def sentence_for(code: str, **params: object) -> str:
    """Return the sentence of a code; an unknown code stands for itself."""
    return tr(_SENTENCES[code], **params) if code in _SENTENCES else code
