"""The parts that all desks share: the agent's home, what works on it, and what is on the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from habitcoach.app.attempts import Attempts
from habitcoach.app.background import Background
from habitcoach.app.preferring import Preferring
from habitcoach.assets import asset
from habitcoach.clock import AppClock
from habitcoach.coaching.coach import Coach
from habitcoach.desktop.file_place import FilePlace
from habitcoach.desktop.paths import Home
from habitcoach.desktop.player import Player
from habitcoach.desktop.reserve import Reserve
from habitcoach.library import Template, load_library
from habitcoach.ports import Store
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.in_sight import FocusInSight
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.spoken_roles import tell_roles
from habitcoach.ui.tray import Tray


@dataclass(frozen=True, slots=True)
class Parts:
    """What the desks work with. Each takes from it what it needs."""

    home: Home
    store: Store
    clock: AppClock
    environment: Mapping[str, str]
    reserve: Reserve
    coach: Coach
    attempts: Attempts  #: runs what writes
    background: Background  #: does slow work
    templates: Sequence[Template]  #: the library's habits
    look: Look
    preferring: Preferring
    window: MainWindow
    card: CueCard
    tray: Tray
    uncalled: bool  #: whether the card and the strip of the quick bar may come uncalled

    def local_now(self) -> datetime:
        """Return the present instant in the agent's zone."""
        return self.clock.now().astimezone(self.clock.zone())

    def local_date(self) -> date:
        """Return the date in the agent's zone."""
        return self.local_now().date()


def lay_out(  # noqa: PLR0913, PLR0917  # all that the app is started with
    desk: QObject,
    application: QApplication,
    home: Home,
    store: Store,
    clock: AppClock,
    environment: Mapping[str, str],
) -> Parts:
    """Build the parts, dressed as the agent likes it; nothing is shown yet."""
    coach = Coach(store, clock)
    reserve = Reserve(home)
    look = Look()
    preferring = Preferring(coach.settings, look, Player(asset("sounds", "soft.wav")).play)
    preferring.dress()
    look.apply(application)
    tell_roles(application)
    FocusInSight(look, application, desk)
    return Parts(
        home=home,
        store=store,
        clock=clock,
        environment=environment,
        reserve=reserve,
        coach=coach,
        attempts=Attempts(desk, check=FilePlace(home).check, make_room=reserve.release),
        background=Background(desk),
        templates=load_library(),
        look=look,
        preferring=preferring,
        window=MainWindow(look),
        card=CueCard(look, lambda: clock.now().astimezone(clock.zone())),
        tray=Tray(look),
        # Wayland lets no window choose its place or refuse the keyboard; notification and tray remain.
        uncalled=not application.platformName().startswith("wayland"),
    )
