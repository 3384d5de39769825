"""Writes synthetic articles as JSON Lines to standard output, as many as one likes in no memory.

usage: python3 Benchmarks/synthetic.py ARTICLES [ENTITIES] | graphgen stats -

About ten mentions an article of ENTITIES (default a fifth of the articles, at most 200,000) people,
bodies and places in circles of a hundred, where a few are named often and most hardly ever, as in
real news. The same numbers give the same bytes on every machine.
"""

import random
import sys

FIRST = ("Anna Boris Carla David Elena Farid Grace Henrik Ivana Jamal Karin Luis Maria Nadia Omar Paula"
         " Robert Sarah Thomas Victor").split()
BODIES = ("Bank", "Group", "Party", "University", "Ministry of Trade", "Airlines", "Council", "Holdings")
PLACES = ("Province", "County", "River", "Island")
CIRCLE = 100
TEMPLATES = (
    "{a} met {b} in {p} on Monday.", "{a}, a director of {o}, accused {b} of fraud.",
    "{a} of {o} told reporters that {b} had left {p}.", "{o} hired {a} and {b} last year.",
    "{a} and {b} both live in {p}.", "{a} praised {o}, and {b} thanked {a}.",
    "The head of {o}, {a}, visited {p}.", "{b} was arrested in {p}, said {a}.",
)


def word(number):
    """A made-up word; different numbers give different words."""
    out = []
    for _ in range(3):
        number, k = divmod(number, 65)
        out.append("bdfgklmnprstv"[k % 13] + "aeiou"[k // 13])
    return "".join(out).title() + ("" if number == 0 else word(number).lower())


def entities(circle):
    """People, bodies and places of a circle: 60, 25 and 15 of a hundred."""
    base = circle * CIRCLE
    people = [f"{FIRST[(base + k) % len(FIRST)]} {word(base + k)}" for k in range(60)]
    bodies = [f"{word(base + k)} {BODIES[k % len(BODIES)]}" for k in range(60, 85)]
    places = [f"{word(base + k)} {PLACES[k % len(PLACES)]}" for k in range(85, 100)]
    return people, bodies, places


def main():
    articles = int(sys.argv[1])
    total = int(sys.argv[2]) if len(sys.argv) > 2 else max(CIRCLE, min(200_000, articles // 5))
    circles = max(1, total // CIRCLE)
    rng = random.Random(2020)
    cache = {}

    def pick(items):
        # The k-th is named about 1/k as often as the first.
        return items[int(len(items) ** rng.random()) - 1]

    for number in range(articles):
        # The first articles go through all circles, so that everybody is named.
        circle = number % circles if number < circles else int(circles * rng.random() ** 2)
        if circle not in cache:
            if len(cache) > 4096:
                cache.clear()
            cache[circle] = entities(circle)
        people, bodies, places = cache[circle]
        lines = []
        for sentence in range(4):
            a, b = (pick(people), pick(people)) if number >= circles * 8 else (
                people[(number // circles * 8 + sentence * 2) % 60],
                people[(number // circles * 8 + sentence * 2 + 1) % 60])
            if a == b:
                b = people[(people.index(a) + 1) % 60]
            lines.append(TEMPLATES[rng.randrange(len(TEMPLATES))].format(
                a=a, b=b, o=pick(bodies), p=pick(places)))
        day = number * 3650 // articles
        date = f"{2010 + day // 365:04}-{day % 365 // 31 + 1:02}-{day % 365 % 31 % 28 + 1:02}"
        print('{"id":"synthetic-%07d","date":"%s","text":"%s"}' % (number, date, " ".join(lines)))


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.stderr.close()
