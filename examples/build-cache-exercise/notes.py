"""Prints every note as HTML, one after another, and the revision that it was built from."""

import os
from pathlib import Path

from markdown import markdown

for note in sorted(Path("notes").glob("*.md")):
    print(markdown(note.read_text(encoding="utf-8")))
print(f"<footer>Revision {os.environ['REVISION']}</footer>")
