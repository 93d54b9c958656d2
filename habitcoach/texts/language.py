"""gettext, bound to the app's own catalogue."""

import gettext

from habitcoach.assets import asset

# Falls back to the English in the source when there is no catalogue for the agent's language.
_catalogue = gettext.translation("habitcoach", asset("translations"), fallback=True)

#: Whether there is a catalogue for the agent's language; the texts are English where not.
TRANSLATED = type(_catalogue) is not gettext.NullTranslations


def tr(text: str, **params: object) -> str:
    """Translate a text and fill in its {names}."""
    return _catalogue.gettext(text).format(**params)


def ntr(one: str, many: str, number: int, **params: object) -> str:
    """Translate a text that depends on a number, which it may name as {n}."""
    return _catalogue.ngettext(one, many, number).format(n=number, **params)
