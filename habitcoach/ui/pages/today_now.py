"""The Now section of Today: its cards come and go one by one, so focus stays where it was."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.now_cards import NowCard, WaitingCue, WaitingRow
from habitcoach.ui.pages.page import SectionHead
from habitcoach.ui.pages.promise_row import PromiseRow
from habitcoach.ui.saving import Saving
from habitcoach.ui.today_words import row_key
from habitcoach.ui.waiting import in_order

_Card = WaitingCue | PromiseRow


class NowSection(QWidget):
    """All that waits: the first cue whole, other cues and promises as single rows."""

    done = Signal(object)  #: OccasionView
    snoozed = Signal(object, object)  #: OccasionView, minutes or "end"
    skipped = Signal(object, object)  #: OccasionView, SkipReason
    change = Signal(object)  #: OccasionView
    kept = Signal(object)  #: PromiseView
    retimed = Signal(object)  #: PromiseView: another time is wished
    dropped = Signal(object)  #: PromiseView

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._cards: list[_Card] = []
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
        promises: Sequence[PromiseView] = (),
    ) -> None:
        """Show the waiting cues and promises by due time."""
        focus = self._focused()
        known = {(card.key, type(card)): card for card in self._cards}
        wanted: list[_Card] = []
        whole = cues[0] if cues else None
        for one in in_order([*cues, *promises]):
            card: _Card
            if isinstance(one, PromiseView):
                old = known.pop((row_key(one), PromiseRow), None)
                card = old if isinstance(old, PromiseRow) else self._make_promise(one)
                card.show_promise(one, now, shift_end)
            else:
                kind = NowCard if one is whole else WaitingRow
                was = known.pop((row_key(one), kind), None)
                card = was if isinstance(was, WaitingCue) else self._make(kind(self._look, one))
                card.show_cue(one, now, shift_end, unconfirmed=one.slot in unconfirmed)
            card.show_saving(self._saving)
            wanted.append(card)
        lost = focus is not None and any(card.isAncestorOf(focus) for card in known.values())
        for place, card in enumerate(wanted):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        self._cards = wanted
        self._head.show_remark(tr("{n} waiting", n=number_text(len(wanted))))
        self.setVisible(bool(wanted))
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

    def _make_promise(self, one: PromiseView) -> PromiseRow:
        row = PromiseRow(self._look, one)
        row.kept.connect(self.kept)
        row.snoozed.connect(self.snoozed)
        row.retimed.connect(self.retimed)
        row.dropped.connect(self.dropped)
        row.left.connect(self._on_arrow)
        return row

    def _on_arrow(self, step: int) -> None:
        focus = self._focused()
        at = next(
            (n for n, card in enumerate(self._cards) if focus is not None and card.isAncestorOf(focus)), None
        )
        if at is not None and 0 <= at + step < len(self._cards):
            self._cards[at + step].stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None:
            self.focusNextPrevChild(step > 0)
