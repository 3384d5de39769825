"""words-vocabulary.tsv: English words in lower case, with parts of speech, forms and frequency.

SCOWL says which words are current and how common, WordNet (and lemminflect for what WordNet
lacks) which parts of speech they have, WordNet's tag counts which of those a reader would meet,
lemminflect how they inflect.
"""

import csv
import gzip
import math
from collections import defaultdict

from .persons import Persons
from .sources import SourceError, Sources
from .text import WORD, fold, read_curated
from .wordnet import WordNet

# SCOWL's size of the smallest list that has a word → how common the word is.
BAND_SCORE = {10: 245, 20: 215, 35: 180, 40: 150, 50: 125, 55: 105, 60: 90}
# Words up to the middle list are kept; up to the largest, those whose lemma the tagged texts have.
MIDDLE_BAND, LARGEST_BAND = 40, 60
# From which score on a word counts as common.
COMMON_SCORE = 80
_VARIETIES = ["english", "american", "british", "canadian", "british_z", "british_variant_1",
              "canadian_variant_1", "variant_1"]
_OPEN_CLASSES = ("noun", "verb", "adj", "adv")

# Words of closed classes: their rare readings as nouns, verbs or adjectives ("a", "in" or "have"
# as nouns) only mislead a chunker, and the hand-written part of the pack classes them.
CLOSED = set("""
a an the this that these those each every either neither some any no none all both half such what
which who whom whose when where why how whether if because although though while whereas unless
until till since than as and or but nor yet so for of in on at by with without within from to into
onto upon over under above below between among amongst amid amidst against about around across
after before behind beside besides beyond despite down during except inside like near off out
outside past per plus round through throughout toward towards underneath unlike up via versus
worth i you he she it we they me him her us them my your his its our their mine yours hers ours
theirs myself yourself himself herself itself ourselves yourselves themselves one ones someone
somebody something anyone anybody anything everyone everybody everything nobody nothing nowhere
be am is are was were been being have has had having do does did doing done will would shall should
can could may might must ought not never there here then now thus hence ere lest albeit many much
more most few fewer less least several enough other another others same own
""".split())
# The readings that some of those do have.
CLOSED_READINGS = {
    "past": ["noun", "adj"], "half": ["noun"], "round": ["noun"], "down": ["adv"], "up": ["adv"],
    "out": ["adv"], "off": ["adv"], "over": ["adv"], "around": ["adv"], "near": ["adj"],
    "inside": ["adv"], "outside": ["adv"], "like": ["verb"], "worth": ["adj"], "there": ["adv"],
    "here": ["adv"], "then": ["adv"], "now": ["adv"], "thus": ["adv"], "hence": ["adv"],
    "never": ["adv"], "yet": ["adv"], "so": ["adv"], "here's": [], "about": ["adv"],
    "before": ["adv"], "since": ["adv"], "being": ["verb.ing"], "having": ["verb.ing"],
    "doing": ["verb.ing"], "done": ["verb.part"], "been": ["verb.part"],
    "had": ["verb.past", "verb.part"],
    "has": ["verb.3sg"], "have": ["verb"], "do": ["verb"], "does": ["verb.3sg"],
    "did": ["verb.past"], "be": ["verb"], "is": ["verb.3sg"], "are": ["verb"], "am": ["verb"],
    "was": ["verb.past"], "were": ["verb.past"], "other": ["adj"], "others": ["noun.pl"],
    "same": ["adj"], "own": ["adj", "verb"], "such": ["adj"], "many": ["adj"], "few": ["adj"],
    "several": ["adj"], "much": ["adv"], "more": ["adv"], "most": ["adv"], "less": ["adv"],
    "least": ["adv"], "enough": ["adv"], "ones": ["noun.pl"], "something": ["noun"],
    "nothing": ["noun"], "everything": ["noun"], "anything": ["noun"],
}
CLOSED_LEMMAS = {
    "been": "be", "being": "be", "is": "be", "are": "be", "am": "be", "was": "be", "were": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "doing": "do",
    "done": "do", "others": "other", "ones": "one",
}
# Nouns that are plural without a singular of that sense.
PLURAL_ONLY = set("""
people police cattle clergy troops forces talks headquarters authorities goods proceeds premises
outskirts surroundings earnings belongings riches thanks remains clothes arms savings wages odds
means species series aircraft spacecraft headquarters barracks tropics ruins slums grounds
""".split())
# What a word of the hand-written list counts as that SCOWL lacks.
CURATED_BAND = 50
# Nouns that WordNet also has as verbs, which in news they are next to never.
NO_VERB = set("""
army author baby bank boss captain chairman champion city country crew doctor engineer father fish
gun house husband man men minister model mother nurse officer parent partner party people pilot
police power referee soldier staff troop umpire wife woman source sources gang mob air sport weapon
market business company home friend guy bus train bridge island road street mine coal oil gas
""".split())
# Past forms of verbs that WordNet also has as nouns (of a wheel, a fur), which in news they are next to never,
# and a base form.
NO_NOUN = set("spoke stole tore dug lit spelt smelt meet".split())
# Nouns of which the same holds: "crew" as what a cock did.
NO_PAST = set("crew dove clove slew".split())
# Adverbs that are adjectives of another meaning: still water, a just cause, an even number.
NO_ADJ = set("still just even".split())
# A part of speech that has less than this share of a word's tagged uses is dropped.
LEAST_SHARE = 0.02
_ORDER = ["noun", "noun.pl", "verb", "verb.3sg", "verb.past", "verb.part", "verb.ing", "adj", "adv",
          "common"]


