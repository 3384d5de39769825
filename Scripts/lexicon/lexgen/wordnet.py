"""Reads WordNet's files (format: wndb(5WN)): synsets, words in their case, tag counts."""

from dataclasses import dataclass, field
from pathlib import Path

POS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
_FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}


@dataclass
class Synset:
    words: list[str]  # as written, with "_" for a space
    keys: list[str]  # for each word the tail of its sense key: file number and id
    hypernyms: list[str] = field(default_factory=list)  # offsets of classes (@)
    instance_of: list[str] = field(default_factory=list)  # offsets of classes (@i)
    part_of: list[str] = field(default_factory=list)  # offsets of wholes (#p)
    gloss: str = ""


class WordNet:
    def __init__(self, folder: Path):
        self.synsets: dict[str, dict[str, Synset]] = {}  # by part of speech, then offset
        for pos in _FILES:
            self.synsets[pos] = self._read(folder / f"data.{pos}")
        self._senses = self._noun_senses(folder / "index.noun")
        self.counts = self._counts(folder / "cntlist.rev")
        # Lemmas that occur in lower case, by part of speech.
        self.lemmas = {
            pos: {word for s in synsets.values() for word in s.words if word == word.lower()}
            for pos, synsets in self.synsets.items()
        }

    def _read(self, path: Path) -> dict[str, Synset]:
        synsets = {}
        for line in path.read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            data, _, gloss = line.partition(" | ")
            cells = data.split()
            count = int(cells[3], 16)
            words = [w.partition("(")[0] for w in cells[4 : 4 + 2 * count : 2]]
            ids = cells[5 : 5 + 2 * count : 2]
            keys = [f"{cells[1]}:{int(i, 16):02}" for i in ids]
            synset = Synset(words, keys, gloss=gloss.strip())
            at = 4 + 2 * count
            for p in range(int(cells[at])):
                symbol, offset = cells[at + 1 + 4 * p : at + 3 + 4 * p]
                if symbol == "@":
                    synset.hypernyms.append(offset)
                elif symbol == "@i":
                    synset.instance_of.append(offset)
                elif symbol == "#p":
                    synset.part_of.append(offset)
            synsets[cells[0]] = synset
        return synsets

    def _noun_senses(self, path: Path) -> dict[str, list[str]]:
        """Offsets by lemma, the most frequent sense first."""
        senses = {}
        for line in path.read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):
                cells = line.split()
                senses[cells[0]] = cells[-int(cells[2]) :]
        return senses

    def _counts(self, path: Path) -> dict[str, dict[str, int]]:
        """How often the tagged texts have a lower-case lemma, by part of speech."""
        # A sense key does not say whether the word is capitalized there; its synset does.
        names = {
            (word.lower(), key)
            for synset in self.synsets["noun"].values()
            for word, key in zip(synset.words, synset.keys)
            if word != word.lower()
        }
        pos_of = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
        counts: dict[str, dict[str, int]] = {}
        for line in path.read_text(encoding="latin-1").splitlines():
            key, _, count = line.split()
            lemma, _, sense = key.partition("%")
            if sense[0] == "1" and (lemma, ":".join(sense.split(":")[1:3])) in names:
                continue
            by_pos = counts.setdefault(lemma, {})
            pos = pos_of[sense[0]]
            by_pos[pos] = by_pos.get(pos, 0) + int(count)
        return counts

    def classes_of(self, offset: str) -> set[str]:
        """Offsets of every class above a noun synset, itself included."""
        seen: set[str] = set()
        todo = [offset]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                synset = self.synsets["noun"][at]
                todo += synset.hypernyms + synset.instance_of
        return seen

    def noun(self, word: str, sense: int = 1) -> str:
        """The offset of a sense of a noun, counted from 1 as WordNet does; KeyError if it has none."""
        return self._senses[word][sense - 1]
