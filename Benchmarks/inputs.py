"""Texts that are made to be expensive; each grows by repetition of no more than its own kind.

Deterministic: the same name and size give the same bytes on every machine.
"""

import itertools
import random

FIRST = "Anna Boris Carla David Elena Farid Grace Henrik Ivana Jamal Karin Luis".split()
WORDS = (
    "the report on trade was sent to officials before talks about water and roads began again"
    " while prices rose and farmers waited for rain near old towns").split()


def _fill(pieces, size):
    out, length = [], 0
    for piece in pieces:
        out.append(piece)
        length += len(piece)
        if length >= size:
            return "".join(out)
    raise AssertionError("endless input expected")


def _syllables(rng, count):
    return "".join(rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(count))


def no_space(rng):
    while True:
        yield rng.choice("abcdefghijklmnopqrstuvwxyz")


def one_letter(_):
    return itertools.repeat("A")


def brackets(_):
    return itertools.repeat("([{")


def capitals(rng):
    while True:
        yield _syllables(rng, rng.randint(1, 4)).upper() + " "


def initials(rng):
    while True:
        yield rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + ". "


def one_name(_):
    return itertools.repeat("John Smith ")


def one_name_sentences(_):
    return itertools.repeat("John Smith met Mary Jones in London. ")


def one_sentence(rng):
    while True:
        yield rng.choice(WORDS) + " "


def one_sentence_of_names(rng):
    while True:
        yield f"{rng.choice(FIRST)} {_syllables(rng, 3).title()} and "


def distinct_names(rng):
    while True:
        yield f"{rng.choice(FIRST)} {_syllables(rng, 4).title()} spoke. "


def same_surname(rng):
    while True:
        yield f"{_syllables(rng, 3).title()} Smith spoke. "


def roles(rng):
    while True:
        yield f"minister {rng.choice(FIRST)} {_syllables(rng, 3).title()}, a spokesman for the "


def quotes(_):
    return itertools.repeat('" ')


def commas(rng):
    while True:
        yield _syllables(rng, 2).title() + ", "


def possessives(rng):
    while True:
        yield _syllables(rng, 2).title() + "'s "


def hyphens(_):
    return itertools.repeat("US-Iran-led-" * 10 + "x ")


def hyphen_chain(_):
    return itertools.repeat("US-Iran-led-")


def hyphen_chain_of_unknown(rng):
    while True:
        yield _syllables(rng, 2) + "-"


def pronouns(_):
    return itertools.repeat("He said she told him that they met her. ")


def line_breaks(_):
    return itertools.repeat("A\n\n")


def many_we(_):
    return itertools.repeat('"We win today," said Minister Smith. ')


def open_titles(_):
    return itertools.repeat("President Qorvat, France, ")


def four_byte_letters(_):
    return itertools.repeat("\U0001d504 ")


def accents(_):
    return itertools.repeat("é́ ")


KINDS = [
    no_space, one_letter, brackets, capitals, initials, one_name, one_name_sentences, one_sentence,
    one_sentence_of_names, distinct_names, same_surname, roles, quotes, commas, possessives,
    hyphens, hyphen_chain, hyphen_chain_of_unknown, pronouns, many_we, open_titles, line_breaks, four_byte_letters, accents,
]


def adversarial(kind, size):
    """A text of that kind, about `size` characters long."""
    return _fill(kind(random.Random(kind.__name__)), size)
