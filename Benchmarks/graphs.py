"""Large graphs: how long drawing takes, how much memory exports take; called by Scripts/bench --graphs.

The articles are generated, so that the numbers of actors and links are known: every figure comes with
a check that the result is the whole one.
"""

import itertools
import json
import os
import random
import re

import measure

FIRST = ("Anna Brian Carol David Emma Frank Grace Henry Irene James Karen Liam Maria Nolan Olivia Peter"
         " Rachel Simon Teresa Vera Walter Alice Bernard Clara Dennis Edith Felix Gloria Hugo Julian").split()
BEGIN = "Bar Cor Dan Fel Gar Hol Jen Kel Lam Mor Nor Pel Ros Sel Tor Van Wel Zan Bren Clay Dun Grim".split()
MIDDLE = ["", "er", "in", "al", "ing", "or", "el"]
END = "ton ley ford son well by stead worth den mere".split()
EXPORTS = ["dot", "json", "cytoscape", "graphml", "gexf", "csv", "neo4j", "cypher", "ftm", "turtle"]


def people(count):
    """Different names of people; no two share both parts."""
    last = ["".join(parts) for parts in itertools.product(BEGIN, MIDDLE, END)]
    random.Random(7).shuffle(last)
    for number in range(count):
        at = number % len(last)
        yield f"{FIRST[(number // len(last) + at) % len(FIRST)]} {last[at]}"


def meetings(actors, links):
    """Pairs of actors: everybody once, then some much more often than others; no pair twice."""
    rng = random.Random(11)
    pairs = dict.fromkeys((number, rng.randrange(number)) for number in range(1, actors))
    ends = [end for pair in pairs for end in pair]
    while len(pairs) < links:
        a, b = rng.choice(ends), rng.randrange(actors)
        if a != b and (b, a) not in pairs and (a, b) not in pairs:
            pairs[a, b] = None
            ends += [a, b]
    return list(pairs)


def write_articles(path, sentences, per_article):
    with open(path, "w", encoding="utf-8") as file:
        for number, start in enumerate(range(0, len(sentences), per_article)):
            text = "\n\n".join(sentences[start:start + per_article])
            file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")


def drawing(bench, actors, links, limit, spare=0.2):
    """Draws a graph of at least `actors` and `links`; `limit` in seconds of processor time of all its processes.

    `spare` more are written, since some of the names are read as places or as one.
    """
    people_written, links_written = int(actors * (1 + spare)), int(links * (1 + spare))
    names = list(people(people_written))
    path, svg = bench.path("meetings.jsonl"), bench.path("meetings.svg")
    pairs = meetings(people_written, links_written)
    write_articles(path, [f"{names[a]} met {names[b]}." for a, b in pairs], 40)
    run = measure.run([bench.graphgen, "draw", path, "--top", str(2 * actors), "--lines", str(2 * links),
                       "--no-cooccurrence", "-o", svg, "--quiet"])
    with open(svg, encoding="utf-8") as file:
        found = re.search(r"Shown: ([\d,]+) of [\d,]+ actors, ([\d,]+) of", file.read())
    shown = [int(number.replace(",", "")) for number in found.groups()] if found else [0, 0]
    bench.expect(shown[0] >= actors and shown[1] >= links,
                 f"a drawing of {actors} actors and {links} links shows {shown}")
    bench.expect(run.cpu <= limit, f"drawing {actors} actors took {run.cpu:.1f} s, allowed are {limit} s")
    return [f"{shown[0]:,} actors, {shown[1]:,} links", f"{run.cpu:.1f} s", f"{run.seconds:.1f} s", f"{limit} s",
            f"{run.peak_mb:.0f} MB"]


def exports(bench, sentences, named=20, actors=20_000):
    """Peak memory of every export beside that of building the graph alone."""
    rng = random.Random(3)
    names = list(people(actors))
    path = bench.path("lists.jsonl")
    lines = [", ".join(rng.sample(names, named)) + " met." for _ in range(sentences)]
    write_articles(path, lines, 20)
    # An export of almost nothing: what building the graph takes.
    alone = measure.run([bench.graphgen, "export", path, "--format", "csv", "--min-documents", "1000000",
                         "--evidence", "1", "--quiet", "-o", "/dev/null"])
    rows = [["the graph alone", "", f"{alone.seconds:.1f} s", f"{alone.peak_mb:.0f} MB", ""]]
    out = bench.path("export.out")
    for name in EXPORTS:
        run = measure.run([bench.graphgen, "export", path, "--format", name, "--evidence", "1", "--quiet", "-o", out])
        more = run.peak_mb / alone.peak_mb - 1
        rows.append([name, f"{os.path.getsize(out) / 1e6:.0f} MB", f"{run.seconds:.1f} s",
                     f"{run.peak_mb:.0f} MB", f"{100 * more:+.0f} %"])
        if name == "csv":
            with open(out, "rb") as file:
                links = sum(1 for _ in file) - 1
        bench.expect(more < 0.1, f"exporting {name} takes {100 * more:.0f} % more memory than the graph")
        os.remove(out)
    return links, rows


def report(bench, page, sentences=5400):
    page.write("## Drawing large graphs", "",
               "`graphgen draw` on generated articles, from text to SVG, whole process.", "")
    rows = [drawing(bench, 500, 2500, 3), drawing(bench, 10_000, 15_000, 30)]
    name, documents = bench.corpora[0]
    if name == "politics":
        svg = bench.path("politics.svg")
        from bench import write_corpus
        path = bench.path("politics.jsonl")
        write_corpus(path, documents, 0)
        run = measure.run([bench.graphgen, "draw", path, "--quiet", "-o", svg])
        bench.expect(run.cpu <= 10, f"drawing 417 articles took {run.cpu:.1f} s")
        rows.append([f"the best 40 actors of {len(documents)} articles", f"{run.cpu:.1f} s", f"{run.seconds:.1f} s",
                     "10 s", f"{run.peak_mb:.0f} MB"])
    page.table(["shown", "processor time", "by the clock", "goal", "peak of the largest process"], rows)
    page.write("## Memory of exports", "")
    links, rows = exports(bench, sentences)
    page.write(f"`graphgen export` of {links:,} links, one quote each.", "")
    page.table(["format", "size", "time", "peak", "above the graph alone"], rows)
