"""A private session bus that starts no services by itself."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.programs import Program
from tests.desktop.waiting import until

# Without service folders: a machine's own notification server must not come up unasked.
_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def session_bus(folder: Path, env: Mapping[str, str]) -> Iterator[str]:
    """Run a bus and give its address."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "bus.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder), "utf-8")
    log = folder / "bus.log"
    words = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address=1"]
    with Program(words, env, log) as bus:
        said = until(lambda: bus.said if "\n" in bus.said else None, "the address of the bus")
        yield said.splitlines()[0]
