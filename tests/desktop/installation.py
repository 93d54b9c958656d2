"""The program as a user installs it: a wheel, in an environment with nothing else."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
_BUILD = ROOT / "build"

# Kept between runs, because 250 MB of Qt take longer to unpack than all tests; made anew for new pins.
_KEPT = _BUILD / "installed"


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout into a folder."""
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (wheel,) = folder.glob("habitcoach-*.whl")
    return wheel


@contextmanager
def installed() -> Iterator[Path]:
    """Install the wheel of this checkout, with the pinned packages, and give that environment's Python.

    Every caller has an environment of its own, so that two runs at a time do not meet; the packages under the
    program are links to those of the first.
    """
    _BUILD.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=_BUILD, prefix="installed-") as name:
        folder = Path(name)
        wheel = build_wheel(folder)
        environment = folder / "environment"
        venv.create(environment)
        with (_BUILD / "installed.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _keep_packages(wheel)
            packages = _site_packages(environment)
            packages.rmdir()
            shutil.copytree(
                _site_packages(_KEPT),
                packages,
                symlinks=True,
                copy_function=os.link,
                ignore=shutil.ignore_patterns("habitcoach*"),
            )
        python = environment / "bin" / "python"
        _pip("--python", str(python), "install", "--no-deps", str(wheel))
        yield python


def _keep_packages(wheel: Path) -> None:
    """Install wheel and pinned packages into an empty environment, unless that was done for these pins."""
    stamp = _KEPT / ".pins"
    files = (ROOT / "pyproject.toml", ROOT / "constraints.txt")
    pins = hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == pins:
        return
    shutil.rmtree(_KEPT, ignore_errors=True)
    venv.create(_KEPT)
    constraints = str(ROOT / "constraints.txt")
    _pip("--python", str(_KEPT / "bin" / "python"), "install", "--constraint", constraints, str(wheel))
    stamp.write_text(pins, "utf-8")


def _site_packages(environment: Path) -> Path:
    (packages,) = environment.glob("lib/python3*/site-packages")
    return packages


def _pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *words]
    done = subprocess.run(command, cwd=ROOT.anchor, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
