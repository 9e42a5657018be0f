"""The commune's outline, shipped with the program: a reference map, not a legal boundary."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "seed" / "commune.json"
FEATURE: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))  # a GeoJSON Feature
GEOMETRY: dict[str, Any] = FEATURE["geometry"]
ACCURACY_M: float = FEATURE["properties"]["accuracy_m"]
