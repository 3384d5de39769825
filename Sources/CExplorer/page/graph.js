// The graph as the page holds it: actors, links and their quotes.

const held = JSON.parse(document.getElementById('data').textContent);
const { actors, links, articles, quotes, rules, predicates } = held;

const kinds = ['person', 'organization', 'place'];
const kindWords = { person: 'people', organization: 'organizations', place: 'places' };
const modalities = ['asserted', 'reported', 'possible', 'negated'];
const together = 'cooccurs';

const actorOfId = new Map();
const linkOfId = new Map();

for (const [index, actor] of actors.entries()) {
  actor.index = index;
  actor.links = [];
  actor.aliases ??= [];
  actor.roles ??= [];
  actor.merges ??= [];
  actorOfId.set(actor.id, actor);
}
for (const [index, link] of links.entries()) {
  link.index = index;
  [link.source, link.target] = link.ends.map((at) => actors[at]);
  link.predicate = predicates[link.predicate];
  link.modality = modalities[link.modality];
  link.source.links.push(link);
  if (link.target !== link.source) link.target.links.push(link);
  linkOfId.set(link.id, link);
}

/** Actors, the most central first. */
const byRank = [...actors].sort((a, b) => b.rank - a.rank || a.index - b.index);

function otherEnd(link, actor) {
  return link.source === actor ? link.target : link.source;
}

/** A relation's name as words. */
function predicateWords(predicate) {
  if (predicate === together) return 'named together';
  if (predicate === 'other') return 'other verbs';
  return predicate.replaceAll('_', ' ');
}

function grouped(number) {
  return number.toLocaleString('en');
}

function counted(number, one, many = one + 's') {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** Names are shown whole in an actor's card alone. */
function short(text, most = 80) {
  const letters = text.length > most ? [...text.slice(0, 2 * most)] : [];
  return letters.length > most ? letters.slice(0, most - 1).join('') + '…' : text;
}
