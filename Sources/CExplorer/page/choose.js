// Which actors and lines a view shows. The rules are those of `graphgen draw` (Backbone.swift), so
// that a filtered view is what the program would draw.

const significant = 10.83;
const leavesOfHub = 8;
const mostNear = 80;

/** Whether a link passes the reader's filters. */
function passes(link, state) {
  return (
    state.kinds.has(link.source.kind) && state.kinds.has(link.target.kind) &&
    !state.without.has(link.predicate) &&
    (link.beside || state.modality.has(link.modality)) &&
    link.weight >= state.weight && link.articles >= state.articles
  );
}

/** All links between two actors as one line; co-occurrence where nothing is stated. */
function joined(some) {
  const lines = new Map();
  const key = ({ source: { index: a }, target: { index: b } }) =>
    Math.min(a, b) * actors.length + Math.max(a, b);
  for (const link of some) {
    if (link.beside) continue;
    const line = lines.get(key(link));
    if (line) line.push(link);
    else lines.set(key(link), [link]);
  }
  for (const link of some) {
    if (link.beside && !lines.has(key(link))) lines.set(key(link), [link]);
  }
  return [...lines.values()].map(finished);
}

/** What is drawn of the links between two actors. */
function finished(links) {
  const first = links.reduce((a, b) => (b.index < a.index ? b : a));
  const isForth = (link) => link.source === first.source;
  const balance = links.reduce((sum, link) =>
    sum + (link.symmetric ? 0 : isForth(link) ? link.strength : -link.strength), 0);
  const isTurned = !first.beside && balance < 0;
  const line = {
    links: links.sort((a, b) => b.strength - a.strength || a.index - b.index),
    source: isTurned ? first.target : first.source, target: isTurned ? first.source : first.target,
    beside: Boolean(first.beside),
    negated: links.every((link) => link.modality === 'negated'),
    doubtful: links.every((link) => ['possible', 'reported'].includes(link.modality)),
    symmetric: links.every((link) => link.symmetric),
  };
  const forth = links.filter((link) => link.symmetric || link.source === line.source);
  const back = links.filter((link) => !forth.includes(link));
  line.mutual = back.length > 0 && forth.some((link) => !link.symmetric);
  const strength = links.reduce((sum, link) => sum + link.strength, 0);
  line.width = line.beside ? 0.9 : strength / 6 > 0.66 ? 2 : strength / 6 > 0.3 ? 1.5 : 1;
  const named = links.reduce(
    (sum, link) => sum + link.strength * (link.predicate === 'other' ? 0.5 : 1), 0);
  line.score = named * Math.sqrt(line.source.rank + line.target.rank);
  line.forth = line.beside ? [] : lineWords(forth);
  line.back = line.beside ? [] : lineWords(back);
  line.words = [...line.forth, ...line.back];
  return line;
}

/** Stated lines by score, then co-occurrence by score. */
function ranked(lines) {
  return lines.sort((a, b) => a.beside - b.beside || b.score - a.score ||
    a.source.index - b.source.index || a.target.index - b.target.index);
}

/** A name, or a description that starts with one. */
function hasFace(actor) {
  return actor.named || /^\p{Lu}/u.test(actor.name);
}

/** The view that the state asks for: actors and lines. */
function chosen(state) {
  const from = actorOfId.get(state.from);
  const to = actorOfId.get(state.to);
  const some = links.filter((link) => passes(link, state));
  if (from && to) return { form: 'path', from, to, ...chain(some, from, to) };
  const focus = actorOfId.get(state.focus);
  if (focus) return { form: 'focus', focus, ...near(some, focus, state.depth) };
  if (isStart(state)) return { form: 'picture', ...picture() };
  if (state.show === 'all') {
    const shown = new Set(actors.filter((actor) => state.kinds.has(actor.kind)));
    if (hasFilter(state)) {
      for (const actor of [...shown]) {
        if (!actor.links.some((link) => passes(link, state))) shown.delete(actor);
      }
    }
    return { form: 'all', actors: [...shown], lines: joined(some) };
  }
  return { form: 'backbone', ...backbone(some, state.show) };
}

