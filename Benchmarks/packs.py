"""Packs that are made to be as slow as the rule language and the tables let them be.

Deterministic; each is written into a folder of its own. What a pack may cost is promised in
docs/rules.md ("What a pack may cost"); Scripts/bench --check holds the program to it.
"""

import os

# Among the commonest words of English, so that there is an anchor at every second word.
COMMON = (
    "the of and to in a is that for it as was with be by on not he his but at are this have from or"
    " had an they which one you were all her she there would their we him been has when who will no"
    " more if out so up said what its about than into them can only other time new some could these"
    " two may first then do any like my now over such our man me even most made after also did many"
    " off before must well back through years much where your way down should because long each just"
    " state those people too mr how little good world make very year still see own work men day get"
    " here old life both between being under three never know same last another while us might great"
    " go come since against right came take used himself few house american use place during high"
    " without again home around small however found part school went thought war general public"
).split()
GAP = "([any] | [any] [any]){0,12}"


def _rules(head, pattern, yes, count=400):
    for number in range(count):
        yield (f"rule r{number} : {head}\n  match  {pattern(number)}\n"
               f'  yes    "A b." -> {yes}\n  no     "x"\n')


def _anchors(words=COMMON):
    return f"list everywhere = {' '.join(words)}\n"


# Fails behind the last gap, and is nothing that a pattern could be anchored on.
END = "[digit] [cap] [digit]"
HEADS = {
    "names": ("mention person", f"name:({END})", "A"),
    "nominals": ("nominal person", f"name:({END})", "A"),
    "roles": ("role", f"holder:entity label:({END})", "A | b | -"),
    "aliases": ("alias", f"a:entity {GAP} b:entity {END}", "A | B"),
    "relations": ("loops", f"subject:entity {GAP} label:([digit] [cap]) object:entity", "A | b | B"),
}


def ways(*kinds):
    """Patterns that try every way through gaps on both sides of a common word, and then fail."""
    def make():
        text = "relation loops (entity -> entity)\n" + _anchors()
        for kind in kinds:
            head, captures, yes = HEADS[kind]
            for number in range(400 // len(kinds)):
                text += (f"rule {kind}-{number} : {head}\n"
                         f"  match  [any]{{0,12}} <everywhere> {GAP} {captures}\n"
                         f'  yes    "A b." -> {yes}\n  no     "x"\n')
        return {"a.rules": text}
    return make


def every_word_a_name():
    """Rules that find a person at every common word and the one behind it."""
    patterns = ["name:(<everywhere> [word])", "name:<everywhere>", "<everywhere> name:[word]"]
    return {"a.rules": _anchors() + "\n".join(_rules("mention person", patterns.__getitem__, "A", 3))}


def many_readings():
    """A table in which common words are names with about as many readings as a name may have."""
    rows = ["# table: names list=all"]
    for word in COMMON:
        for number in range(48):
            kind = ("person", "organization", "place")[number % 3]
            rows.append(f"{word}\t{kind}\tambiguous\t{word.title()} {number}\t")
    return {"a.tsv": "\n".join(rows) + "\n"}


def all_pairs():
    """Relations between any two names of a sentence, in every way."""
    text = "relation loops (entity -> entity)\n" + _anchors()
    for number in range(400):
        text += (f"rule r{number} : loops\n  match  subject:entity [any]{{0,12}} <everywhere> [any]{{0,12}} "
                 f"object:entity\n  label  \"loops {number}\"\n  all\n"
                 f'  yes    "A b." -> A | loops | B\n  no     "x"\n')
    return {"a.rules": text}


PACKS = {
    "ways to a name": ways("names"),
    "ways to a relation": ways("relations"),
    "ways to all targets": ways(*HEADS),
    "every word a name": every_word_a_name,
    "many readings": many_readings,
    "all pairs": all_pairs,
}


def write(name, folder):
    """Writes a pack and returns its folder."""
    path = os.path.join(folder, "pack-" + name.replace(" ", "-"))
    os.makedirs(path, exist_ok=True)
    for file, text in PACKS[name]().items():
        with open(os.path.join(path, file), "w", encoding="utf-8") as out:
            out.write(text)
    return path
