"""words-corp-suffixes.tsv: legal forms of companies that can only be that."""

import json
import re

from .sources import Sources
from .text import fold

# Of the short forms, those that are no other abbreviation and no word ("Co", "Con", "CIO", "Spa"
# are); the hand-written part of the pack has the ambiguous ones that are worth it.
_SHORT = set("""
aps asa bhd bvba cvba eurl gesmbh ggmbh gmbh inc jsc kft kgaa llc lllp llp ltd ltda nyrt ojsc oyj
pjsc plc pllc prl pte pty saog sarl sdn snc sprl srl tbk tdv uab zrt eood ead dooel sapi scrl sicav
saoc stg mbh nv bv ooo oao zao pao
""".split())
_NO_SUFFIX = set("""
ambassade botschaft bezirk canton cantone comune consorzio distretto district embassy gemeinde
kanton commune other undivided unlimited private public limited company association bank trust
group partnership corporation society union foundation cooperative procura prokura trustco
""".split())


def rows(sources: Sources) -> list[tuple[str, ...]]:
    path = sources.file("corp-names", "corp_names/data/company_suffixes.json")
    words = set()
    for form in json.loads(path.read_text(encoding="utf-8")):
        for word in fold(form).split():
            if word in _SHORT or re.fullmatch(r"(?:[a-z]\.){2,4}", word):
                words.add(word)
        word = fold(form)
        if re.fullmatch(r"(?:[bcdfghjklmnpqrstvwxz]{5,7})|[a-z]{3,6}(?:mbh|msz|hga)", word):
            if word not in _NO_SUFFIX:
                words.add(word)
    for word in ("inc", "ltd", "corp", "bros"):
        words.add(word + ".")
    return [(word, "org.suffix") for word in sorted(words)]
