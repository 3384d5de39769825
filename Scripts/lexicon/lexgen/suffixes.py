"""words-corp-suffixes.tsv: legal forms of companies that can only be that."""

import json
import re

from .sources import Sources
from .text import fold

# Forms of the list that are words or other abbreviations as often, or names of single places.
_NO_SUFFIX = set("""
a ab ad ag as at ba be bd bv ca cc cd co com da de dd do ei el es eu fa gp hb hf id ii in is it ja
jv ka kg kt la lc lda ll lp ma mb me ne no ns oe of ok on op os ou pa pc pe pp pt rt sa sc se si sk
sl sm sp ss st su ta td te tv ua ug us vi za zu the and for group trust bank club company limited
partnership association cooperative corporation incorporated society union foundation organization
unlimited public private liability enterprise venture holding holdings general joint stock sole
trader chartered professional service national federal credit insurance mutual nonprofit institute
fund investment business commercial firm house register registered open closed special simple
european international de societe and con non act bank banking
aktien bond com foreign indigenous limitee members ordinary owned pdt per state statutory
""".split())
_ALWAYS = """inc corp ltd plc llc llp gmbh sarl s.a. s.p.a. spa n.v. b.v. a.g. ag nv bv oyj oy ab asa
a/s aps pty pte kgaa sas srl s.r.l. sdn bhd kk k.k. co. cos. inc. corp. ltd. bros bros. saoc qsc psc pjsc
ojsc jsc oao zao ooo pao tbk kft zrt doo d.o.o. incorporated s.a.""".split()


def rows(sources: Sources) -> list[tuple[str, ...]]:
    path = sources.file("corp-names", "corp_names/data/company_suffixes.json")
    words = set(_ALWAYS)
    for form in json.loads(path.read_text(encoding="utf-8")):
        word = fold(form)
        # One token of three to nine letters, or an abbreviation with its periods.
        if re.fullmatch(r"[a-z]{3,9}|(?:[a-z]\.){2,5}", word) and word not in _NO_SUFFIX:
            words.add(word)
    return [(word, "org.suffix") for word in sorted(words)]
