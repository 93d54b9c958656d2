"""A clock that a test drives by hand."""

from datetime import datetime, timedelta, tzinfo

from tests.support.habits import BERLIN


class DrivenClock:
    """The port `Clock`: it stands still until it is moved."""

    def __init__(self, moment: datetime, zone: tzinfo = BERLIN) -> None:
        """Take what it shows first."""
        self.moment = moment
        self.place = zone

    def now(self) -> datetime:
        """Return the instant it shows."""
        return self.moment

    def zone(self) -> tzinfo:
        """Return the zone it shows."""
        return self.place

    def advance(self, wait: timedelta) -> None:
        """Let time pass; back with a negative wait."""
        self.moment += wait
