"""Copy a store while others use it: the copy is whole, as the store was at one moment."""

from __future__ import annotations

import os
from pathlib import Path

from contested.errors import OutputError, StoreError
from contested.store.database import Store
from contested.store.engines import POSTGRESQL


def copy_store(store: Store, target: Path) -> None:
    """Write a copy of a store into a new file, which is there whole or not at all.

    Raises: OutputError: there is such a file, or it cannot be written. StoreError: the store is no file, or cannot be read.
    """
    if store.engine.dialect.name == POSTGRESQL:
        raise StoreError("the store is no file", where=store.where, fix="Copy it with pg_dump.")
    if target.exists():
        raise OutputError("there is such a file", where=str(target), fix="Choose a new name.")
    half = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        with store.outside() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(half),))
        half.rename(target)
    except StoreError as err:
        raise OutputError(f"the copy cannot be written ({err.what})", where=str(target), fix="Choose a folder with room to write to.") from err
    except OSError as err:
        reason = (err.strerror or str(err)).lower()
        raise OutputError(f"the copy cannot be written ({reason})", where=str(target), fix="Choose a folder with room to write to.") from err
    finally:
        half.unlink(missing_ok=True)
