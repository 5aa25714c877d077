"""Where the map may get background tiles from, where somebody set an address: without one it draws its own outlines."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from contested.errors import UsageError


@dataclass(frozen=True, slots=True)
class Tiles:
    """The address of tiles with {z}, {x} and {y} in it, and to whom they are owed. "" for none."""

    address: str = ""
    credit: str = ""

    @property
    def origin(self) -> str:
        """Give the origin that the browser must be let ask; "" for none."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}" if self.address else ""


NO_TILES = Tiles()


def read_tiles(address: str, credit: str) -> Tiles:
    """Check the address of tiles.

    Raises: UsageError: it is no http(s) address, or a part is missing.
    """
    if not address:
        return NO_TILES
    parts = urlsplit(address)
    plain = not set(address) & set(" ;,'\"<>")
    if parts.scheme not in ("http", "https") or not parts.hostname or not plain or not all(part in address for part in ("{z}", "{x}", "{y}")):
        raise UsageError(f"'{address}' is no address of map tiles", fix="Write it as https://HOST/{z}/{x}/{y}.png.")
    return Tiles(address, credit)
