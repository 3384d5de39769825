// What a line says of its links, by the rules of `graphgen draw` (LinkWords.swift).

const states = new Set([
  'holds_role', 'owns', 'founded', 'family_of', 'part_of', 'located_in', 'lives_in', 'citizen_of',
  'member_of',
]);
const rankOf = ({ predicate }) =>
  states.has(predicate) ? 0 : predicate === 'other' || predicate === 'told' ? 2 : 1;

/** Two wordings of the links of one direction, the strongest first, and how many more there are. */
function lineWords(links) {
  const role = links.map(roleSaid).find(Boolean);
  const all = wordings(links).filter(({ base }) => !role || !areForms(base, role));
  const relations = [0, 1].flatMap((rank) => all.filter((wording) => wording.rank === rank));
  if (role && !relations.length) return [];
  const shown = (relations.length ? relations : all).slice(0, 2);
  const words = shown.flatMap(({ text }) => wrapped(text, 24, 2));
  if (all.length > shown.length) words[words.length - 1] += ` +${all.length - shown.length}`;
  return words;
}

/** The role that stands under its holder's name already, if this link states it. */
function roleSaid({ predicate, modality, words, source, target }) {
  const isSaid = predicate === 'holds_role' && modality === 'asserted' && source.role &&
    `${words}, ${target.name}`.toLowerCase() === source.role.toLowerCase();
  return isSaid ? words.toLowerCase() : null;
}

function wordings(links) {
  const isHolder = links.some((link) =>
    link.predicate === 'holds_role' && link.modality === 'asserted');
  const all = [];
  for (const link of links) {
    if (isHolder && link.predicate === 'member_of') continue;
    const base = link.words.replace(/^not: | \((reported|possible)\)$/g, '').toLowerCase();
    const isNegated = link.modality === 'negated';
    const isSure = link.modality === 'asserted';
    const fresh = { text: link.words, base, isNegated, isSure, rank: rankOf(link) };
    const same = all.find((known) =>
      known.isNegated === isNegated && areForms(known.base, base));
    if (!same) {
      all.push(fresh);
      continue;
    }
    const rank = Math.min(same.rank, fresh.rank);
    Object.assign(same, isSure && !same.isSure ? fresh : {}, { rank });
  }
  return all;
}

/** Whether two words are forms of one, as far as their beginnings tell. */
function areForms(a, b) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let common = 0;
  while (common < short.length && short[common] === long[common]) common += 1;
  return common >= Math.max(3, short.length - 1) && long.length - common <= 4;
}

/** The words of a line; where something leads back, with arrows as the line lies in the chart. */
function withArrows({ mutual, words, forth, back }, from, to) {
  if (!mutual) return words;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const isLevel = Math.abs(dx) >= Math.abs(dy);
  const arrows = isLevel ? ['→', '←'] : ['↓', '↑'];
  if (isLevel ? dx < 0 : dy < 0) arrows.reverse();
  return [forth, back].flatMap((some, way) =>
    some.map((text, at) => (at ? text : `${arrows[way]} ${text}`)));
}
