"""Whether a command failed because the agent's file is damaged, and what cures it then."""

import shlex

from habitcoach.cli.session import Session
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.checking import look_over
from habitcoach.storage.recovery import with_cure


def told_with_cure(error: Exception, session: Session) -> Exception:
    """Return the fault that an error comes from, with the exact command that puts a backup back.

    What no damage explains is a mistake of ours and comes back as it is.
    """
    database = session.home.database
    if isinstance(error, EnvironmentFaultError):
        fault = with_cure(error, database)
    elif database.is_file() and look_over(database):
        fault = with_cure(EnvironmentFaultError("corrupt", detail=type(error).__name__), database)
    else:
        return error
    if session.given_home is not None and "backup" in fault.params:
        fault.params["command"] = f"habitcoach --home {shlex.quote(str(session.home.folder))}"
    return fault
