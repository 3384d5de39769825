"""Runs graphgen over the sets with a gold standard and prints one table; called by Scripts/eval."""

import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

# A wire report is about sport if its headline starts with the sport's name as the desk's slug:
# "SOCCER - …", "RUGBY UNION-…". Only the text is looked at, never the gold standard.
SPORTS = (
    "soccer|football|baseball|basketball|cricket|tennis|golf|boxing|cycling|athletics|squash|rugby"
    "|hockey|volleyball|badminton|swimming|skiing|skating|rowing|sailing|wrestling|judo|snooker"
    "|racing|motorcycling|showjumping|equestrian|triathlon|olympics|nfl|nhl|nba")
SLUG = re.compile(rf"^(?:\w+ ){{0,3}}?(?:{SPORTS})+(?: \w+){{0,2}} ?-", re.IGNORECASE)


def is_sport(text):
    return bool(SLUG.match(text.split("\n", 1)[0]))


class Evaluation:
    def __init__(self, graphgen, folder, options, errors, work):
        self.graphgen, self.folder, self.options = graphgen, folder, options
        self.errors, self.work = errors, work
        self.extracted = {}

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def run(self, *arguments):
        command = [self.graphgen, *arguments, *self.options]
        done = subprocess.run(command, stdout=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(f"error: {' '.join(command)} ended with {done.returncode}")
        return done.stdout

    def extract(self, documents):
        """The path of what `extract` prints for a .jsonl file; one run a file."""
        if documents not in self.extracted:
            out = os.path.join(self.work, os.path.basename(documents) + ".out")
            with open(out, "wb") as file:
                file.write(self.run("extract", "--format", "jsonl", documents))
            self.extracted[documents] = out
        return self.extracted[documents]

    def score(self, gold, system, *options):
        command = [sys.executable, self.path("score.py"), gold, system, *options]
        done = subprocess.run([*command, "--json"], stdout=subprocess.PIPE, check=True)
        if self.errors:
            print(f"\n# {' '.join(command[1:])}")
            subprocess.run([*command, "--errors", str(self.errors)], check=True)
        return json.loads(done.stdout)

    def pick(self, source, name, keep):
        """A copy of a .jsonl file with those lines that `keep` accepts."""
        out = os.path.join(self.work, name)
        with open(source, encoding="utf-8") as lines, open(out, "w", encoding="utf-8") as file:
            file.writelines(line for line in lines if line.strip() and keep(json.loads(line)))
        return out

    # The sets, by the names that eval.tsv uses.

    def dev(self):
        return self.score(self.path("dev/gold"), self.extract(self.path("dev/dev.docs.jsonl")))

    def seed(self):
        """The two articles on one affair, scored alone: gold without the other articles."""
        gold = os.path.join(self.work, "seed.gold.jsonl")
        with open(gold, "w", encoding="utf-8") as file:
            for name in sorted(os.listdir(self.path("dev/gold"))):
                if name.startswith("pentagon-letter"):
                    with open(self.path("dev/gold", name), encoding="utf-8") as source:
                        file.write(json.dumps(json.load(source)) + "\n")
        documents = self.pick(
            self.path("dev/dev.docs.jsonl"), "seed.docs.jsonl",
            lambda document: document["id"].startswith("pentagon-letter"))
        return self.score(gold, self.extract(documents))

    def cross(self):
        """How many of the entities that both seed articles mention become one node.

        In each article the gold entity is the extracted one that shares most mentions with it; its
        node is the one that has most of that entity's names.
        """
        with open(self.path("dev/cross.json"), encoding="utf-8") as file:
            shared = json.load(file)
        texts = [self.path("dev/texts", f) for f in sorted(os.listdir(self.path("dev/texts")))
                 if f.startswith("pentagon-letter")]
        found = {line["document"]: line for line in map(
            json.loads, self.run("extract", "--format", "jsonl", *texts).splitlines())}
        nodes, documents = {}, {}
        for node in json.loads(self.run("export", "--format", "json", *texts))["nodes"]:
            documents[node["id"]] = node["documents"]
            for name in [node["name"], *node["aliases"]]:
                nodes.setdefault((node["kind"], name), node["id"])
        right = 0
        for entity in shared:
            hits = []
            for document, entity_id in entity["documents"].items():
                names = self.names_found(document, entity_id, found[document])
                votes = collections.Counter()
                for name, count in names.items():
                    node = nodes.get((entity["kind"], name))
                    if node:
                        votes[node] += count
                hits.append(votes.most_common(1)[0][0] if votes else None)
            # An article that only describes the entity ("the government") gives the graph no name to
            # look up; there the node's own count of articles must say that both are in it.
            named = {hit for hit in hits if hit}
            is_right = len(named) == 1 and (
                None not in hits or documents[next(iter(named))] == len(hits))
            right += is_right
            if self.errors and not is_right:
                print(f"cross: {entity['name']} is {hits}")
        share = right / len(shared)
        return {"one node each": {"p": share, "r": share, "f1": share, "gold": len(shared)}}

    def names_found(self, document, entity_id, system):
        """The names of the extracted entity that shares most mentions with a gold entity."""
        with open(self.path("dev/gold", document + ".json"), encoding="utf-8") as file:
            gold = json.load(file)
        with open(self.path("dev/texts", document + ".txt"), encoding="utf-8", newline="") as file:
            text = file.read()
        spans = {(m["start"], m["end"]) for e in gold["entities"] if e["id"] == entity_id
                 for m in e["mentions"]}
        best = max(system["entities"], key=lambda e: sum(
            (m["start"], m["end"]) in spans for m in e["mentions"]))
        if not any((m["start"], m["end"]) in spans for m in best["mentions"]):
            return {}
        names = collections.Counter(
            text[m["start"]:m["end"]] for m in best["mentions"] if m["form"] == "name")
        names[best["name"]] += 1
        return names

    def flat(self, name, keep=None):
        documents = self.path(f"dev/conll/{name}-dev.docs.jsonl")
        gold = self.path(f"dev/conll/{name}-dev.gold.jsonl")
        system = self.extract(documents)
        if keep:
            with open(documents, encoding="utf-8") as lines:
                kept = {d["id"] for d in map(json.loads, lines) if keep(d["text"])}
            gold = self.pick(gold, name + ".kept.jsonl", lambda line: line["document"] in kept)
        return self.score(gold, system, "--flat", "--texts", documents)

    def conll2003(self):
        return self.flat("conll2003")

    def conll2003_not_sport(self):
        return self.flat("conll2003", keep=lambda text: not is_sport(text))

    def conll04(self):
        return self.flat("conll04")


def main():
    parser = argparse.ArgumentParser(prog="Scripts/eval", add_help=False)
    parser.add_argument("graphgen")
    parser.add_argument("folder")
    parser.add_argument("figures")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--set", action="append")
    arguments, options = parser.parse_known_args()

    rows = []
    with open(arguments.figures, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                rows.append(line.rstrip("\n").split("\t"))
    known = list(dict.fromkeys(row[0] for row in rows))
    for name in arguments.set or []:
        if name not in known:
            sys.exit(f"error: no set named {name}; there are {', '.join(known)}")
    wanted = [name for name in known if not arguments.set or name in arguments.set]

    with tempfile.TemporaryDirectory() as work:
        evaluation = Evaluation(
            arguments.graphgen, arguments.folder, options, arguments.errors, work)
        reports = {name: getattr(evaluation, name.replace("-", "_"))() for name in wanted}

    print(f"{'set':20} {'layer':14} {'P':>6} {'R':>6} {'F1':>6} {'reach':>6} {'floor':>6}")
    failed = 0
    for name, layer, reach, floor in rows:
        if name not in wanted:
            continue
        figure = reports[name].get(layer, {"p": 0.0, "r": 0.0, "f1": 0.0})
        below = figure["f1"] < float(floor)
        failed += below
        verdict = "BELOW FLOOR" if below else "reached" if figure["f1"] >= float(reach) else ""
        print(f"{name:20} {layer:14} {figure['p']:6.3f} {figure['r']:6.3f} {figure['f1']:6.3f}"
              f" {float(reach):6.2f} {float(floor):6.2f} {verdict}".rstrip())
    if failed:
        sys.exit(f"eval: {failed} figures are below their floors")
    print("eval: every figure is at or above its floor")


main()
