"""Runs the main job end to end on real parts and says what it made: `make demo`.

A fresh journal is created, one reflection is written through a guided form, found again, and its
supervision summary is written as PDF, HTML and Markdown. A sample journal of a year is made beside
it, and the main screens are drawn. With a screen, the window opens on the sample journal.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DEMO = PROJECT / "build" / "demo"
PASSPHRASE = "lantern under the slow grey bridge"  # noqa: S105 - the demo holds nothing secret
ANSWERS = PROJECT / "resources" / "sample" / "demo_answers.toml"
TITLE = "The conference that ran on"
EVENT_DATE = (datetime.now().astimezone() - timedelta(days=1)).date().isoformat()
WORD = "silence"


def main() -> int:
    """Run every step; give the exit code."""
    if DEMO.exists():
        shutil.rmtree(DEMO)
    DEMO.mkdir(parents=True)
    secret = DEMO / "passphrase.txt"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    journal = DEMO / "My journal"
    key = ["--passphrase-file", str(secret)]

    say("Making an encrypted journal; its recovery words are shown once:")
    show(afterword("new", str(journal), *key))
    say("Writing a reflection through the form “Conference or case reflection”:")
    reflection = afterword(
        *("write", str(journal), "--form", "conference_or_case", "--answers", str(ANSWERS)),
        *("--title", TITLE, "--event-date", EVENT_DATE, "--theme", "changing risk"),
        *("--theme", "voice of the child", *key),
    ).strip()
    show(reflection)
    say(f"Finding it again by the word “{WORD}”:")
    show(afterword("find", str(journal), WORD, *key))
    say("Writing its supervision summary, with only what was marked for supervision:")
    for ending in ("pdf", "html", "md"):
        target = DEMO / f"supervision-summary.{ending}"
        afterword(
            *("summary", str(journal), "--reflection", reflection, "--output", str(target)),
            *("--with", "the team manager", "--prepared-by", "a conference chair"),
            *("--want", "**Think aloud with me:** whether I hurry conferences.", *key),
        )
    say("Making the sample journal, twelve invented reflections over a year:")
    afterword("new", str(DEMO / "Sample journal"), "--sample", *key)
    show(afterword("list", str(DEMO / "Sample journal"), *key))
    say("Drawing the main screens:")
    run([sys.executable, "-m", "tests.screenshots", "--main", str(DEMO / "screens")])
    say("Made in build/demo:")
    for file in sorted(DEMO.rglob("*")):
        if file.is_file():
            show(f"{file.stat().st_size:>10,}  {file.relative_to(DEMO)}")
    open_window()
    return 0


def afterword(*arguments: str) -> str:
    """Run one command of the program and give what it printed."""
    return run([sys.executable, "-m", "app", *arguments])


def run(command: list[str]) -> str:
    """Run a command in the project; a failure ends the demo with the command's own words."""
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout, done.stderr, file=sys.stderr, sep="\n")
        print(f"The demo stopped at: {' '.join(command[1:4])} …", file=sys.stderr)
        sys.exit(1)
    return done.stdout


def open_window() -> None:
    """Open the window on the sample journal where there is a screen."""
    has_screen = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if not has_screen or os.environ.get("CI"):
        say("There is no screen here; “make run” opens the window where there is one.")
        return
    say(f"Opening the window on the sample journal. Its passphrase: {PASSPHRASE}")
    command = [sys.executable, "-m", "app", "window", str(DEMO / "Sample journal")]
    subprocess.run(command, cwd=PROJECT, check=False)


def say(words: str) -> None:
    """Say what happens next."""
    print(f"\n{words}", flush=True)


def show(text: str) -> None:
    """Show what a step gave, set in a little."""
    for line in text.rstrip().splitlines():
        print(f"    {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