class Vocabulary:
    def __init__(self, sources: Sources, wordnet: WordNet, persons: Persons):
        self.wordnet = wordnet
        self.persons = persons
        self.bands = _bands(sources)
        self._inflections, self._lemmas = _lemminflect(sources)
        self.classes: dict[str, set[str]] = defaultdict(set)
        # Candidate lemmas of a form, with the weight of the reading.
        self.forms: dict[str, dict[str, float]] = defaultdict(dict)
        self.curated: set[str] = set()  # words of the hand-written list and their forms
        self._collect()

    def common_score(self, word: str) -> int:
        """How common a word is in lower case, 0 (unknown) to 255."""
        lemma = self.lemma(word) or word
        band = self.bands.get(word, self.bands.get(lemma))
        if band is None:
            return 0
        score = BAND_SCORE[band]
        tagged = sum(self.wordnet.counts.get(lemma, {}).values())
        if word in CLOSED:
            return 255
        if tagged and not (tagged < 8 and self._rather_name(word)):
            return min(250, score + min(24, round(2.4 * math.log2(1 + tagged))))
        return round(score * (0.4 if self._rather_name(word) else 0.75))

    def _rather_name(self, word: str) -> bool:
        """Whether a word that tagged texts hardly have is first of all a name ("john", "josh")."""
        return max(self.persons.first_score(word), self.persons.last_score(word)) >= 130

    def lemma(self, word: str) -> str:
        """The base form, or nothing if the word is its own."""
        if word in CLOSED:
            return CLOSED_LEMMAS.get(word, "")
        candidates = self.forms.get(word)
        if not candidates:
            return ""
        best = max(sorted(candidates), key=lambda lemma: candidates[lemma])
        return "" if best == word else best

    def rows(self) -> list[tuple[str, ...]]:
        out = []
        for word in sorted(set(self.classes) | set(self.bands)):
            band = self.bands.get(word)
            if "'" in word or not WORD.match(word) or len(word) == 1 and word not in CLOSED:
                continue
            if "-" not in word and not self._kept(word, band):
                continue
            classes = self._readings(word)
            score = self.common_score(word)
            if score >= COMMON_SCORE:
                classes.add("common")
            if not classes:
                continue
            out.append((word, " ".join(c for c in _ORDER if c in classes), self.lemma(word),
                        f"common={score}" if score else ""))
        return out

    def _kept(self, word: str, band: int | None) -> bool:
        if (self.lemma(word) or word) in self.curated:
            return True
        if band is None or band > LARGEST_BAND:
            return False
        return band <= MIDDLE_BAND or bool(self.wordnet.counts.get(self.lemma(word) or word))

    def _collect(self) -> None:
        known = lambda word: self.bands.get(word, 99) <= LARGEST_BAND or "-" in word
        for pos in ("noun", "verb", "adj", "adv"):
            for lemma in sorted(self.wordnet.lemmas[pos]):
                if WORD.match(lemma) and lemma not in CLOSED and len(lemma) > 1:
                    if "-" in lemma and not self._current(lemma):
                        continue
                    self._add(lemma, pos)
        for form, pos, lemma in self._lemmas:
            # What WordNet lacks: newer words, and -ly adverbs and comparatives.
            if not known(form) or form in CLOSED or not WORD.match(form) or "-" in form:
                continue
            if lemma not in self.wordnet.lemmas[pos] and not self.classes.get(lemma):
                self._add(lemma, pos)
            elif pos in ("adj", "adv") and form != lemma and self._met(lemma, pos):
                self.classes[form].add(pos)
        for word in sorted(w for w, band in self.bands.items() if band <= LARGEST_BAND):
            if word not in self.classes and word not in CLOSED and WORD.match(word):
                self._guess(word)
        for pos, words in read_curated("vocabulary.tsv"):
            for lemma in words.split():
                self.curated.add(lemma)
                self.bands.setdefault(lemma, CURATED_BAND)
                self._add(lemma, pos)
        for word in PLURAL_ONLY:
            self.classes[word].add("noun.pl")

    def _current(self, compound: str) -> bool:
        """Whether a hyphenated word is one of the tagged texts, made of current words."""
        parts = compound.split("-")
        return compound in self.wordnet.counts and all(self.bands.get(p, 99) <= 50 for p in parts)

    def _guess(self, word: str) -> None:
        """Classes of a current word that no source has, by its ending and a current stem."""
        def stem(cut: int, *endings: str) -> str | None:
            bare = word[:-cut]
            doubled = bare[-1:] == bare[-2:-1]
            tries = [bare + ending for ending in endings] + ([bare[:-1]] if doubled else [])
            return next((t for t in tries if len(t) > 2 and t in self.bands), None)

        if word.endswith("ing") and (lemma := stem(3, "", "e")):
            self._form(word, "verb.ing", lemma, 0.5)
        elif word.endswith("ied") and (lemma := stem(3, "y")) or (
                word.endswith("ed") and (lemma := stem(2, "", "e"))):
            self._form(word, "verb.past", lemma, 0.5)
            self._form(word, "verb.part", lemma, 0.5)
        elif word.endswith(("iest", "ier")) and stem(4 if word.endswith("t") else 3, "y") or (
                word.endswith("est") and stem(3, "", "e") or (
                    word.endswith("er") and stem(2, "", "e"))):
            self.classes[word].add("adj" if word.endswith("est") else "noun")
        elif word.endswith("ies") and (lemma := stem(3, "y", "ie")) or (
                word.endswith("es") and (lemma := stem(2, "", "e"))) or (
                word.endswith("s") and not word.endswith("ss") and (lemma := stem(1, ""))):
            self._form(word, "noun.pl", lemma, 0.5)
        elif word.endswith("ly"):
            self.classes[word].add("adv")
        elif word.endswith(("ness", "ity", "tion", "ism", "ship", "hood")):
            self.classes[word].add("noun")

    def _met(self, lemma: str, pos: str) -> bool:
        """Whether a reader meets the lemma as this part of speech, going by the tagged texts."""
        if pos == "verb" and lemma in NO_VERB:
            return False
        counts = self.wordnet.counts.get(lemma, {})
        total = sum(counts.values())
        seen = counts.get(pos, 0)
        if pos == "verb" and seen == 0 and total >= 8:
            return False
        # English makes nouns of verbs freely ("a launch"): it takes more to drop one.
        doubt = {"noun": 1, "verb": 0.1}.get(pos, 0.5)
        return (seen + doubt) / max(total, 1) >= LEAST_SHARE

    def _readings(self, word: str) -> set[str]:
        if word in CLOSED:
            return set(CLOSED_READINGS.get(word, ()))
        classes = set(self.classes.get(word, ()))
        if word in NO_NOUN:
            classes.discard("noun")
        if word in NO_PAST:
            classes.discard("verb.past")
        if word in NO_ADJ:
            classes.discard("adj")
        if classes & {"verb.past", "verb.part"}:
            # "said" as an adjective, "saw" as a noun: against all forms of their verbs.
            verb = max((w for lemma, w in self.forms[word].items() if lemma != word), default=0)
            counts = self.wordnet.counts.get(word, {})
            for pos in ("noun", "verb", "adj", "adv"):
                if pos in classes and counts.get(pos, 0) + 0.7 < 0.01 * verb:
                    classes.discard(pos)
        return classes

    def _add(self, lemma: str, pos: str) -> None:
        weight = self.wordnet.counts.get(lemma, {}).get(pos, 0) + 0.5
        met = self._met(lemma, pos)
        if met:
            self.classes[lemma].add(pos)
            self.forms[lemma][lemma] = self.forms[lemma].get(lemma, 0) + weight
        if pos == "noun" and met:
            for plural in self._plurals(lemma):
                self._form(plural, "noun.pl", lemma, weight)
        if pos == "verb":
            past, participles, ing, third = self._verb_forms(lemma)
            for word in past:
                self._form(word, "verb.past", lemma, weight)
            for word in participles:
                self._form(word, "verb.part", lemma, weight)
            for word in ing:
                self._form(word, "verb.ing", lemma, weight)
            # "states", "peoples": the third person of a verb that nobody meets is only the plural.
            for word in third if met else []:
                self._form(word, "verb.3sg", lemma, weight)

    def _form(self, word: str, kind: str, lemma: str, weight: float) -> None:
        if word in CLOSED or not WORD.match(word):
            return
        self.classes[word].add(kind)
        if word != lemma:
            self.forms[word][lemma] = self.forms[word].get(lemma, 0) + weight

    def _plurals(self, lemma: str) -> list[str]:
        head, _, rest = lemma.partition("-")
        if rest.startswith(("in-", "of-", "at-", "to-")):
            return [f"{plural}-{rest}" for plural in self._plurals(head)]
        listed = self._inflections.get((lemma, "noun"))
        if listed is not None:
            return [form for form in listed[0] if form != lemma]
        return [_plural(lemma)]

    def _verb_forms(self, lemma: str) -> tuple[list[str], list[str], list[str], list[str]]:
        listed = self._inflections.get((lemma, "verb"))
        if listed is not None and len(listed) == 4:
            past, part, ing, third = listed
            return past, part or past, ing, third
        first, hyphen, last = lemma.rpartition("-")
        if hyphen:
            return tuple([f"{first}-{form}" for form in forms] for forms in self._verb_forms(last))
        past = _past(lemma)
        return [past], [past], [_ing(lemma)], [_plural(lemma)]


