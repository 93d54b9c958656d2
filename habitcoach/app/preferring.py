"""What the agent prefers, brought to whatever obeys it: looks, card, tray, texts and sound."""

from collections.abc import Callable
from dataclasses import replace

from habitcoach.coaching.discreet import discreet
from habitcoach.coaching.preferences import (
    CARD_SECONDS,
    DISCREET,
    MIDDLE_CLICK,
    REDUCE_MOTION,
    SOUND,
    TEXT_SIZE,
    THEME,
    Sound,
    TextSize,
)
from habitcoach.coaching.settings import Settings
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.ports import Notice
from habitcoach.texts.notices import notice_for
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.tray import Tray

#: How much larger than the tokens say texts are.
SCALES = {TextSize.SMALL: 0.92, TextSize.NORMAL: 1.0, TextSize.LARGE: 1.15}


class Preferring:
    """Reads the settings of looks and cues, at the start and whenever one may have changed."""

    def __init__(self, settings: Settings, look: Look, play: Callable[[], bool]) -> None:
        """Take what plays the sound of a cue."""
        self._settings = settings
        self._look = look
        self._play = play

    def dress(self) -> None:
        """Have everything look as the agent likes it."""
        value = self._settings.value
        self._look.reduced_motion = self._settings.is_on(REDUCE_MOTION)
        self._look.choose(value(THEME), SCALES[TextSize(value(TEXT_SIZE))])

    def apply(self, card: CueCard, tray: Tray) -> None:
        """Have looks, card and tray follow."""
        self.dress()
        card.stay_for(self._settings.number(CARD_SECONDS))
        tray.set_middle_click(holds=self._settings.is_on(MIDDLE_CLICK))

    def shown(self, view: DeliveryView) -> DeliveryView:
        """Return a delivery as it may be seen."""
        return discreet(view) if self._settings.is_on(DISCREET) else view

    def notice(self, view: DeliveryView) -> Notice:
        """Return a delivery's notification."""
        return self.heard(notice_for(self.shown(view)))

    def heard(self, notice: Notice) -> Notice:
        """Return a notification with the sound that the agent wants."""
        return replace(notice, sound=self._wants_sound())

    def chime(self) -> None:
        """Play the sound of a cue, if the agent wants one."""
        if self._wants_sound():
            self._play()

    def let_hear(self) -> bool:
        """Play the sound of a cue because the agent asks what it is like; False where nothing can."""
        return self._play()

    def _wants_sound(self) -> bool:
        return self._settings.value(SOUND) != Sound.OFF.value
