"""The start, search, and what is read of an actor and a link."""

import html
import json
import pathlib
import re

from case import Case, browser, work


class StartTests(Case):
    def test_shows_what_the_picture_shows(self):
        svg = pathlib.Path(work.name, "actors.svg").read_text()
        # In the picture leaves that say the same may share a box; here each stands alone.
        drawn = re.findall(
            r'<g class="(?:actor|member)[^"]*" [^>]*>\s*<title>(.*?) \((?:person|organization|place)\)',
            svg,
        )
        self.assertGreater(len(drawn), 20)
        self.assertEqual(sorted(self.listed()), sorted(map(html.unescape, drawn)))
        counts = re.search(r"Shown: (\d+ of \d+ actors), (\d+ of \d+ links)", svg)
        self.assertIn(", ".join(counts.groups()), browser.text("#caption"))
        for words in ["person", "organization", "place", "stated"]:
            self.assertIn(words, browser.text("#legend"))

    def test_allows_its_own_script_and_nothing_else(self):
        policy = browser.run("document.querySelector('[http-equiv]').content")
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)
        for attempt in [
            "document.body.innerHTML = '<b>x</b>'",
            "setTimeout('window.bad = 3')",
            "(() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
            "document.body.append(s); })()",
            "document.body.setAttribute('onclick', 'window.bad = 2')",
            "fetch('https://example.org/')",
        ]:
            failed = browser.run(
                f"(async () => {{ try {{ await ({attempt}); return false; }} catch {{ return true; }} }})()"
            )
            self.assertTrue(failed, attempt)
        browser.click_at(640, 400)
        self.assertIsNone(browser.run("window.bad ?? null"))
        browser.settle()
        self.assertIn("ContentSecurityPolicyIssue", browser.issues)
        browser.issues.clear()
        browser.console.clear()

    def test_an_actor_and_a_link_open_by_a_click_in_the_chart(self):
        x, y, tip = self.find_in_chart(lambda tip: "→" not in tip and "named together" not in tip)
        browser.click_at(x, y)
        browser.settle()
        name = tip.split(" · ")[0]
        self.assertEqual(browser.text("#panel h2"), name)
        self.assertIn("entity=", browser.run("location.hash"))
        browser.press("Escape")
        x, y, tip = self.find_in_chart(lambda tip: "→" in tip)
        browser.click_at(x, y)
        browser.settle()
        self.assertIn("link=", browser.run("location.hash"))
        for words in tip.split("\n")[0].split(" — ")[1].split(" → "):
            self.assertIn(words, browser.text("#panel"))

    def test_dragging_and_the_wheel_move_the_chart_and_open_nothing(self):
        before = browser.call("Page.captureScreenshot")["data"]
        browser.mouse("mousePressed", 300, 600, button="left", clickCount=1)
        for step in range(8):
            browser.mouse("mouseMoved", 300 + step * 20, 600, button="left", buttons=1)
        browser.mouse("mouseReleased", 440, 600, button="left", clickCount=1)
        browser.settle(0.2)
        moved = browser.call("Page.captureScreenshot")["data"]
        self.assertNotEqual(before, moved)
        browser.mouse("mouseWheel", 400, 400, deltaX=0, deltaY=-240)
        browser.settle(0.2)
        self.assertNotEqual(moved, browser.call("Page.captureScreenshot")["data"])
        self.assertEqual(browser.run("location.hash"), "")


class SearchTests(Case):
    def test_finds_names_other_spellings_and_near_misses(self):
        rows = [
            ("alyssa", "Alyssa Farah"),
            ("FARAH", "Alyssa Farah"),
            ("Qasem Soleimani", "Qassem Soleimani"),
            ("Kassem Soleymani", "Qassem Soleimani"),
            ("joão lourenço", "Joao Lourenco"),
            ("danilenco", "Viktor Danilenko"),
            ("adeyemi bright", "Folake Adeyemi-Bright"),
        ]
        for typed, name in rows:
            self.search(typed)
            self.assertEqual(browser.texts("[role=option] .name")[0], name, typed)
            browser.run("document.querySelector('#search').value = ''")
        self.search("zzxqy")
        self.assertIn("No actor", browser.text("[role=listbox]"))
        self.assertIn("No actor", browser.text("#status"))

    def test_says_by_which_spelling_it_was_found(self):
        self.search("Qasem")
        self.assertIn("Qasem Soleimani", browser.text("[role=listbox]"))

    def test_an_actor_outside_the_picture_is_shown_among_its_neighbours(self):
        shown = set(self.listed())
        actors = self.data()["actors"]
        other = next(a for a in actors if a["name"] not in shown and a["named"])
        self.open_actor(other["name"])
        self.assertIn(f"Around {other['name']}", browser.text("#crumb"))
        browser.click("#crumb button")
        browser.settle()
        self.assertEqual(set(self.listed()), shown)


class CardTests(Case):
    def test_an_actor_answers_for_itself(self):
        self.open_actor("Qassem Soleimani")
        text = browser.text("#panel")
        for words in [
            "person",
            "commander",
            "Qasem Soleimani",
            "Roles",
            "Also written",
            "Relations",
            "Joined across articles",
            "identity/canonical",
            "Named together with",
        ]:
            self.assertIn(words, text)
        self.assertIn("Qassem Soleimani", browser.texts("#panel mark.person"))
        self.assertRegex(text, r"letter-affair-\w+, line \d+")
        self.assertIn("engine/role.apposition", text)

    def test_a_link_answers_for_itself(self):
        self.open_actor("Alyssa Farah")
        browser.click("#panel button.relation")
        browser.settle()
        text = browser.text("#panel")
        self.assertIn("Alyssa Farah", browser.text("#panel h2"))
        for words in [
            "spokeswoman",
            "holds role · asserted",
            "in 2 articles",
            "engine/role.premodifier",
        ]:
            self.assertIn(words, text)
        marks = browser.texts("#panel mark")
        for words in ["Alyssa Farah", "Pentagon", "spokeswoman"]:
            self.assertIn(words, marks)
        # Its ends lead to their cards.
        browser.click("#panel .actions button.actor:nth-child(2)")
        self.assertEqual(browser.text("#panel h2"), "Pentagon")

    def test_every_link_shows_a_quote_with_its_document_and_rule(self):
        data = self.data()
        for link in data["links"][::12]:
            browser.run(f"location.hash = '#link={link['id']}'")
            browser.wait(f"document.querySelector('#panel [data-link={json.dumps(link['id'])}]')")
            place, rule = link["quotes"][0]
            article, line, _ = data["quotes"][place]
            text = browser.text(f"#panel [data-link={json.dumps(link['id'])}]")
            self.assertIn(f"{data['articles'][article]['id']}, line {line}", text)
            self.assertIn(data["rules"][rule], text)