/** What `graphgen draw` shows. */
function picture() {
  const lines = held.picture.lines.map((line) =>
    ({ ...finished(line.links.map((at) => links[at])), words: line.lines, drawn: line }));
  return { actors: held.picture.actors.map(([at]) => actors[at]), lines };
}

function backbone(some, most) {
  const mostLines = Math.round(most * 1.5);
  const shown = new Set();
  const leaves = new Map();
  const lines = [];
  const deferred = [];
  let stated = 0;
  let beside = 0;
  const take = (line, capsLeaves) => {
    const isFull = line.beside
      ? beside >= mostLines / 3 || stated + beside >= mostLines
      : stated >= mostLines;
    if (isFull) return;
    const fresh = [line.source, line.target].filter((actor) => !shown.has(actor));
    if (shown.size + fresh.length > most) return;
    if (capsLeaves && fresh.length === 1) {
      const hub = fresh[0] === line.source ? line.target : line.source;
      const count = leaves.get(hub) ?? 0;
      if (count >= leavesOfHub) return deferred.push(line);
      leaves.set(hub, count + 1);
    }
    fresh.forEach((actor) => shown.add(actor));
    lines.push(line);
    if (line.beside) beside += 1;
    else stated += 1;
  };
  const isTelling = (line) => hasFace(line.source) && hasFace(line.target) &&
    (!line.beside || held.chance || line.links[0].beside[1] > significant);
  const candidates = ranked(joined(some).filter(isTelling));
  candidates.forEach((line) => take(line, true));
  deferred.splice(0).forEach((line) => take(line, false));
  return { actors: [...shown], lines };
}

/** An actor and those at most `depth` lines away, the strongest first where there are too many. */
function near(some, focus, depth, also = []) {
  // "The chancellor" beside a name says nothing; what a text states of him does.
  const asked = new Set([focus, ...also]);
  const isFit = (actor) => hasFace(actor) || asked.has(actor);
  const isTelling = (line) => !line.beside || (isFit(line.source) && isFit(line.target));
  const lines = ranked(joined(some)).filter(isTelling);
  const shown = new Set(asked);
  let left = 0;
  for (let step = 0; step < depth; step += 1) {
    const before = new Set(shown);
    for (const line of lines) {
      const fresh = before.has(line.source) ? line.target
        : before.has(line.target) ? line.source : null;
      if (!fresh || shown.has(fresh)) continue;
      if (shown.size < mostNear) shown.add(fresh);
      else left += 1;
    }
  }
  const among = lines.filter((line) => shown.has(line.source) && shown.has(line.target));
  return { actors: [...shown], lines: among, left };
}

/** The chain whose links are strongest (Dijkstra); co-occurrence is three times as long. */
function chain(some, from, to) {
  const neighbours = new Map();
  const add = (a, b, strength) => {
    if (!neighbours.has(a)) neighbours.set(a, new Map());
    neighbours.get(a).set(b, (neighbours.get(a).get(b) ?? 0) + strength);
  };
  for (const link of some) {
    const strength = link.beside ? link.strength / 3 : link.strength;
    add(link.source, link.target, strength);
    add(link.target, link.source, strength);
  }
  const length = new Map([[from, 0]]);
  const previous = new Map();
  const open = new Set([from]);
  while (open.size) {
    let nearest = null;
    for (const actor of open) {
      if (!nearest || length.get(actor) < length.get(nearest)) nearest = actor;
    }
    open.delete(nearest);
    if (nearest === to) break;
    for (const [next, strength] of neighbours.get(nearest) ?? []) {
      const candidate = length.get(nearest) + 1 / Math.max(strength, 1e-6);
      if (candidate < (length.get(next) ?? Infinity)) {
        length.set(next, candidate);
        previous.set(next, nearest);
        open.add(next);
      }
    }
  }
  if (from !== to && !previous.has(to)) return { actors: [from, to], lines: [], broken: true };
  const steps = [to];
  while (steps[0] !== from) steps.unshift(previous.get(steps[0]));
  const place = new Map(steps.map((actor, at) => [actor, at]));
  const isStep = (line) => Math.abs(place.get(line.source) - place.get(line.target)) === 1;
  const lines = joined(some).filter(isStep);
  return { actors: steps, lines };
}
