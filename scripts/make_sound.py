"""Write the soft sound of a cue: two quiet tones that fade, made of sines alone.

    python scripts/make_sound.py        # writes assets/sounds/soft.wav

The sound is our own work and stands under the project's licence.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050  # samples a second
SECONDS = 0.9
#: Frequency in Hz (A5, E6), when it begins in seconds, how loud.
TONES = ((880.0, 0.0, 0.16), (1318.5, 0.11, 0.11))
ATTACK = 0.012  # seconds until a tone is at its loudest; without it, it clicks
FADE = 6.5  # how fast it fades, per second
LOUDEST = 32_767
TARGET = Path(__file__).parents[1] / "assets" / "sounds" / "soft.wav"


def sample(moment: float) -> float:
    """Return the sound at a moment in seconds, from -1 to 1."""
    found = 0.0
    for frequency, begins, loudness in TONES:
        since = moment - begins
        if since >= 0:
            rise = min(1.0, since / ATTACK)
            found += loudness * rise * math.exp(-FADE * since) * math.sin(2 * math.pi * frequency * since)
    # To nothing at the very end, so that no click ends it.
    return found * min(1.0, (SECONDS - moment) / 0.05)


def frames() -> bytes:
    """Return the sound as 16-bit samples."""
    count = int(RATE * SECONDS)
    return b"".join(struct.pack("<h", round(LOUDEST * sample(number / RATE))) for number in range(count))


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(exist_ok=True)
    with wave.open(str(TARGET), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames())


if __name__ == "__main__":
    main()
