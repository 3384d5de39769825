"""Reads every export of one graph with the tools that people use, and compares it node for node.

usage: readback.py FOLDER

FOLDER holds what `graphgen export` writes in every format, and truth.json with the graph itself. Prints
one line a format with what was read back and one for each difference; status 1 if there is any.
"""

import csv
import html
import json
import os
import re
import subprocess
import sys

import followthemoney
import networkx
import rdflib
from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
GONE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
SCHEMAS = {"person": "Person", "organization": "Organization", "place": "Address"}


def squeezed(text):
    """A text as far as every format can carry it: some drop control characters, some put a space."""
    return re.sub(r"\s+", "", GONE.sub("", text))


class Check:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
            truth = json.load(file)
        self.nodes = {n["id"]: n for n in truth["nodes"]}
        self.links = {l["id"]: l for l in truth["links"]}
        self.documents = truth["documents"]
        self.faults = []
        self.format = ""

    def path(self, name):
        return os.path.join(self.folder, name)

    def text(self, name):
        # Line ends as they are.
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return file.read()

    def expect(self, holds, *words):
        if not holds:
            self.faults.append(f"{self.format}: " + " ".join(str(w) for w in words)[:300])

    def compare(self, nodes, links, same=squeezed):
        """{id: {name, kind, …}} and {id: {source, target, …}} against the truth; keys that a format
        does not carry are left out of every item."""
        for what, found, truth in (("nodes", nodes, self.nodes), ("links", links, self.links)):
            self.expect(set(found) == set(truth), f"{len(found)} {what}, not {len(truth)}:",
                        sorted(set(found) ^ set(truth))[:3])
            for key in set(found) & set(truth):
                for name, value in found[key].items():
                    wanted = truth[key][name]
                    if isinstance(wanted, str):
                        value, wanted = same(value), same(wanted)
                    self.expect(value == wanted, f"{what[:-1]} {key} has the {name}", repr(value),
                                "not", repr(wanted))
        return f"{len(nodes)} nodes, {len(links)} links"

    # One method a format; each returns what was read.

    def json(self):
        data = json.loads(self.text("actors.json"))
        graph = networkx.node_link_graph(data, edges="links")
        return self.compare(
            {n: {k: d[k] for k in ("name", "kind", "mentions", "documents")} for n, d in graph.nodes(data=True)},
            {k: {"source": a, "target": b, "symmetric": not d["directed"],
                 **{f: d[f] for f in ("predicate", "label", "modality", "weight", "documents")}}
             for a, b, k, d in graph.edges(keys=True, data=True)}, same=lambda t: t)

    def cytoscape(self):
        data = json.loads(self.text("actors.cyjs"))
        graph = networkx.cytoscape_graph(data)
        self.expect(graph.number_of_nodes() == len(self.nodes), "networkx reads", graph.number_of_nodes())
        nodes = [n["data"] for n in data["elements"]["nodes"]]
        edges = [e["data"] for e in data["elements"]["edges"]]
        self.expect(all(n["label"] == n["name"] for n in nodes), "labels that are no names")
        self.expect(len({e["id"] for e in edges} | {n["id"] for n in nodes}) == len(nodes) + len(edges),
                    "ids that are not unique")
        return self.compare(
            {n["id"]: {k: n[k] for k in ("name", "kind", "mentions", "documents")} for n in nodes},
            {e["id"]: {"predicate": e["interaction"], "symmetric": not e["directed"],
                       **{k: e[k] for k in ("source", "target", "label", "modality", "weight", "documents")}}
             for e in edges}, same=lambda t: t)

    def valid(self, name, schema):
        tree = etree.parse(self.path(name), etree.XMLParser(huge_tree=True))
        rules = etree.RelaxNG(etree.parse(os.path.join(HERE, schema)))
        self.expect(rules.validate(tree), rules.error_log.last_error)
        return tree

    def graphml(self):
        tree = self.valid("actors.graphml", "graphml.rng")
        spaces = {"g": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}
        declared = tree.xpath("//g:key/@id", namespaces=spaces)
        self.expect(set(tree.xpath("//g:data/@key", namespaces=spaces)) <= set(declared), "undeclared keys")
        # Gephi shows `label`, Cytoscape `name`, yEd its own label.
        for node in tree.iterfind(".//g:node", spaces):
            name = squeezed(self.nodes[node.get("id")]["name"])
            seen = [squeezed(node.findtext(f"g:data[@key='{key}']", namespaces=spaces) or "")
                    for key in ("n-label", "n-name")]
            seen.append(squeezed(node.findtext(".//y:NodeLabel", namespaces=spaces) or ""))
            self.expect(seen == [name] * 3, node.get("id"), "shows", seen)
        graph = networkx.read_graphml(self.path("actors.graphml"), force_multigraph=True)
        return self.compare(
            {n: {"name": d["label"], **{k: d[k] for k in ("kind", "mentions", "documents")}}
             for n, d in graph.nodes(data=True)},
            {k: {"source": a, "target": b, **{f: d[f] for f in (
                "predicate", "modality", "weight", "documents", "symmetric")}}
             for a, b, k, d in graph.edges(keys=True, data=True)})

    def gexf(self):
        tree = self.valid("actors.gexf", "gexf.rng")
        spaces = {"g": "http://gexf.net/1.3"}
        for of in ("node", "edge"):
            declared = set(tree.xpath(f"//g:attributes[@class='{of}']/g:attribute/@id", namespaces=spaces))
            used = set(tree.xpath(f"//g:{of}/g:attvalues/g:attvalue/@for", namespaces=spaces))
            self.expect(used <= declared, "undeclared", used - declared)
        dated = {l["id"] for l in self.links.values() if l["dated"]}
        self.expect(dated == set(tree.xpath("//g:edge[@start]/@id", namespaces=spaces)), "other dates")
        graph = networkx.read_gexf(self.path("actors.gexf"))
        return self.compare(
            {n: {"name": d["label"], **{k: d[k] for k in ("kind", "mentions", "documents")}}
             for n, d in graph.nodes(data=True)},
            {d["id"]: {"source": a, "target": b, **{f: d[f] for f in (
                "predicate", "modality", "weight", "documents", "symmetric")}}
             for a, b, d in graph.edges(data=True)})

    def rows(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        self.expect(all(None not in r and None not in r.values() for r in rows), name, "has uneven rows")
        return rows

    def csv(self):
        nodes, links = self.rows("nodes.csv"), self.rows("links.csv")
        for row in nodes + links:
            for cell in row.values():
                number = re.fullmatch(r"-?[0-9.]+", cell)
                self.expect(number or cell[:1] not in ("=", "+", "-", "@", "\t", "\r"), "formula", repr(cell[:40]))

        def cell(text):  # the apostrophe that keeps a spreadsheet from taking it for a formula
            return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text
        return self.compare(
            {r["id"]: {"name": cell(r["name"]), "kind": r["kind"], "mentions": int(r["mentions"]),
                       "documents": int(r["documents"])} for r in nodes},
            self.flat(links, cell))

    def flat(self, rows, cell):
        """The rows of links.csv by the id of the link that they are."""
        by = {(l["source"], l["target"], l["predicate"], l["modality"], squeezed(l["label"])): i
              for i, l in self.links.items()}
        found = {}
        for r in rows:
            key = (r["from_id"], r["to_id"], r["relation"], r["modality"], squeezed(cell(r["words"])))
            self.expect(key in by, "a row of no link", key)
            if key in by:
                self.expect(r["from_type"] == self.nodes[key[0]]["kind"], "from_type", r["from_type"])
                self.expect(squeezed(cell(r["from"])) == squeezed(self.nodes[key[0]]["name"]), "from", r["from"][:40])
                found[by[key]] = {"weight": int(r["weight"]), "documents": int(r["documents"]),
                                  "quote": cell(r["quote"])}
        return found

    def neo4j(self):
        types = {"int", "long", "float", "double", "boolean", "byte", "short", "char", "string", "string[]"}
        for name, roles in (("neo4j/nodes.csv", [":ID", ":LABEL"]),
                            ("neo4j/links.csv", [":START_ID", ":END_ID", ":TYPE"])):
            header = self.text(name).split("\n", 1)[0].split(",")
            special = [":" + h.split(":")[1] for h in header if ":" in h and h.split(":")[1].isupper()
                       or h.startswith(":")]
            self.expect(sorted(special) == sorted(roles), name, "has", special)
            for field in header:
                part = field.split(":")
                self.expect(len(part) == 1 or part[1].isupper() or "_" in part[1] or part[1] in types,
                            name, "has the type", field)
            self.expect("\\" not in self.text(name), "backslashes, which LOAD CSV takes for escapes")
        nodes, links = self.rows("neo4j/nodes.csv"), self.rows("neo4j/links.csv")
        back = lambda text: text.replace("\u29f5", "\\")
        ids = {r["id:ID"] for r in nodes}
        self.expect(all(r[":START_ID"] in ids and r[":END_ID"] in ids for r in links), "ends that are no nodes")
        self.expect(all(re.fullmatch("[A-Z][A-Z0-9_]*", r[":TYPE"]) for r in links), "types that need quoting")
        return self.compare(
            {r["id:ID"]: {"name": back(r["name"]), "mentions": int(r["mentions:int"]),
                          "kind": r[":LABEL"].split(";")[1].lower()} for r in nodes},
            {r["id"]: {"source": r[":START_ID"], "target": r[":END_ID"], "label": back(r["label"]),
                       "predicate": r[":TYPE"].lower(), "modality": r["modality"],
                       "weight": int(r["weight:int"]), "documents": int(r["documents:int"])} for r in links})

    def cypher(self):
        """Runs the statements, of the three forms that there may be, on a store of our own; twice."""
        string = r'"(?:[^"\\\n]|\\["\\nrt]|\\u[0-9a-f]{4})*"'
        map_ = rf'\{{(?:[a-z]+: (?:{string}|-?[0-9.]+|true|false|\[(?:{string}(?:, )?)*\])(?:, )?)*\}}'
        constraint = re.compile(r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:Actor\) REQUIRE n\.id IS UNIQUE;")
        node = re.compile(rf"MERGE \(n:Actor \{{id: ({string})\}}\) SET n \+= ({map_}) SET n:(\w+);")
        link = re.compile(rf"MATCH \(a:Actor \{{id: ({string})\}}\), \(b:Actor \{{id: ({string})\}}\) "
                          rf"MERGE \(a\)-\[r:([A-Z][A-Z0-9_]*) \{{id: ({string})\}}\]->\(b\) SET r \+= ({map_});")
        nodes, links = {}, {}
        lines = self.text("actors.cypher").split("\n")
        self.expect(lines[-1] == "" and constraint.fullmatch(lines[0]), "no constraint first")
        for line in lines[1:-1] * 2:
            if found := node.fullmatch(line):
                identifier, properties, label = found.groups()
                nodes[json.loads(identifier)] = {**self.properties(properties, string), "kind": label.lower()}
            elif found := link.fullmatch(line):
                a, b, type_, identifier, properties = found.groups()
                a, b = json.loads(a), json.loads(b)
                self.expect(a in nodes and b in nodes, "matches nothing:", line[:80])
                links[json.loads(identifier)] = {"source": a, "target": b, "predicate": type_.lower(),
                                                 **self.properties(properties, string)}
            else:
                self.expect(False, "cannot be parsed:", line[:120])
        keep = ("name", "kind", "mentions", "documents", "source", "target", "predicate", "label", "modality", "weight")
        trim = lambda items: {i: {k: v for k, v in d.items() if k in keep} for i, d in items.items()}
        return self.compare(trim(nodes), trim(links), same=lambda t: t)

    @staticmethod
    def properties(text, string):
        found = {}
        for key, value in re.findall(rf"([a-z]+): ({string}|-?[0-9.]+|true|false|\[(?:{string}(?:, )?)*\])", text):
            found[key] = json.loads(value)
        return found

    def ftm(self):
        entities = [json.loads(line) for line in self.text("actors.ftm.json").split("\n") if line]
        proxies = {}
        for entity in entities:
            schema = followthemoney.model.get(entity["schema"])
            self.expect(schema is not None, "no schema", entity["schema"])
            try:
                schema.validate(entity)
            except Exception as error:
                self.expect(False, entity["id"], "is invalid:", error)
            self.expect(all(entity["properties"].get(p) for p in schema.required), entity["id"], "lacks", schema.required)
            proxy = followthemoney.model.get_proxy(entity, cleaned=False)
            self.expect(sum(len(v) for v in entity["properties"].values())
                        == sum(len(proxy.get(p)) for p in proxy.schema.properties), entity["id"], "loses values",
                        {k for k in entity["properties"] if len(entity["properties"][k]) != len(proxy.get(k))})
            proxies[entity["id"]] = proxy
        self.expect(len(proxies) == len(entities), "ids that are not unique")
        nodes, links, articles = {}, {}, 0
        for proxy in proxies.values():
            for prop in proxy.iterprops():
                if prop.range is None or prop.type.name != "entity":
                    continue
                for value in proxy.get(prop):
                    at = proxies.get(value)
                    self.expect(at is not None and at.schema.is_a(prop.range), proxy.id, prop.name, "points to",
                                at and at.schema.name)
            if proxy.schema.edge:
                ends = {v for p in (proxy.schema.source_prop, proxy.schema.target_prop) for v in proxy.get(p)}
                links[proxy.id] = ends
            elif proxy.schema.name == "Article":
                articles += 1
            else:
                name = next(iter(proxy.get("name")))
                if len(name) == 384 and name.endswith("…"):  # as much as the schema takes
                    name += self.nodes[proxy.id]["name"][383:]
                    name = name.replace("…", "", 1)
                nodes[proxy.id] = {"name": name}
                self.expect(proxy.schema.name == SCHEMAS[self.nodes[proxy.id]["kind"]], proxy.id, "is a", proxy.schema.name)
        self.expect(articles == self.documents, articles, "articles, not", self.documents)
        for key, ends in links.items():
            truth = self.links.get(key)
            self.expect(truth and ends == {truth["source"], truth["target"]}, key, "links", ends)
        return self.compare(nodes, {k: {} for k in links})

    def turtle(self):
        graph = rdflib.Graph().parse(self.path("actors.ttl"), format="turtle")
        eg, schema = rdflib.Namespace("urn:entitygraph:"), rdflib.Namespace("https://schema.org/")
        key = lambda node: str(node).removeprefix(str(eg))
        value = lambda node, name: graph.value(node, name).toPython()
        kinds = {schema.Person: "person", schema.Organization: "organization", schema.Place: "place"}
        nodes = {key(n): {"name": value(n, schema.name), "kind": kinds[graph.value(n, rdflib.RDF.type)],
                          "mentions": value(n, eg.mentions), "documents": value(n, eg.documents)}
                 for n in graph.subjects(schema.name)}
        links, quotes = {}, 0
        for link in graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement):
            ends = [graph.value(link, p) for p in (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object)]
            links[key(link)] = {
                "source": key(ends[0]), "target": key(ends[2]), "predicate": key(ends[1]),
                "modality": value(link, eg.modality), "weight": value(link, eg.weight),
                "documents": value(link, eg.documents)}
            quotes += len(list(graph.objects(link, eg.evidence)))
            self.expect((tuple(ends) in graph) or links[key(link)]["modality"] != "asserted", link, "is not asserted")
        self.expect(quotes == sum(l["quotes"] for l in self.links.values()), quotes, "quotes")
        return self.compare(nodes, links)

    def dot(self):
        run = subprocess.run(["neato", "-Tdot_json", self.path("actors.dot")], capture_output=True, text=True)
        self.expect(run.returncode == 0 and not run.stderr, run.stderr)
        data = json.loads(run.stdout)
        names = {n["_gvid"]: n["name"] for n in data["objects"]}
        # Labels stay as written for Graphviz: `&amp;`, doubled backslashes, at most 2,000 characters.
        shown = lambda text: squeezed(html.unescape(text.replace("&amp;", "&#38;")).replace("\\n", "\n").replace("\\\\", "\\"))
        for node in data["objects"]:
            name, label = squeezed(self.nodes[node["name"]]["name"]), shown(node["label"])
            self.expect(label == name or label.endswith("…") and name.startswith(label[:-1]),
                        node["name"], "shows", label[:60])
        ends = sorted((names[e["tail"]], names[e["head"]], e["predicate"], e["modality"], int(e["weight"]),
                       int(e["documents"])) for e in data.get("edges", []))
        truth = sorted((l["source"], l["target"], l["predicate"], l["modality"], l["weight"], l["documents"])
                       for l in self.links.values())
        self.expect(ends == truth, "other links", [e for e in ends if e not in truth][:2])
        drawn = subprocess.run(["sfdp", "-Tsvg", self.path("actors.dot")], capture_output=True)
        self.expect(etree.fromstring(drawn.stdout, etree.XMLParser(huge_tree=True)) is not None, "draws nothing")
        return f"{len(names)} nodes, {len(ends)} links"

    def run(self):
        for name in ("dot", "json", "cytoscape", "graphml", "gexf", "csv", "neo4j", "cypher", "ftm", "turtle"):
            self.format = name
            try:
                print(f"{name}: {getattr(self, name)()}")
            except Exception as error:
                self.expect(False, type(error).__name__, error)
        for fault in self.faults[:40]:
            print("DIFFERS", fault)
        print(f"exports: {len(self.faults)} differences")
        return 1 if self.faults else 0


if __name__ == "__main__":
    sys.exit(Check(sys.argv[1]).run())
