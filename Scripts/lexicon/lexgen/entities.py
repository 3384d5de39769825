"""names-wordnet.tsv: people and organizations that WordNet names."""

import re

from .persons import Persons
from .text import NAME, ascii_form, fold, read_curated
from .vocabulary import Vocabulary
from .wordnet import WordNet

Row = tuple[str, ...]

# Names of the organization kinds by the class they stand under, the first that fits.
_ORGANIZATIONS = [
    ("party", "party"), ("terrorist_organization", "armed"), ("military_unit", "military"),
    ("agency", "agency government"), ("university", "university"), ("court", "court"),
    ("legislature", "parliament"), ("church", "religious"), ("company", "company"),
]
# Glosses of what stands under "organization" but is a belief, a movement or a kind of thing.
_NO_ORGANIZATION = re.compile(
    r"\b(?:religions?|beliefs?|doctrines?|worship\w*|sects?|faith|scriptures|Hindus?|Buddhis[tm]|"
    r"theology|heresy|heretics?|monastic|monks|order of|philosoph\w+|a member of)\b", re.I
)
_SMALL_WORDS = {"of", "the", "and", "for", "on", "in", "to", "de", "al", "against", "with", "a"}
_PERSON_DROPPED = re.compile(
    r"\((?:Old Testament|New Testament|Greek mythology|Roman mythology|Norse|Bible|Arthurian|"
    r"Hindu|classical mythology|Babylonian|Egyptian mythology)|mytholog|legend|biblical|"
    r"character in|fictional|fictitious|in a novel|\b(?:god|goddess|nymph|titan)\b", re.I
)


def rows(wordnet: WordNet, words: Vocabulary, persons: Persons, taken: set[str]) -> list[Row]:
    """Full names of people; organizations with their acronyms. `taken` are folded place names."""
    out = _people(wordnet, taken)
    out += _organizations(wordnet, words, taken)
    return out


def _people(wordnet: WordNet, taken: set[str]) -> list[Row]:
    person = wordnet.noun("person")
    out = []
    for offset, synset in wordnet.synsets["noun"].items():
        if not synset.instance_of or person not in wordnet.classes_of(offset):
            continue
        if _PERSON_DROPPED.search(synset.gloss):
            continue
        names = [w.replace("_", " ") for w in synset.words]
        full = [n for n in names if " " in n and n[0].isupper() and NAME.match(ascii_form(n))]
        # Titles before a name ("King John", "Saint Peter", "Sir Thomas More") are roles elsewhere.
        full = [n for n in full if not re.match(
            r"(?:King|Queen|Saint|St\.|Sir|Lord|Lady|Pope|Prince|President|Dame|Baron|Count|Czar|"
            r"Duke|Emperor|Empress|Mrs\.?|Mr\.?|First|General|Captain|The|Dr\.?|Mother) ", n)]
        full = [n for n in full if len(n.split()) <= 4]
        full = [n for n in full if " the " not in n and " of " not in n and fold(n) not in taken]
        for name in full:
            canonical = full[0] if name != full[0] else ""
            out.append((name, "person", "", canonical))
    return out


def _organizations(wordnet: WordNet, words: Vocabulary, taken: set[str]) -> list[Row]:
    tops = [(wordnet.noun(word), flags) for word, flags in _ORGANIZATIONS]
    left_out = {fold(row[0]) for row in read_curated("wordnet-left-out.tsv")}
    organization = wordnet.noun("organization")
    out = []
    for offset, synset in wordnet.synsets["noun"].items():
        above = wordnet.classes_of(offset)
        if organization not in above or _NO_ORGANIZATION.search(synset.gloss.split(";")[0]):
            continue
        names = [w.replace("_", " ") for w in synset.words]
        names = [n for n in names if n[0].isupper() and NAME.match(ascii_form(n))]
        names = [n for n in names if fold(n) not in taken and fold(n) not in left_out]
        names = [n for n in names
                 if not n.isupper() or len(n) > 2 and not words.common_score(fold(n))]
        # "Amish sect", "United Nations agency" are no names.
        names = [n for n in names if all(
            w in _SMALL_WORDS or not w[0].islower() for w in n.split())]
        names = [n for n in names if " " in n or n.isupper() or not words.common_score(fold(n))]
        if not names:
            continue
        flags = next((f for top, f in tops if top in above), "")
        longest = next((n for n in names if " " in n), names[0])
        for name in names:
            acronym = ["acronym"] if name.isupper() and " " not in name else []
            out.append((name, "organization", " ".join(flags.split() + acronym),
                        longest if name != longest else ""))
    return out
