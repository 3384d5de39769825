"""names-regions.tsv: states, provinces, regions of the world and natural features."""

import re
import xml.etree.ElementTree as ElementTree

from .countries import Row, clean, country_names, place
from .persons import Persons
from .sources import Sources
from .text import NAME, alternatives, ascii_form, fold, read_curated
from .vocabulary import Vocabulary
from .wordnet import WordNet


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
        rows.append(place(canonical, flags, "", of))
        known.add(fold(canonical))
        for name in alternatives(variants):
            name = re.sub(r"^the ", "", name)
            # A variant that has words of its own names a part or neighbour, not the same place.
            same = _same_place(name, canonical)
            rows.append(place(name, kinds, canonical if same else "", of))
            known.add(fold(name))
    for table, of in (("us-states.tsv", "United States"), ("canada-provinces.tsv", "Canada")):
        for name, variants, postal in read_curated(table):
            sure = name not in ("Georgia", "Washington", "Virginia")
            rows.append(place(name, ["state"] if sure else ["state", "ambiguous"], "", of))
            known.add(fold(name))
            for variant in alternatives(variants):
                flags = ["state"] + (["acronym"] if variant.isupper() or "." in variant else [])
                word = fold(variant.rstrip("."))
                common = words.common_score(word) >= 120 and len(word) < 5
                if "." in variant and common or variant in ("B.C.", "Man."):
                    flags.append("ambiguous")
                rows.append(place(variant, flags, name, of))
            if postal not in _NO_POSTAL:
                rows.append(place(postal, ["state", "acronym", "ambiguous"], name, of))
    for code, name in _subdivisions(sources):
        country = country_names(sources).get(code[:2].upper(), "")
        key = fold(name)
        if key in known or not country or _NO_NAME.fullmatch(name):
            continue
        if " " not in key and words.common_score(key) >= 150:
            continue
        known.add(key)
        flags = ["region", "ambiguous"] if ambiguous(name) else ["region"]
        rows.append(place(name, flags, "", country))
    for name, flags in _natural(wordnet):
        key = fold(name)
        # A bare river or peak called as a word or a person ("Red") is never written so.
        if key not in known and len(key) > 3 and not ambiguous(name):
            known.add(key)
            rows.append(place(name, flags))
    return rows


def _same_place(name: str, canonical: str) -> bool:
    different = {"north", "south", "east", "west", "northern", "southern", "eastern", "western",
                 "upper", "lower", "outer"}
    return not (set(fold(name).split()) ^ set(fold(canonical).split())) & different


# Names of provinces that are only a direction or a kind.
_NO_NAME = re.compile(
    r"England and Wales|(?:(?:North|South|East|West|Central|Centre|Center|Upper|Lower|Eastern|Western|Northern|"
    r"Southern|Capital|Coastal?|Inner|Outer|National|Federal|New|Highland|Midland|Lake|Littoral|"
    r"Plateau)"
    r"(?:[- ]|$))*(?:Province|Region|District|Territory|State|Division|County|Area|Islands?)?"
)
# Postal codes that capital letters more often mean as words or other abbreviations.
_NO_POSTAL = set("IN OR ME OK HI OH LA DE AL PA MA ID AS ON".split())
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
        name = clean(name.replace("’", "'"))
        if not name or code[:2] in ("us", "ca", "si", "mt", "lv", "mk", "ug", "zz"):
            continue
        if not NAME.match(ascii_form(name)) or len(name) < 4:
            continue
        if name.startswith(("Zone ", "City of ")):
            continue
        out.append((code, name))
        bare = _GENERIC.sub("", name).strip()
        if bare != name and len(bare) > 3 and NAME.match(ascii_form(bare)):
            out.append((code, bare))
    return sorted(set(out))


# Classes of WordNet whose instances are natural features, with the number of the sense.
_NATURAL = [("body_of_water", 1), ("land", 4), ("geological_formation", 1), ("island", 1),
            ("mountain", 1), ("desert", 1)]
_NO_NATURAL = re.compile(r"\b(?:Hades|myth\w*|moon|crater|planet|legendary|extinct)\b", re.I)


def _natural(wordnet: WordNet) -> list[tuple[str, list[str]]]:
    tops = {wordnet.noun(word, sense) for word, sense in _NATURAL}
    names = set()
    for offset, synset in wordnet.synsets["noun"].items():
        if _NO_NATURAL.search(synset.gloss):
            continue
        if synset.instance_of and tops & wordnet.classes_of(offset):
            for word in synset.words:
                name = word.replace("_", " ")
                if name[0].isupper() and NAME.match(ascii_form(name)):
                    names.add(name)
    return [(name, ["natural"]) for name in sorted(names)]
