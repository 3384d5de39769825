"""Writes names of other scripts in Latin letters, as English-language news does.

Only scripts that write their vowels: a table a script, after the forms usual in news (BGN/PCGN
without marks; Revised Romanization's plain letters for Hangul). Arabic, Persian and Hebrew names
cannot be had that way and are listed by hand.
"""

_CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґјљњџќѓѕўђћ",
    ["a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s",
     "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "i", "yi", "ye",
     "g", "j", "lj", "nj", "dz", "k", "g", "dz", "u", "d", "c"],
))
_GREEK_PAIRS = {"ου": "ou", "μπ": "b", "ντ": "nt", "γκ": "gk", "γγ": "ng", "αυ": "av", "ευ": "ev",
                "τζ": "tz", "τσ": "ts", "χρ": "chr"}
_GREEK = dict(zip(
    "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
    ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t",
     "y", "f", "h", "ps", "o", "s", "a", "e", "i", "i", "o", "y", "o", "i", "y", "i", "y"],
))
_GEORGIAN = dict(zip(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    ["a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t",
     "u", "p", "k", "gh", "k", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"],
))
_ARMENIAN = dict(zip(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    ["a", "b", "g", "d", "e", "z", "e", "e", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh",
     "ch", "m", "y", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "v", "p", "k",
     "o", "f"],
))
_INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k",
             "t", "p", "h"]
_MEDIALS = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
            "we", "wi", "yu", "eu", "ui", "i"]
_FINALS = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
           "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"]


def romanize(name: str) -> str | None:
    """The name in Latin letters, or nothing if its script is none of those above."""
    name = name.lower()
    first = next((c for c in name if c.isalpha()), "a")
    if first < "\u0250":
        return name
    if "가" <= first <= "힣":
        return "".join(map(_syllable, name))
    if first in _CYRILLIC:
        return _spell(name.replace("ий", "й"), _CYRILLIC)
    if first in _GREEK or name[:2] in _GREEK_PAIRS:
        for pair, latin in _GREEK_PAIRS.items():
            name = name.replace(pair, latin)
        name = name.replace("ού", "ou").replace("εύ", "ev").replace("αύ", "av")
        return _spell(name, _GREEK)
    if first in _GEORGIAN:
        return _spell(name, _GEORGIAN)
    if first in _ARMENIAN:
        return _spell(name.replace("ու", "u").replace("և", "ev"), _ARMENIAN)
    return None


def _spell(name: str, table: dict[str, str]) -> str | None:
    latin = "".join(table.get(c, c) for c in name)
    return latin if latin.isascii() else None


def _syllable(c: str) -> str:
    index = ord(c) - ord("가")
    if not 0 <= index < 11172:
        return c
    return _INITIALS[index // 588] + _MEDIALS[index % 588 // 28] + _FINALS[index % 28]
