"""The program as a user installs it: a wheel, in an environment with nothing else."""

import fcntl
import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Kept between runs, because 250 MB of Qt take longer to unpack than all tests; made anew for new pins.
_KEPT = ROOT / "build" / "installed"


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout into a folder."""
    _pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("habitcoach-*.whl")
    return wheel


def installed_python(folder: Path) -> Path:
    """Install the wheel of this checkout, with the pinned packages, and return that environment's Python."""
    _KEPT.parent.mkdir(exist_ok=True)
    with (_KEPT.parent / "installed.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        python = _KEPT / "bin" / "python"
        stamp = _KEPT / ".pins"
        wheel = build_wheel(folder)
        if not stamp.exists() or stamp.read_text() != _pins():
            shutil.rmtree(_KEPT, ignore_errors=True)
            venv.create(_KEPT, with_pip=True)
            _pip(str(python), "install", "--constraint", str(ROOT / "constraints.txt"), str(wheel))
            stamp.write_text(_pins())
        else:
            _pip(str(python), "install", "--no-deps", "--force-reinstall", str(wheel))
    return python


def _pins() -> str:
    files = (ROOT / "pyproject.toml", ROOT / "constraints.txt")
    return hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()


def _pip(python: str, *words: str) -> None:
    command = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    done = subprocess.run(command, cwd=ROOT.anchor, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
