"""The order of the keyboard, as ui.md has it under *Focus order*: object names, scene by scene."""

import re
from collections.abc import Sequence

_SIDEBAR = "pages foot_pages"
_HEAD = "call_switch new_promise shift_chooser hard_one"
_TODAY = f"{_SIDEBAR} {_HEAD}"
_NOW = "now_done now_snooze now_skip"
_LISTS = "later_list done_list"
_COUNTERS = "hit-2 opportunity-2 hit-3 opportunity-3"
_EDITOR_FEET = "editor_try editor_cancel editor_save"
_PLAN = "when routine tiny reward"
_DAYS = " ".join(f"weekday-{number}" for number in range(1, 8))

#: Of a name that ends in "*", any number of stops that begin so; "|" stands between two beginnings.
ORDERS = {
    "today": f"{_TODAY} {_NOW} {_LISTS} {_COUNTERS} yesterday_more",
    "today-back": (f"{_TODAY} absence_off absence_worked shift_card_open {_NOW} later_list {_COUNTERS}"),
    "today-reward": f"{_TODAY} reward_moment undo {_LISTS} {_COUNTERS} yesterday_more",
    "today-undo": f"{_TODAY} {_LISTS} {_COUNTERS} yesterday_more undo",
    "today-disk-full": (f"{_SIDEBAR} trouble_again trouble_copy {_HEAD} {_LISTS} {_COUNTERS} yesterday_more"),
    "today-other-hours": "hours_end hours_cancel hours_save hours_start",
    "today-fill-in": (
        "fill_done fill_none fill_none fill_done fill_done fill_in_all fill_in_cancel "
        "fill_in_save fill_in_after"
    ),
    "today-what-worked": "journal_search journal_edit* journal_close",
    "cue-card-skip": (
        "close back skip_no_occasion skip_on_calls skip_outage skip_ordered skip_leave skip_sick "
        "skip_other skip_not_done change_habit"
    ),
    "cue-card-skip-other": "skip_note back skip_other_send",
    "cue-card-snooze-other": "snooze_time back snooze_other_send",
    "milestone": "reward_moment close undo carry_on",
    "start-card": "close done snooze skip got_it",
    "tray-panel": (
        f"waiting_done|waiting_more* {_COUNTERS} panel_promise panel_pause panel_open panel_call "
        "shift_chooser"
    ),
    "quick-bar-1730": "quick_field off_instead off_hand_over off_keep",
    "habit-why": "why_days why_research why_close",
    "habits": (
        f"{_SIDEBAR} new_habit filter_active habit_list habits_more detail_edit detail_more "
        "detail_streak detail_best detail_total detail_strength cue_every_time cue_more year_map "
        "strength_curve chain_bars note_add"
    ),
    "editor": (
        f"cue-shift anchor_end offset_minutes offset_side which_shift {_PLAN} name target_per "
        f"target_kind category treat why editor_retire {_EDITOR_FEET}"
    ),
    "editor-new": (
        f"cue-shift anchor_end offset_minutes offset_side which_shift {_PLAN} name target_per "
        f"target_kind category more_fields {_EDITOR_FEET}"
    ),
    "editor-cue-at": (
        f"time-1 add_time at_rhythm {_DAYS} anyway {_PLAN} name target_per target_kind category "
        f"more_fields {_EDITOR_FEET} cue-at"
    ),
    "promise": "promise_time promise_ticket promise_note promise_cancel promise_save",
    "library": f"{_SIDEBAR} library_channel* library_search category-all starter-* why-|add-*",
    "review": (
        f"{_SIDEBAR} week_before this_week ribbon-1 answer-1 ribbon-2 answer-2 ribbon-3 answer-3 "
        "ribbon-4 answer-4 ribbon-5 answer-5 ribbon-6 plan_if plan_then review_more review_later "
        "review_finish"
    ),
    "settings-shifts": (
        "shift_name_1 shift_start_1 shift_end_1 shift_remove_1 break_1_1_from break_1_1_to "
        "break_1_1_remove break_add_1 shift_name_2 shift_start_2 shift_end_2 shift_remove_2 "
        "break_2_1_from break_2_1_to break_2_1_remove break_add_2 shift_name_3 shift_start_3 "
        "shift_end_3 shift_remove_3 break_3_1_from break_3_1_to break_3_1_remove break_add_3 "
        "shift_add shifts_from shift_times_dialog_cancel shift_times_dialog_go"
    ),
    "settings-delete": "delete_word delete_dialog_cancel",
    "first-run-shift": (
        "channel-email channel-chat channel-phone shift-Early shifts_rotate open_planner open_file continue"
    ),
    "first-run-starters": "pick-* write_own back continue",
    "first-run-cue": "surface-automatic send_cue back start_shift",
}


def out_of_order(scene: str, stops: Sequence[str]) -> list[str]:
    """Return the stops of a scene where they are not those of the table; a scene that is not in it passes."""
    if scene not in ORDERS:
        return []
    wanted = "".join(_pattern(one) for one in ORDERS[scene].split())
    # That there is no tray here may be said at any moment.
    found = "".join(f"{one} " for one in stops if one != "notice_close")
    return [] if re.fullmatch(wanted, found) else list(stops)


def _pattern(name: str) -> str:
    if not name.endswith("*"):
        return re.escape(name) + " "
    beginnings = "|".join(re.escape(one) for one in name[:-1].split("|"))
    # An object name may hold a slot with blanks in it.
    return f"(?:(?:{beginnings})(?:(?! panel_| hit-| waiting_).)*? )*"
