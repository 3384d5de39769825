"""Writes the manual page (mdoc) from what the program says of itself with --experimental-dump-help.

usage: manual.py VERSION < help.json > graphgen.1
"""

import json
import re
import sys

EXAMPLES = [
    ("Draw the most telling actors of a folder of articles, and of all that is near one of them:",
     ["graphgen draw articles/ -o actors.svg", 'graphgen draw articles/ --focus "Jane Roe" --depth 2 -o jane.svg']),
    ("What one person is said to be and to have done, and why two actors are linked:",
     ['graphgen relations "Jane Roe" articles/', 'graphgen explain "Jane Roe" "Northport Bank" articles/']),
    ("Open the graph in Gephi, Cytoscape or yEd, in a spreadsheet, and in Aleph:",
     ["graphgen export articles/ -o actors.graphml", "graphgen export articles/ -o links.csv",
      "graphgen export articles/ --format ftm -o actors.ftm.json"]),
    ("Everything that is recognized, one line of JSON an article, from another program:",
     ["crawler | graphgen extract - --format jsonl"]),
]


def text(words):
    """Words that mean nothing to roff."""
    words = words.replace("\\", "\\e")
    # A sentence begins on a line of its own; a line that begins with a dot would be a macro.
    lines = re.sub(r"\. (?=[A-Z])", ".\n", words).split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def dash(words):
    return words.replace("-", "\\-")


def name(argument):
    names = sorted(argument["names"], key=lambda n: n["kind"] != "short")
    return ", ".join(("-" if n["kind"] == "short" else "--") + n["name"] for n in names)


def synopsis(command):
    words = []
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional" and argument["shouldDisplay"]:
            word = argument["valueName"]
            words.append(f"Ar {word}{' ...' if argument['isRepeating'] else ''}")
    return words


def option(argument, out):
    if argument["kind"] == "positional":
        out.append(f".It Ar {text(argument['valueName'])}")
    else:
        flags = name(argument).split(", ")
        value = f" Ar {argument['valueName']}" if argument["kind"] == "option" else ""
        out.append(".It " + " , ".join(f"Fl {dash(f[1:])}{value}" for f in flags))
    out.append(text(argument.get("abstract", "")))
    extra = []
    if values := argument.get("allValues"):
        if not all(v in argument.get("abstract", "") for v in values):
            extra.append("One of " + ", ".join(values) + ".")
    if default := argument.get("defaultValue"):
        extra.append(f"Default: {default}.")
    if extra:
        out.append(text(" ".join(extra)))


def page(root, version):
    commands = [c for c in root["subcommands"] if c.get("shouldDisplay", True) and c["commandName"] != "help"]
    out = ['.\\" Made by Scripts/docs from the program; change the help text there.',
           ".Dd $Mdocdate$", ".Dt GRAPHGEN 1", f".Os graphgen {version}", ".Sh NAME", ".Nm graphgen",
           ".Nd " + text(root["abstract"].rstrip(".").lower()), ".Sh SYNOPSIS"]
    for command in commands:
        out += [f".Nm graphgen {command['commandName']}", ".Op Ar options"]
        out += ["." + word for word in synopsis(command)]
    out += [".Sh DESCRIPTION",
            "Finds the people, organizations, places and roles in news articles, who holds which role and",
            "who did what to whom, and writes or draws the graph of them.",
            "Every link is answerable to a sentence.", ".Pp"]
    out += [text(line) for line in root["discussion"].split("\n")]
    # Options that every command with articles has are told once.
    shared = [name(a) for a in commands[0]["arguments"] if a["kind"] != "positional" and a["shouldDisplay"]]
    for command in commands[1:4]:
        own = {name(a) for a in command["arguments"] if a["kind"] != "positional"}
        shared = [n for n in shared if n in own]
    shared = [n for n in shared if n not in ("-o, --output", "--version", "-h, --help")]
    out += [".Sh COMMANDS"]
    for command in commands:
        out += [f".Ss graphgen {command['commandName']}", text(command["abstract"])]
        if command.get("discussion"):
            out += [".Pp"] + [text(line) for line in command["discussion"].split("\n") if line]
        told = [a for a in command["arguments"] if a["shouldDisplay"] and (a["kind"] == "positional" or (
            name(a) not in shared and name(a) not in ("--version", "-h, --help")))]
        if told:
            out.append(".Bl -tag -width Ds")
            for argument in told:
                option(argument, out)
            out.append(".El")
    out += [".Ss Options of every command that reads articles", ".Bl -tag -width Ds"]
    for argument in commands[0]["arguments"]:
        if argument["kind"] != "positional" and name(argument) in shared:
            option(argument, out)
    out += [".El", ".Sh ENVIRONMENT", ".Bl -tag -width Ds", ".It Ev NO_COLOR",
            "If set, nothing is printed in bold or dim type.", ".El", ".Sh EXIT STATUS",
            ".Bl -tag -width Ds", ".It 0", "Done.", ".It 1",
            "Failed: nobody has the name, nothing links the two, the output cannot be written.", ".It 2",
            "Wrong use, or some inputs could not be used: each is named in one line, the rest is processed.",
            ".El", ".Sh EXAMPLES"]
    for words, lines in EXAMPLES:
        out += [words, ".Bd -literal -offset indent"] + [dash(text(line)) for line in lines] + [".Ed", ".Pp"]
    out.pop()
    out += [".Sh SEE ALSO", ".Xr dot 1 ,", ".Xr rsvg-convert 1"]
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(json.load(sys.stdin)["command"], sys.argv[1]))
