// Ties it together: address → state → view → chart and panel.

let state = startState();
/** What filters, focus and path ask for; and what is shown, which holds what is open as well. */
let base = null;
let view = null;
let lastKey = null;
let wasPointedAt = false;

function announce(text) {
  document.getElementById('status').textContent = text;
}

/** Changes the state by way of the address, so that the way back leads here. */
function go(changes) {
  const hash = hashOf({ ...state, ...changes });
  if (hash === location.hash || (hash === '#' && !location.hash)) return apply();
  location.hash = hash;
}

/** What the chart shows, apart from what is open in the panel. */
function viewKey() {
  return hashOf({ ...state, entity: '', link: '' });
}

function apply() {
  state = stateOf(location.hash);
  const isFirst = view === null;
  const old = view;
  const key = viewKey();
  if (key !== lastKey || !holdsOpen(view) || !(state.entity || state.link)) {
    if (key !== lastKey || !base) base = chosen(state);
    view = holdsOpen(base) ? base : around();
    lastKey = key;
  }
  const link = linkOfId.get(state.link);
  if (link && !lineOf(link)) {
    const line = finished([link]);
    view = { ...view, lines: [...view.lines, line] };
  }
  if (view !== old) {
    show(laidOut(view), isFirst);
    describe();
  }
  fillFilters(state, go);
  openInChart();
  fillPanel(state, view, go);
  const heading = panel.querySelector('h2');
  if (!isFirst && (state.entity || state.link || state.from)) {
    heading?.focus({ preventScroll: true });
    announce(`${heading?.textContent}. ${panel.querySelector('.lead, .facts')?.textContent ?? ''}`);
  } else if (!isFirst) {
    announce(captionText());
  }
  const [unknown] = state.unknown;
  if (unknown) announce(`This file does not hold the ${unknown} that the address names.`);
}

/** The actors that are open in the panel. */
function openActors() {
  const link = linkOfId.get(state.link);
  return link ? [link.source, link.target] : [actorOfId.get(state.entity)].filter(Boolean);
}

function holdsOpen(some) {
  const shown = new Set(some?.actors);
  return openActors().every((actor) => shown.has(actor));
}

/** Whoever is open but not in the chart is shown among its neighbours. */
function around() {
  const [focus, ...also] = openActors();
  const some = links.filter((link) => passes(link, state) || link.id === state.link);
  return { form: 'focus', focus, ...near(some, focus, 1, also) };
}

function lineOf(link) {
  const joins = ({ source, target }, actor) => source === actor || target === actor;
  return view.lines.find((line) => line.links.includes(link) ||
    (link.beside && joins(line, link.source) && joins(line, link.target)));
}

function openInChart() {
  const link = linkOfId.get(state.link);
  const actor = actorOfId.get(state.entity);
  const line = link && lineOf(link);
  chart.opened = line ? chart.scene.lines.find((item) => item.line === line)
    : link ? link.source : actor ?? null;
  if (chart.opened && !chart.scene.isMoving) reveal(chart.opened, wasPointedAt);
  wasPointedAt = false;
  redraw();
}

function captionText() {
  const shownLinks = view.form === 'all'
    ? links.filter((link) => passes(link, state)).length
    : view.lines.reduce((sum, line) => sum + line.links.length, 0);
  const { whole } = held;
  const actorCount = `${grouped(view.actors.length)} of ${counted(whole.actors, 'actor')}`;
  const parts = [`${actorCount}, ${grouped(shownLinks)} of ${counted(whole.links, 'link')}`];
  if (view.form === 'picture' || view.form === 'backbone') {
    parts.push('stated relations of the most central actors first' +
      (view.lines.some((line) => line.beside)
        ? ', then names that share sentences more often than by chance' : ''));
  } else if (view.form === 'focus') {
    parts.push(view.left ? `the ${mostNear} nearest; ${grouped(view.left)} more are linked`
      : `up to ${counted(state.depth, 'link')} away`);
  }
  if (hasFilter(state)) parts.push('filtered');
  if (actors.length < whole.actors || links.length < whole.links) {
    parts.push(`this file holds ${grouped(actors.length)} actors and ${grouped(links.length)} links`);
  }
  return parts.join(' · ');
}

/** Caption, heading of the view, legend and the canvas's own words. */
function describe() {
  document.getElementById('caption').textContent = captionText();
  canvas.setAttribute('aria-label', `Chart of ${captionText()}`);
  const crumb = document.getElementById('crumb');
  crumb.hidden = view.form !== 'focus' && view.form !== 'path';
  if (!crumb.hidden) {
    const title = view.form === 'focus' ? `Around ${short(view.focus.name, 40)}`
      : `From ${short(view.from.name, 30)} to ${short(view.to.name, 30)}`;
    const home = { focus: '', depth: 1, from: '', to: '', entity: '', link: '' };
    crumb.replaceChildren(title, button('Back to the chart', () => go(home)));
  }
  const has = (test) => view.lines.some(test);
  const strokes = [
    ['solid', 'stated', has((line) => !line.beside)],
    ['dashed', 'reported or possible', has((line) => line.doubtful && !line.beside)],
    ['dotted', 'denied', has((line) => line.negated)],
    ['thin', 'named together', has((line) => line.beside)],
  ];
  const sample = (style, words) =>
    element('li', {}, element('span', { className: style, 'aria-hidden': 'true' }), words);
  document.getElementById('legend').replaceChildren(
    ...kinds.filter((kind) => view.actors.some((actor) => actor.kind === kind))
      .map((kind) => sample(`mark ${kind}`, kind)),
    ...strokes.filter(([, , isThere]) => isThere)
      .map(([style, words]) => sample(`stroke ${style}`, words)));
}

/** A sharp drawing of the whole view on white paper, and the screen's one back afterwards. */
function print(isOn) {
  document.documentElement.classList.toggle('printing', isOn);
  readInks();
  if (!isOn) return resize();
  const { left, top, right, bottom } = chart.scene.bounds;
  const shape = Math.max(0.5, Math.min(1.1, (bottom - top) / (right - left || 1)));
  const size = { w: 1100, h: Math.round(1100 * shape), ratio: 2.5 };
  canvas.width = size.w * size.ratio;
  canvas.height = size.h * size.ratio;
  draw(context, size, viewOf(chart.scene.bounds, size, 2));
}

function openTarget(target) {
  wasPointedAt = Boolean(target);
  if (!target) {
    if (state.entity || state.link) go({ entity: '', link: '' });
  } else if (target.line) go({ link: target.line.links[0].id, entity: '' });
  else go({ entity: target.id, link: '' });
}

readInks();
resize();
apply();
listen(openTarget);
suggest(document.getElementById('search'),
  (actor) => go({ entity: actor.id, link: '', from: '', to: '' }));
filterButton.addEventListener('click', () => toggleFilters(filters.hidden));
addEventListener('hashchange', apply);
new ResizeObserver(() => {
  if (!document.documentElement.classList.contains('printing')) resize();
}).observe(canvas);
addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));
for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
  matchMedia(query).addEventListener('change', () => { readInks(); redraw(); });
}
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.matches('input, select, textarea');
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById('search').focus();
  } else if (event.key === 'Escape') {
    if (!filters.hidden) { toggleFilters(false); filterButton.focus(); }
    else if (state.entity || state.link) { go({ entity: '', link: '' }); canvas.focus(); }
  }
});
