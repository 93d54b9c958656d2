"""The desks of all pages and surfaces, each built on those it needs."""

from dataclasses import dataclass

from habitcoach.app.absence_desk import AbsenceDesk
from habitcoach.app.answering import answering_on
from habitcoach.app.card_desk import CardDesk
from habitcoach.app.card_place import CardPlace
from habitcoach.app.cues_desk import CuesDesk
from habitcoach.app.data_desk import DataDesk
from habitcoach.app.first_run_desk import FirstRunDesk
from habitcoach.app.habit_desk import HabitDesk
from habitcoach.app.hard_one_desk import HardOneDesk
from habitcoach.app.hard_ones import HardOnes
from habitcoach.app.library_desk import LibraryDesk
from habitcoach.app.outside import Outside
from habitcoach.app.parts import Parts
from habitcoach.app.quick_desk import QuickDesk
from habitcoach.app.review_desk import ReviewDesk
from habitcoach.app.saving_desk import SavingDesk
from habitcoach.app.settings_desk import SettingsDesk
from habitcoach.app.shift_desk import ShiftDesk
from habitcoach.app.today_desk import TodayDesk
from habitcoach.app.tray_desk import TrayDesk
from habitcoach.app.trying import Trying
from habitcoach.app.wiring import wire_card, wire_notices, wire_window
from habitcoach.app.words_desk import WordsDesk


@dataclass(frozen=True, slots=True)
class Desks:
    """One for each page and surface. Qt does not keep them: whoever built them does."""

    today: TodayDesk
    habits: HabitDesk
    library: LibraryDesk
    review: ReviewDesk
    settings: SettingsDesk
    data: DataDesk
    words: WordsDesk
    hard_one: HardOneDesk
    trying: Trying
    absence: AbsenceDesk
    card: CardDesk
    card_place: CardPlace
    first_run: FirstRunDesk
    tray: TrayDesk
    quick: QuickDesk


def set_up(parts: Parts, outside: Outside, cues: CuesDesk) -> Desks:
    """Build the desks and connect them to their surfaces."""
    answering = answering_on(parts)
    editing, intents = answering.editing, answering.intents
    wire_window(parts, answering)
    wire_card(parts, answering)
    wire_notices(parts, outside.notifier, answering, cues)
    shifts = ShiftDesk(parts, editing)
    absence = AbsenceDesk(parts, editing)
    review = ReviewDesk(parts, editing)
    hard_ones = HardOnes(parts, intents)
    trying = Trying(parts, outside.notifier)
    desks = Desks(
        today=TodayDesk(parts, editing, shifts),
        habits=HabitDesk(parts, editing),
        library=LibraryDesk(parts),
        review=review,
        settings=SettingsDesk(parts, trying, editing, shifts),
        data=DataDesk(parts, SavingDesk(parts, outside.notifier)),
        words=WordsDesk(parts, editing),
        hard_one=HardOneDesk(parts, hard_ones),
        trying=trying,
        absence=absence,
        card=CardDesk(parts, absence, review),
        card_place=CardPlace(parts.card, parts.store, parts.attempts),
        first_run=FirstRunDesk(parts, intents, cues.show_first),
        tray=TrayDesk(parts, answering, shifts, cues),
        quick=QuickDesk(parts, outside.bus, answering, hard_ones),
    )
    key, cues_section = desks.quick.key, parts.window.settings_page.cues
    key.changed.connect(cues_section.show_key_words)
    for listening in (cues_section.key_listening, desks.first_run.key_listening):
        listening.connect(key.hush)
    return desks
