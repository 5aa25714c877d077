"""A folder that gets NAME.json for each document."""

from __future__ import annotations

import os
from pathlib import Path

from contested.errors import OutputError
from contested.exchange.json_files import file_stem, json_text
from contested.model.events import Coding


class OutFolder:
    """Writes each coding whole or not at all; a second document of the same name becomes NAME-2.json."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken: set[str] = set()

    def write(self, coding: Coding) -> Path:
        """Write one coding and give its file.

        Raises: OutputError: the folder cannot be written.
        """
        file = self._folder / f"{self._free_name(file_stem(coding.document))}.json"
        half = file.with_suffix(".json.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            half.write_text(json_text(coding), encoding="utf-8")
            os.replace(half, file)
        except OSError as err:
            reason = (err.strerror or str(err)).lower()
            raise OutputError(f"cannot be written: {reason}", where=str(file), fix="Choose another folder with --out.") from err
        return file

    def _free_name(self, stem: str) -> str:
        name, number = stem, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.casefold())
        return name
