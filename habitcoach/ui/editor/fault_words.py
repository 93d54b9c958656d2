"""What the editor says about a fault: the fact, then the next step."""

from habitcoach.core.errors import InputError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import tr


def fault_text(fault: InputError) -> str:
    """Return the words under the field at fault."""
    if fault.code == "empty":
        return {
            "name": tr("Give it a name with at least one letter."),
            "when": tr("Say what starts it, such as “I open a new ticket”."),
            "routine": tr("Say what you will do. Start with a verb, such as “write” or “ask”."),
            "reward": tr("Say what you get straight after, such as “a sip of tea”."),
        }.get(fault.field, error_sentence(fault))
    if fault.field == "trigger.weekdays":
        return tr("Choose at least one day.")
    if fault.field == "trigger.habit" and fault.code == "missing_key":
        return tr("Start another habit first, or choose another cue.")
    if fault.field == "trigger.to":
        return tr("Choose an end that is not the start.")
    if fault.field == "trigger.offset":
        return tr("A cue can come at most {n} min outside the shift. Choose fewer minutes.", n=30)
    return error_sentence(fault)


def place_of(fault: InputError) -> str:
    """Return the part of the form that a fault belongs to: a field's name, "trigger" or "target"."""
    return fault.field.partition(".")[0]
