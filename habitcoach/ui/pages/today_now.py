"""The Now section of Today: its cards come and go one by one, so focus stays where it was."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.now_cards import NowCard, WaitingCue, WaitingRow
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.saving import Saving
from habitcoach.ui.today_words import row_key


class NowSection(QWidget):
    """All waiting cues: the first one whole, the others as single rows."""

    done = Signal(object)  #: OccasionView
    snoozed = Signal(object, object)  #: OccasionView, minutes or "end"
    skipped = Signal(object, object)  #: OccasionView, SkipReason
    change = Signal(object)  #: OccasionView

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[WaitingCue] = []
        self._saving = Saving()
        self.setObjectName("now_section")
        self._head = SectionHead(look, tr("Now"), "now")
        self._list = QVBoxLayout()
        self._list.setSpacing(look.theme.space(2))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(3))
        body.addWidget(self._head)
        body.addLayout(self._list)
        self.hide()

    def show_cues(
        self,
        cues: Sequence[OccasionView],
        now: datetime,
        shift_end: datetime | None,
        unconfirmed: frozenset[str],
    ) -> None:
        """Show the waiting cues in this order."""
        focus = self._focused()
        known = {(card.key, type(card)): card for card in self._cards}
        wanted: list[WaitingCue] = []
        for place, one in enumerate(cues):
            kind = WaitingRow if place else NowCard
            card = known.pop((row_key(one), kind), None) or self._make(kind(self._look, one))
            card.show_cue(one, now, shift_end, unconfirmed=one.slot in unconfirmed)
            card.show_saving(self._saving)
            wanted.append(card)
        lost = focus is not None and any(card.isAncestorOf(focus) for card in known.values())
        for place, card in enumerate(wanted):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        self._cards = wanted
        self._head.show_remark(tr("{n} waiting", n=number_text(len(cues))))
        self.setVisible(bool(cues))
        # The next cue takes the focus before the old one goes, so that it never falls to the sidebar.
        if lost and wanted:
            wanted[0].stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for card in known.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()

    def show_saving(self, saving: Saving) -> None:
        """Mark the cues whose answer is not on disk yet."""
        self._saving = saving
        for card in self._cards:
            card.show_saving(saving)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [stop for card in self._cards for stop in card.stops()]

    def _focused(self) -> QWidget | None:
        return self.window().focusWidget()

    def _make(self, card: WaitingCue) -> WaitingCue:
        card.done.connect(self.done)
        card.snoozed.connect(self.snoozed)
        card.skipped.connect(self.skipped)
        card.change.connect(self.change)
        card.left.connect(self._on_arrow)
        return card

    def _on_arrow(self, step: int) -> None:
        focus = self._focused()
        at = next(
            (n for n, card in enumerate(self._cards) if focus is not None and card.isAncestorOf(focus)), None
        )
        if at is not None and 0 <= at + step < len(self._cards):
            self._cards[at + step].stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None:
            self.focusNextPrevChild(step > 0)
