"""Folding, transliteration and the tables as they are written."""

import math
import re
import unicodedata
from pathlib import Path

# Letters that Unicode does not decompose into a Latin letter and a mark.
_UNDECOMPOSED = str.maketrans({
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H",
    "ŧ": "t", "Ŧ": "T", "ə": "a", "Ə": "A", "ŋ": "ng", "Ŋ": "Ng", "ɓ": "b", "Ɓ": "B", "ɗ": "d",
    "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ɛ": "e", "Ɛ": "E", "ɔ": "o", "Ɔ": "O",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʹ": "", "ʺ": "", "ʿ": "'", "ʾ": "'", "`": "'",
    "–": "-", "‐": "-", "‑": "-",
})


def ascii_form(text: str) -> str:
    """The text with its marks taken off; what has no Latin base letter stays as it is."""
    text = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    return "".join(c for c in text if not unicodedata.combining(c))


def fold(text: str) -> str:
    return ascii_form(text).lower()


WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*\Z")
NAME = re.compile(r"[A-Za-z][A-Za-z'.-]*(?: [A-Za-z&'][A-Za-z'.-]*)*\Z")


def log_score(value: float, low: float, high: float) -> int:
    """Where a positive value lies between two others on a log scale, as 1-255."""
    share = (math.log(value) - math.log(low)) / (math.log(high) - math.log(low))
    return max(1, min(255, round(255 * share)))


def read_curated(name: str) -> list[list[str]]:
    """Rows of a hand-written table of this folder; missing columns are empty."""
    path = Path(__file__).resolve().parent.parent / "curated" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    rows = []
    for line in lines[1:]:
        if line and not line.startswith("#"):
            row = [cell.strip() for cell in line.split("\t")]
            rows.append(row + [""] * (width - len(row)))
    return rows


def alternatives(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def write_table(path: Path, head: str, notes: list[str], rows: list[tuple[str, ...]]) -> int:
    """Writes the rows sorted by their bytes and without trailing empty columns."""
    lines = {"\t".join(row).rstrip("\t") for row in rows}
    comments = [f"# {note}" for note in notes]
    text = "\n".join([head, *comments, *sorted(lines, key=str.encode)])
    path.write_text(text + "\n", encoding="utf-8")
    return len(lines)
