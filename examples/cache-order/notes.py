"""Prints every note as HTML, one after another."""

import os
from pathlib import Path

from markdown import markdown

folder = Path(os.environ.get("NOTES", "notes"))
for note in sorted(folder.glob("*.md")):
    print(markdown(note.read_text(encoding="utf-8")))
