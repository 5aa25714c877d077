"""Make world.json from the 50m TopoJSON of the world-atlas package (see SOURCE.md): simplify, round, pack.

    python build_world.py countries-50m.json > world.json
"""

from __future__ import annotations

import json
import sys
from typing import Any

Point = tuple[float, float]
TOLERANCE_DEGREES = 0.03
UNITS_PER_DEGREE = 50
SMALLEST_RING_POINTS = 4


def main(path: str) -> None:
    """Print the packed outlines: arcs as differences of 1/50 degree, countries as rings of arcs."""
    with open(path, encoding="utf-8") as file:
        topology = json.load(file)
    arcs = [_simplify(a, TOLERANCE_DEGREES) for a in _decode(topology)]
    packed = [_pack(a) for a in arcs]
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", [])
        parts = [polygons] if geometry["type"] == "Polygon" else polygons
        rings = [ring for polygon in parts for ring in polygon if _is_visible(ring, packed)]
        if rings and geometry["properties"]["name"] != "Antarctica":
            countries.append([geometry["properties"]["name"], rings])
    countries.sort()
    used = sorted({arc if arc >= 0 else ~arc for _, rings in countries for ring in rings for arc in ring})
    place = {arc: i for i, arc in enumerate(used)}
    for country in countries:
        country[1] = [[place[a] if a >= 0 else ~place[~a] for a in ring] for ring in country[1]]
    world = {"units": UNITS_PER_DEGREE, "arcs": [packed[a] for a in used], "countries": countries}
    json.dump(world, sys.stdout, ensure_ascii=False, separators=(",", ":"))


def _decode(topology: dict[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _simplify(points: list[Point], tolerance: float) -> list[Point]:
    """Drop points nearer than ``tolerance`` to the line that remains (Douglas and Peucker); ends stay."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, distance = first, tolerance
        for i in range(first + 1, last):
            d = _distance(points[i], points[first], points[last])
            if d > distance:
                far, distance = i, d
        if far != first:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def _distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return float(((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5)


def _pack(points: list[Point]) -> list[int]:
    """Round to whole units; give the first point and then the differences, without standing still."""
    packed: list[int] = []
    x = y = 0
    for lon, lat in points:
        nx, ny = round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)
        if not packed or (nx, ny) != (x, y):
            packed += [nx - x, ny - y]
        x, y = nx, ny
    return packed


def _is_visible(ring: list[int], packed: list[list[int]]) -> bool:
    return sum(len(packed[a if a >= 0 else ~a]) // 2 for a in ring) >= SMALLEST_RING_POINTS


if __name__ == "__main__":
    main(sys.argv[1])
