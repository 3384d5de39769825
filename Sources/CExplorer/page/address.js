// The view in the address, so that it can be sent, bookmarked and gone back to.

const startCount = held.picture.actors.length;

/** The view that the page opens with. */
function startState() {
  return {
    entity: '', link: '', focus: '', depth: 1, from: '', to: '', show: startCount,
    kinds: new Set(kinds), without: new Set(), modality: new Set(modalities), weight: 1, articles: 1,
  };
}

function hasFilter(state) {
  return state.kinds.size < kinds.length || state.without.size > 0 ||
    state.modality.size < modalities.length || state.weight > 1 || state.articles > 1;
}

function isStart(state) {
  return !hasFilter(state) && state.show === startCount;
}

const numberIn = (text, low, high, otherwise) => {
  const number = Number.parseInt(text, 10);
  return number >= low && number <= high ? number : otherwise;
};

/** Reads an address; what it does not know is as at the start. */
function stateOf(hash) {
  const state = startState();
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const list = (name, known) =>
    (parts.get(name) ?? '').split(',').filter((word) => known.includes(word));
  state.entity = actorOfId.has(parts.get('entity')) ? parts.get('entity') : '';
  state.link = linkOfId.has(parts.get('link')) ? parts.get('link') : '';
  state.focus = actorOfId.has(parts.get('focus')) ? parts.get('focus') : '';
  state.depth = numberIn(parts.get('depth'), 1, 3, 1);
  const ends = (parts.get('path') ?? '').split(',');
  if (ends.length === 2 && ends.every((id) => actorOfId.has(id))) [state.from, state.to] = ends;
  const show = parts.get('show');
  state.show = show === 'all' ? show : numberIn(show, 2, actors.length, startCount);
  if (parts.has('kinds')) state.kinds = new Set(list('kinds', kinds));
  state.without = new Set(list('without', predicates));
  if (parts.has('modality')) state.modality = new Set(list('modality', modalities));
  state.weight = numberIn(parts.get('weight'), 1, 1e6, 1);
  state.articles = numberIn(parts.get('articles'), 1, 1e6, 1);
  // An address may name what is nowhere in this file: say so instead of showing something else.
  state.unknown = ['entity', 'link', 'focus'].filter((name) => parts.get(name) && !state[name]);
  return state;
}

/** The address of a state: what differs from the start. */
function hashOf(state) {
  const parts = [];
  const put = (name, value) =>
    parts.push(`${name}=${String(value).split(',').map(encodeURIComponent).join(',')}`);
  if (state.entity) put('entity', state.entity);
  if (state.link) put('link', state.link);
  if (state.focus) put('focus', state.focus);
  if (state.focus && state.depth > 1) put('depth', state.depth);
  if (state.from && state.to) put('path', `${state.from},${state.to}`);
  if (state.show !== startCount) put('show', state.show);
  if (state.kinds.size < kinds.length) put('kinds', [...state.kinds].join(','));
  if (state.without.size) put('without', [...state.without].join(','));
  if (state.modality.size < modalities.length) put('modality', [...state.modality].join(','));
  if (state.weight > 1) put('weight', state.weight);
  if (state.articles > 1) put('articles', state.articles);
  return '#' + parts.join('&');
}