def _bands(sources: Sources) -> dict[str, int]:
    bands: dict[str, int] = {}
    for variety in _VARIETIES:
        for band in BAND_SCORE:
            try:
                path = sources.file("scowl", f"usr/share/dict/scowl/{variety}-words.{band}")
            except SourceError:
                continue  # not every variety has a list of every size
            for word in path.read_text(encoding="latin-1").split():
                word = fold(word)
                bands[word] = min(band, bands.get(word, 99))
    return bands


def _lemminflect(sources: Sources):
    def lines(name):
        path = sources.file("lemminflect", f"lemminflect/resources/{name}")
        with gzip.open(path, "rt", encoding="utf-8") as file:
            yield from csv.reader(file)

    inflections = {}
    for lemma, pos, *forms in lines("infl_lu.csv.gz"):
        if lemma == lemma.lower():
            inflections[lemma, pos] = [[f for f in cell.split("/") if f] for cell in forms]
    lemmas = []
    for form, pos, lemma in lines("lemma_lu.csv.gz"):
        lemma = lemma.split("/")[0]
        if form == form.lower() and lemma == lemma.lower() and pos in _OPEN_CLASSES:
            lemmas.append((fold(form), pos, fold(lemma)))
    return inflections, lemmas


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ied"
    return word + "ed"


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + "ing"
