"""What the Settings page shows of the agent's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.days_off import DaysOff, days_off
from habitcoach.coaching.settings import Settings
from habitcoach.core.period import Weeks
from habitcoach.core.roster import Roster
from habitcoach.core.week_pattern import WeekPattern, weeks_of


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Settings, roster and days off as they are now."""

    values: Mapping[str, str]  #: every setting by its name
    today: date  #: the work date that runs
    roster: Roster
    pattern: WeekPattern | None  #: the roster as weeks; None when it takes too many to come round
    days_off: tuple[DaysOff, ...]


def settings_view(agenda: Agenda, settings: Settings) -> SettingsView:
    """Return what can be chosen, and how it stands."""
    starts = agenda.setting.week_start
    first = starts.latest() if isinstance(starts, Weeks) else starts
    roster = agenda.calendar.roster_on(agenda.today)
    pattern = weeks_of(roster, agenda.today, first)
    return SettingsView(settings.all(), agenda.today, roster, pattern, days_off(agenda))
