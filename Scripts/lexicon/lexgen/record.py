"""What can be checked without the packages: that nobody edited a generated table by hand or changed
what it comes from without generating again, and that NOTICE names every source with its licence.
"""

import hashlib
import re
from pathlib import Path

from .sources import DEBIAN, PYPI

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parents[1]
RECORD = HERE / "generated.sha256"
# How NOTICE calls the packages that it does not call by their own name.
_NAMES = {"wordnet-base": "WordNet", "unicode-cldr-core": "Unicode CLDR", "scowl": "SCOWL",
          "lemminflect": "LemmInflect"}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _inputs() -> str:
    """One digest of the generator and the hand-written tables."""
    files = [HERE / "generate", *sorted((HERE / "lexgen").glob("*.py")),
             *sorted((HERE / "curated").glob("*.tsv"))]
    files.remove(Path(__file__).resolve())
    return _digest("".join(f"{p.name} {_digest(p.read_bytes())}\n" for p in files).encode())


def _lines(tables: Path) -> list[str]:
    rows = [f"{_inputs()}  inputs"]
    rows += [f"{_digest(p.read_bytes())}  {p.name}" for p in sorted(tables.glob("*.tsv"))]
    return rows


def write(tables: Path) -> None:
    """Notes what the tables were made from and what they are."""
    RECORD.write_text("\n".join(_lines(tables)) + "\n")


def problems(tables: Path) -> list[str]:
    """What is wrong, one line each."""
    found = []
    noted = RECORD.read_text().split("\n")[:-1] if RECORD.exists() else []
    for line in sorted(set(noted) ^ set(_lines(tables))):
        name = line.split("  ")[-1]
        what = ("the generator or a curated table changed" if name == "inputs"
                else f"{name} is not what was generated")
        if f"{what}: run Scripts/lexicon/generate" not in found:
            found.append(f"{what}: run Scripts/lexicon/generate")
    notice = (ROOT / "NOTICE").read_text()
    for table in sorted(tables.glob("*.tsv")):
        if table.name not in notice:
            found.append(f"NOTICE does not name {table.name}")
    for package, version in {**DEBIAN, **PYPI}.items():
        release = re.split(r"[-+]", version.split(":")[-1])[0]
        if f"{_NAMES.get(package, package)} {release}" not in notice:
            found.append(f"NOTICE does not name {package} {version}")
    for path in sorted(set(re.findall(r"Licenses/[\w.-]+", notice))):
        if not (ROOT / path).is_file():
            found.append(f"NOTICE names {path}, which does not exist")
    for file in sorted((ROOT / "Licenses").iterdir()):
        if f"Licenses/{file.name}" not in notice:
            found.append(f"NOTICE does not name Licenses/{file.name}")
    return found
