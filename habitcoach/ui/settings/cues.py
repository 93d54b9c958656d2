"""Sections *Cues*, *Fading* and *On a call*: when a cue comes, how it reaches the agent, what holds it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.day_plan import RHYTHM
from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.holding import CALL_MINUTES
from habitcoach.coaching.pacing import GAP, MOST
from habitcoach.coaching.preferences import CARD_SECONDS, DISCREET, MIDDLE_CLICK, SOUND, Sound
from habitcoach.coaching.presence_holds import AWAY_MINUTES, HOLD_FULL_SCREEN, HOLD_MICROPHONE
from habitcoach.coaching.promise_holds import IN_CALLS, InCalls
from habitcoach.coaching.quick_key import QUICK_KEY
from habitcoach.coaching.told import FADING
from habitcoach.core.consent import Consent
from habitcoach.core.turn import Rhythm
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.bound import Bound
from habitcoach.ui.settings.controls import ChoiceField, CountField, SwitchField
from habitcoach.ui.settings.row import Row
from habitcoach.ui.settings.section import Section
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.key_field import KeyField
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.segments import Segments
from habitcoach.ui.widgets.switch import Switch

_SECONDS = (10, 20, 30, 60, 120)
_MINUTES = (15, 30, 60, 90, 120)
_AWAY_MINUTES = (2, 5, 10, 15, 30)
_MOST_A_SHIFT = 99
_LONGEST_GAP = 240


class CuesSection(Section):
    """How a cue reaches the agent."""

    autostart = Signal(bool)
    test_cue = Signal()
    hear = Signal()
    key_listening = Signal(bool)  #: a key is being chosen, or not any more

    def __init__(self, look: Look, bound: Bound) -> None:
        self._look = look
        self._bound = bound
        self._autostart = Switch(look, tr("Start in the tray when I sign in"))
        self._autostart.setObjectName("autostart")
        self._autostart_row = Row(
            look, "row_autostart", tr("Start in the tray when I sign in"), [self._autostart]
        )
        self._surface_row = self._surface()
        rows = [
            self._surface_row,
            self._rhythm(),
            self._pace(),
            self._discreet(),
            self._card(),
            self._sound(),
            self._key(),
            self._autostart_row,
            self._trial(),
        ]
        remark = tr("How a cue reaches you. Cards never take the keyboard from your ticket.")
        super().__init__(look, "cues", tr("Cues"), remark, rows)
        self._autostart.clicked.connect(self.autostart)
        self._play.clicked.connect(self.hear)
        self._send.clicked.connect(self.test_cue)
        self._key_field.listening.connect(self.key_listening)

    def show_autostart(self, *, on: bool) -> None:
        """Show whether the app starts with the session."""
        self._autostart.setChecked(on)

    def show_key_words(self, words: str) -> None:
        """Say what stands against the key, if anything does."""
        self._key_row.say(words)

    def show_tray(self, *, there: bool) -> None:
        """Say where cues wait when the desktop has no tray."""
        none = tr("This desktop has no tray. HabitCoach waits as a minimised window instead.")
        self._autostart_row.say("" if there else none)

    def _surface(self) -> Row:
        title = tr("A cue comes as")
        words = [
            (Surface.AUTOMATIC.value, tr("Automatic")),
            (Surface.BOTH.value, tr("Both at once")),
            (Surface.NOTIFICATION.value, tr("Notification only")),
            (Surface.CARD.value, tr("Card only")),
            (Surface.TRAY.value, tr("Tray count only")),
        ]
        field = ChoiceField("surface", title, words)
        self._bound.bind(SURFACE, field)
        remark = tr(
            "A notification; a card where that cannot carry buttons. Or: both at once, notification only,"
            " card only, tray count only."
        )
        return Row(self._look, "row_surface", title, [field], remark)

    def _rhythm(self) -> Row:
        title = tr("Rhythm")
        words = [(Rhythm.MOMENT.value, tr("At the moment")), (Rhythm.BOOKENDS.value, tr("Bookends"))]
        field = Segments(self._look, "rhythm", title, words)
        self._bound.bind(RHYTHM, field)
        remark = tr("Bookends: all but clock times and promises wait for the start card and the end card.")
        return Row(self._look, "row_rhythm", title, [field], remark)

    def _pace(self) -> Row:
        most = CountField("budget_most", tr("At most so many cues a shift"), 0, _MOST_A_SHIFT)
        gap = CountField("budget_gap", tr("So many minutes apart"), 0, _LONGEST_GAP)
        self._bound.bind(MOST, most)
        self._bound.bind(GAP, gap)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.theme.space(2))
        for one in (most, _word(self._look, tr("a shift,")), gap, _word(self._look, tr("min apart"))):
            line.addWidget(one)
        remark = tr("Clock times, snoozes and promises always come.")
        return Row(self._look, "row_pace", tr("At most"), [both], remark)

    def _discreet(self) -> Row:
        title = tr("Discreet texts")
        field = SwitchField(self._look, "discreet", title)
        self._bound.bind(DISCREET, field)
        remark = tr("Shows the habit’s name only, for a shared screen.")
        return Row(self._look, "row_discreet", title, [field], remark)

    def _card(self) -> Row:
        title = tr("Card stays for")
        field = _Amounts("card_seconds", title, _SECONDS, seconds_text)
        self._bound.bind(CARD_SECONDS, field)
        return Row(self._look, "row_card", title, [field], tr("Then it waits in the tray."))

    def _sound(self) -> Row:
        title = tr("Sound")
        field = ChoiceField("sound", title, [(Sound.OFF.value, tr("Silent")), (Sound.SOFT.value, tr("Soft"))])
        self._bound.bind(SOUND, field)
        play = IconButton(self._look, "play", tr("Hear the soft sound"), "secondary")
        play.setObjectName("hear")
        self._play = play
        return Row(self._look, "row_sound", title, [field, play])

    def _key(self) -> Row:
        title = tr("Quick bar key")
        field = KeyField(self._look, "quick_key", title)
        self._bound.bind(QUICK_KEY, field)
        self._key_field = field
        self._key_row = Row(self._look, "row_key", title, [field])
        return self._key_row

    def _trial(self) -> Row:
        send = Button(self._look, tr("Send a test cue"), "soft", "bell")
        send.setObjectName("test_cue")
        self._send = send
        row = Row(self._look, "row_trial", tr("See one now"), [send])
        row.title.set_tone("text2")
        return row


def fading_section(look: Look, bound: Bound) -> Section:
    """Build the section about the withdrawal of cues."""
    title = tr("Withdraw cues")
    words = [
        (Consent.AUTOMATIC.value, tr("Automatic")),
        (Consent.ASK.value, tr("Ask me")),
        (Consent.NEVER.value, tr("Never")),
    ]
    field = Segments(look, "fading", title, words)
    bound.bind(FADING, field)
    row = Row(look, "row_fading", title, [field], tr("Clock times ask first: you chose that time."))
    remark = tr("A habit that carries itself needs its cue less. The review tells you every change and why.")
    return Section(look, "fading", tr("Fading"), remark, [row])


def calls_section(look: Look, bound: Bound) -> Section:
    """Build the section about what holds cues."""
    middle = SwitchField(look, "middle_click", tr("Middle-click the tray icon to hold or let go"))
    bound.bind(MIDDLE_CLICK, middle)
    minutes = _Amounts("call_minutes", tr("Let go after"), _MINUTES, minutes_text)
    bound.bind(CALL_MINUTES, minutes)
    promises = SwitchField(
        look,
        "promises_in_calls",
        tr("Promises still show, without sound"),
        on=InCalls.SHOW.value,
        off=InCalls.HOLD.value,
    )
    bound.bind(IN_CALLS, promises)
    away = _Amounts("away_minutes", tr("Away after"), _AWAY_MINUTES, minutes_text)
    bound.bind(AWAY_MINUTES, away)
    microphone = SwitchField(look, "hold_microphone", tr("Hold while the microphone is in use"))
    bound.bind(HOLD_MICROPHONE, microphone)
    full = SwitchField(look, "hold_full_screen", tr("Hold in full screen"))
    bound.bind(HOLD_FULL_SCREEN, full)
    rows = [
        Row(look, "row_middle_click", middle.accessibleName(), [middle]),
        Row(look, "row_call_minutes", tr("Let go after"), [minutes], tr("In case you forget the switch.")),
        Row(look, "row_promises", promises.accessibleName(), [promises]),
        Row(look, "row_away", tr("Away after"), [away], tr("Nobody at the keyboard: cues wait for you.")),
        Row(
            look,
            "row_microphone",
            microphone.accessibleName(),
            [microphone],
            tr("Whether, never what: nothing is listened to. After half an hour it counts as a headset."),
        ),
        Row(
            look,
            "row_full_screen",
            full.accessibleName(),
            [full],
            tr("While you present. After an hour it counts as how you work."),
        ),
    ]
    return Section(look, "calls", tr("On a call"), tr("Hold every cue until you hang up."), rows)


class _Amounts(ChoiceField):
    """Some usual amounts; another one that was chosen elsewhere is added."""

    def __init__(self, name: str, title: str, amounts: Sequence[int], words: Callable[[int], str]) -> None:
        super().__init__(name, title, [(str(one), words(one)) for one in amounts])
        self._words = words

    def show_value(self, value: str, words: str = "") -> None:
        """Show what holds."""
        super().show_value(value, words or self._words(int(value)))


def seconds_text(seconds: int) -> str:
    """Return "20 seconds"."""
    return ntr("{n} second", "{n} seconds", seconds)


def minutes_text(minutes: int) -> str:
    """Return "60 minutes"."""
    return ntr("{n} minute", "{n} minutes", minutes)


def _word(look: Look, text: str) -> Label:
    return Label(look, text, "body", "text2")
