"""Filters, neighbourhoods, paths and addresses: what the chart shows."""

import pathlib
import re

from case import Case, browser, draw, work


class FilterTests(Case):
    def test_kinds_relations_certainty_and_size_change_the_view_and_the_address(self):
        browser.click("#filter-button")
        browser.click("#filters [data-word=organization]")
        browser.settle()
        self.assertEqual(browser.texts("#panel .mark.organization"), [])
        self.assertGreater(len(self.listed()), 10)
        self.assertIn("kinds=person,place", browser.run("location.hash"))
        self.assertIn("filtered", browser.text("#caption"))
        browser.click("#filter-reset")
        browser.settle()
        self.assertEqual(browser.run("location.hash"), "")
        for word in ["asserted", "reported", "possible"]:
            browser.click(f"#filters [data-word={word}]")
        browser.settle()
        data = self.data()
        negated = sum(link["modality"] == 3 for link in data["links"])
        shown = browser.run("document.querySelector('#caption').textContent")
        self.assertIn("modality=negated", browser.run("location.hash"))
        self.assertTrue(negated == 0 or "actors" in shown)
        self.assertNotIn("stated", [] if negated else browser.text("#legend"))
        browser.click("#filter-reset")
        browser.run(
            "document.querySelector('#filter-show').value = 'all';"
            "document.querySelector('#filter-show').dispatchEvent(new Event('change'))"
        )
        browser.settle()
        count = len(data["actors"])
        self.assertIn(f"{count} of {count} actors", browser.text("#caption"))
        self.assertEqual(len(self.listed()), count)

    def test_one_relation_alone_shows_what_has_it(self):
        data = self.data()
        others = [name for name in data["predicates"] if name != "met"]
        browser.open(self.path, "#without=" + ",".join(others))
        met = [link for link in data["links"] if data["predicates"][link["predicate"]] == "met"]
        names = {data["actors"][end]["name"] for link in met for end in link["ends"]}
        self.assertEqual(set(self.listed()), names)

    def test_weight(self):
        data = self.data()
        browser.open(self.path, "#weight=2&show=all")
        strong = [link for link in data["links"] if link["weight"] >= 2]
        names = {data["actors"][end]["name"] for link in strong for end in link["ends"]}
        self.assertEqual(set(self.listed()), names)

    def test_a_neighbourhood_holds_the_neighbours(self):
        data = self.data()
        index = next(i for i, a in enumerate(data["actors"]) if a["name"] == "Pentagon")
        # Named together with somebody who is only described ("the minister") is no neighbourhood.
        has_face = (
            lambda end: data["actors"][end]["named"] or data["actors"][end]["name"][0].isupper()
        )
        near = {
            data["actors"][end]["name"]
            for link in data["links"]
            if index in link["ends"] and ("beside" not in link or all(map(has_face, link["ends"])))
            for end in link["ends"]
        }
        self.open_actor("Pentagon")
        browser.click("#panel .actions button")
        browser.settle()
        self.assertIn("focus=", browser.run("location.hash"))
        browser.press("Escape")
        browser.settle()
        self.assertEqual(set(self.listed()), near)
        self.assertEqual(browser.text("#panel h2"), "Around Pentagon")

    def test_a_path_gives_each_step_with_its_evidence(self):
        self.open_actor("Alyssa Farah")
        browser.click("#path-to")
        browser.type("Mark Esper")
        browser.press("Enter")
        browser.settle()
        self.assertEqual(browser.text("#panel h2"), "From Alyssa Farah to Mark Esper")
        steps = browser.run("document.querySelectorAll('#panel .evidence').length")
        quotes = browser.run("document.querySelectorAll('#panel .evidence blockquote').length")
        self.assertGreaterEqual(steps, 1)
        self.assertEqual(steps, quotes)
        draw(
            "Examples/articles", "--path", "Alyssa Farah", "Mark Esper", "-o", f"{work.name}/path.dot"
        )
        dot = pathlib.Path(work.name, "path.dot").read_text()
        for name in browser.texts("#panel .evidence button.actor .name"):
            self.assertIn(name.split()[-1], dot)


class AddressTests(Case):
    def test_addresses_open_what_they_name_and_the_way_back_leads_back(self):
        data = self.data()
        actor, link = data["actors"][5], data["links"][7]
        browser.open(self.path, f"#entity={actor['id']}")
        self.assertEqual(browser.text("#panel h2"), actor["name"])
        browser.open(self.path, f"#link={link['id']}")
        for end in link["ends"]:
            self.assertIn(data["actors"][end]["name"], browser.text("#panel h2"))
        browser.run(f"location.hash = '#entity={actor['id']}'")
        browser.settle(0.3)
        self.assertEqual(browser.text("#panel h2"), actor["name"])
        browser.run("history.back()")
        browser.settle(0.5)
        self.assertIn(f"link={link['id']}", browser.run("location.hash"))
        self.assertNotEqual(browser.text("#panel h2"), actor["name"])

    def test_what_is_nowhere_is_said(self):
        browser.open(self.path, "#entity=p-nobody&kinds=dragon&show=-3&path=a,b,c&weight=x")
        self.assertIn("does not hold", browser.text("#status"))
        self.assertEqual(browser.text("#panel h2"), "Actors in the chart")
