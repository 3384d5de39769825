"""Measures graphgen; called by Scripts/bench, which says how."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import inputs
import measure
import packs

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, "Benchmarks")
MB = 1_000_000
# In the order of the pipeline; each measurement runs the stages up to the one named.
STAGES = ["tokens", "sentences", "names", "chunks", "entities", "relations"]


def articles(shared):
    """[(name, [(id, text)…])…]: the corpora to time."""
    corpora = []
    for name, path in (("politics", "bench/politics.docs.jsonl"),
                       ("wire-1996", "eval/dev/conll/conll2003-dev.docs.jsonl")):
        path = os.path.join(shared, path)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as lines:
                corpora.append((name, [(d["id"], d["text"]) for d in map(json.loads, lines)]))
    folder = os.path.join(ROOT, "Examples/articles")
    examples = []
    for file in sorted(os.listdir(folder)):
        with open(os.path.join(folder, file), encoding="utf-8") as text:
            examples.append((file.removesuffix(".txt"), text.read()))
    return corpora + [("examples", examples)]


def write_corpus(path, documents, size):
    """Repeats the documents under new ids until their texts have `size` bytes; whole rounds only.

    Written as it goes: what this process holds would count as the measured program's peak.
    """
    once = sum(len(text.encode()) for _, text in documents)
    rounds = max(1, round(size / once))
    with open(path, "w", encoding="utf-8") as file:
        for number in range(rounds):
            for identifier, text in documents:
                line = {"id": f"{identifier}-{number}", "text": text}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return rounds, once * rounds


def counts(lines):
    """What was found, so that a wrong answer cannot look fast."""
    total = dict.fromkeys(("documents", "mentions", "entities", "roles", "relations"), 0)
    for line in lines:
        document = json.loads(line)
        total["documents"] += 1
        total["mentions"] += sum(len(e["mentions"]) for e in document["entities"])
        total["entities"] += len(document["entities"])
        total["roles"] += len(document["roles"])
        total["relations"] += len(document["relations"])
    return total


class Bench:
    def __init__(self, graphgen, shared, work):
        self.graphgen, self.work = graphgen, work
        self.corpora = articles(shared)
        self.failures = []

    def path(self, name):
        return os.path.join(self.work, name)

    def extract(self, path, *options):
        return [self.graphgen, "extract", "--format", "jsonl", *options, path]

    def instructions(self, path, *options):
        program = measure.countable(self.graphgen, self.work)
        return measure.instructions([program, *self.extract(path, "--jobs", "1", *options)[1:]])

    @staticmethod
    def limits():
        with open(os.path.join(HERE, "thresholds.tsv"), encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file
                    if line.strip() and not line.startswith("#")]
        return {name: float(limit) for name, limit in rows}

    def expect(self, holds, message):
        if not holds:
            self.failures.append(message)
            print(f"FAILED: {message}")

    def counted(self, path, *options):
        command = self.extract(path, *options)
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            found = counts(process.stdout)
        if process.returncode != 0:
            raise SystemExit(f"error: {' '.join(command)} ended with {process.returncode}")
        return found

    # What repeats on every machine.

    def check_counts(self):
        """Twice the articles yield twice the finds, and as many on one core as on all."""
        _, documents = self.corpora[-1]
        write_corpus(self.path("one.jsonl"), documents, 0)
        write_corpus(self.path("four.jsonl"), documents, 4 * sum(len(t.encode()) for _, t in documents))
        one = self.counted(self.path("one.jsonl"), "--jobs", "1")
        self.expect(one["relations"] > 0 and one["roles"] > 0, f"nothing found: {one}")
        for jobs in ("1", "2", "4"):
            four = self.counted(self.path("four.jsonl"), "--jobs", jobs)
            self.expect(four == {k: 4 * v for k, v in one.items()},
                        f"four times the articles on {jobs} cores yield {four}, once {one}")
        print(f"counts: {one}, and exactly four times that for four times the articles")

    def check_instructions(self):
        """Instructions a byte, stage by stage, against the committed thresholds."""
        if not measure.can_count():
            print("instructions: skipped, valgrind or strip is missing (Scripts/setup --measure)")
            return {}
        limits = self.limits()
        _, documents = self.corpora[-1]
        _, small = write_corpus(self.path("small.jsonl"), documents, 20_000)
        _, large = write_corpus(self.path("large.jsonl"), documents, 120_000)
        figures = {}
        open(self.path("empty.jsonl"), "w").close()
        figures["start"] = self.instructions(self.path("empty.jsonl"))
        before = 0.0
        for stage in [*STAGES, "all"]:
            options = ["--through", stage] if stage != "all" else []
            # The difference of two sizes leaves start-up and warm-up out.
            low, high = (self.instructions(self.path(f), *options)
                         for f in ("small.jsonl", "large.jsonl"))
            cost = (high - low) / (large - small)
            figures[stage if stage != "all" else "output"] = cost - before
            before = cost if stage != "all" else before
        figures["all"] = sum(v for k, v in figures.items() if k != "start")
        print(f"\n{'instructions':20} {'measured':>12} {'limit':>12}")
        for name, figure in figures.items():
            limit = limits.get(name, float("nan"))
            unit = "in all" if name == "start" else "a byte"
            print(f"{name:20} {figure:12,.1f} {limit:12,.1f} {unit}")
            self.expect(figure <= limit, f"{name} costs {figure:,.1f} instructions {unit}, limit {limit:,.1f}")
        return figures

    def check_allocations(self):
        """Blocks of memory an article, and a token of longer articles: of these, none."""
        if not measure.can_count():
            return {}
        program = measure.countable(self.graphgen, self.work)
        _, documents = self.corpora[-1]

        def blocks(texts, rounds):
            path = self.path("rounds.jsonl")
            write_corpus(path, texts, rounds * sum(len(text.encode()) for _, text in texts))
            return measure.allocations([program, *self.extract(path, "--jobs", "1")[1:]])

        def each(texts):
            # The difference of two sizes leaves start-up and warm-up out.
            return (blocks(texts, 6) - blocks(texts, 2)) / 4 / len(texts)

        short, long = each(documents), each([(name, text * 4) for name, text in documents])
        tokens = sum(len(re.findall(r"\w+|[^\w\s]", text)) for _, text in documents) / len(documents)
        figures = {"an article": short, "a token": (long - short) / (3 * tokens)}
        limits = self.limits()
        print(f"\n{'allocations':20} {'measured':>12} {'limit':>12}")
        for name, figure in figures.items():
            limit = limits[f"allocations {name}"]
            print(f"{name:20} {figure:12,.3f} {limit:12,.3f}")
            self.expect(figure <= limit, f"{figure:.3f} allocations {name}, limit {limit}")
        return figures

    def check_packs(self):
        """No pack makes articles take longer than promised."""
        if not measure.can_count():
            return {}
        limit = self.limits()["slowest pack"]
        _, documents = self.corpora[-1]
        once = sum(len(text.encode()) for _, text in documents)
        paths = [self.path(f"{k}.jsonl") for k in (1, 3)]
        for path, number in zip(paths, (1, 3)):
            write_corpus(path, documents, number * once)

        def cost(*options):
            low, high = (self.instructions(path, *options) for path in paths)
            return high - low

        base = cost()
        factors = {}
        print(f"\n{'hostile packs':24} {'times as long':>14} {'limit':>8}")
        for name in packs.PACKS:
            factors[name] = cost("--pack", packs.write(name, self.work)) / base
            print(f"{name:24} {factors[name]:14.2f} {limit:8.1f}")
            self.expect(factors[name] <= limit,
                        f"the pack '{name}' makes articles take {factors[name]:.1f} times as long")
        return factors

    def check_growth(self, size=60_000):
        """Twice the text costs at most 2.1 times the instructions, whatever the text."""
        if not measure.can_count():
            return {}
        empty = self.path("empty.txt")
        with open(empty, "w") as file:
            file.write("\n")
        start = self.instructions(empty)
        print(f"\n{'growth':24} {'instructions a byte':>20} {'twice the text':>15}")
        growth = {}
        cases = [(kind.__name__, lambda n, k=kind: inputs.adversarial(k, n)) for kind in inputs.KINDS]
        long = "\n\n".join(text for _, text in self.corpora[0][1])[: 2 * size]
        cases.append(("one long article", lambda n: (long * (1 + n // len(long)))[:n]))
        for name, make in cases:
            cost, bytes_ = [], 0
            for n in (size, 2 * size):
                path = self.path("hostile.txt")
                with open(path, "w", encoding="utf-8") as file:
                    bytes_ = file.write(make(n))
                cost.append(self.instructions(path) - start)
            growth[name] = cost[1] / cost[0]
            print(f"{name:24} {cost[1] / os.path.getsize(path):20,.0f} {growth[name]:15.2f}")
            self.expect(growth[name] <= 2.1, f"twice the text of '{name}' costs {growth[name]:.2f} times as much")
        return growth

    def check(self):
        self.check_counts()
        self.check_instructions()
        self.check_allocations()
        self.check_packs()
        self.check_growth()
        return self.finish()

    def finish(self):
        for failure in self.failures:
            print(f"FAILED: {failure}")
        print("bench: " + (f"{len(self.failures)} checks failed" if self.failures else "every check holds"))
        return 1 if self.failures else 0


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("graphgen")
    parser.add_argument("shared")
    parser.add_argument("--check", action="store_true", help="only what repeats on any machine")
    parser.add_argument("--graphs", action="store_true", help="only drawing and exporting large graphs")
    parser.add_argument("--size", type=float, default=50, help="MB of text to time")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(arguments.graphgen, arguments.shared, work)
        if arguments.check:
            return bench.check()
        import report
        if arguments.graphs:
            return report.only_graphs(bench)
        return report.full(bench, arguments.size)


if __name__ == "__main__":
    sys.exit(main())
