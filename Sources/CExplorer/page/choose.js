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

/** Links of one direction between two actors as one line; co-occurrence where nothing is stated. */
function joined(some) {
  const lines = new Map();
  const key = (a, b) => a.index * actors.length + b.index;
  const add = (from, to, link) => {
    const line = lines.get(key(from, to));
    if (line) line.links.push(link);
    else lines.set(key(from, to), { source: from, target: to, links: [link] });
  };
  for (const link of some) if (!link.beside && !link.symmetric) add(link.source, link.target, link);
  for (const link of some) {
    if (link.beside || !link.symmetric) continue;
    const isThere = lines.has(key(link.source, link.target));
    if (!isThere && lines.has(key(link.target, link.source))) add(link.target, link.source, link);
    else add(link.source, link.target, link);
  }
  for (const link of some) {
    if (!link.beside) continue;
    const { source, target } = link;
    const isStated = lines.has(key(source, target)) || lines.has(key(target, source));
    if (!isStated) add(source, target, link);
  }
  return [...lines.values()].map(finished);
}

/** What is drawn of a line beside its ends. */
function finished(line) {
  const { links } = line;
  links.sort((a, b) => b.strength - a.strength || a.index - b.index);
  line.beside = Boolean(links[0].beside);
  line.negated = links.every((link) => link.modality === 'negated');
  line.doubtful = links.every((link) => ['possible', 'reported'].includes(link.modality));
  line.symmetric = links.every((link) => link.symmetric);
  const strength = links.reduce((sum, link) => sum + link.strength, 0);
  line.width = line.beside ? 0.9 : strength / 6 > 0.66 ? 2.2 : strength / 6 > 0.3 ? 1.6 : 1.1;
  const named = links.reduce(
    (sum, link) => sum + link.strength * (link.predicate === 'other' ? 0.5 : 1), 0);
  line.score = named * Math.sqrt(line.source.rank + line.target.rank);
  line.words = line.beside ? [] : lineWords(links);
  return line;
}

function lineWords(links) {
  const all = [...new Set(links.map((link) => link.words))];
  const words = (all.length > 3 ? all.slice(0, 2) : all).flatMap((text) => wrapped(text, 24, 2));
  if (all.length > 3) words.push(`+ ${all.length - 2} more`);
  return words;
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
  const lines = held.picture.lines.map((line) => {
    const parts = line.links.map((at) => links[at]);
    const [first] = parts.filter((link) => !link.symmetric).concat(parts);
    const whole = finished({ source: first.source, target: first.target, links: parts });
    return { ...whole, words: line.lines, drawn: line };
  });
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
