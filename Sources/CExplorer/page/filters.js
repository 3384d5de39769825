// The filters. They change the address, and the address changes them.

const filters = document.getElementById('filters');
const filterButton = document.getElementById('filter-button');

const weights = [1, 2, 3, 5, 10]
  .map((count) => [count, count === 1 ? 'once or more' : `at least ${count} times`]);
const articleCounts = [1, 2, 3, 5]
  .map((count) => [count, count === 1 ? 'one or more' : `at least ${count}`]);
const sizes = [20, 40, 80, 160, 320];

function tally(key, some = links) {
  const counts = new Map();
  for (const item of some) counts.set(item[key], (counts.get(item[key]) ?? 0) + 1);
  return counts;
}

/** A box to tick for each word of a set; `flips` where the set holds what is not wanted. */
function ticks(title, words, set, change, nameOf, counts, flips = false) {
  const boxes = words.map((word) => {
    const box = element('input',
      { type: 'checkbox', checked: set.has(word) !== flips, 'data-word': word });
    box.addEventListener('change', () => {
      const next = new Set(set);
      if (box.checked !== flips) next.add(word);
      else next.delete(word);
      change(next);
    });
    return element('label', {}, box, kinds.includes(word) ? mark(word) : '',
      element('span', {}, nameOf(word)), span('count', grouped(counts.get(word) ?? 0)));
  });
  return element('fieldset', {}, element('legend', {}, title), boxes);
}

function choice(title, id, value, options, change) {
  const select = element('select', { id, onchange: () => change(select.value) },
    options.map(([key, words]) =>
      element('option', { value: key, selected: String(key) === String(value) }, words)));
  return element('p', { className: 'choice' }, element('label', { for: id }, title), select);
}

function fillFilters(state, go) {
  const focused = document.activeElement?.dataset?.word ?? document.activeElement?.id;
  const byCount = tally('predicate');
  const names = [...byCount.keys()]
    .sort((a, b) => byCount.get(b) - byCount.get(a) || (a < b ? -1 : 1));
  const stated = new Set(names.filter((name) => name !== together));
  const show = (value) =>
    go({ show: value === 'all' ? value : Number(value), focus: '', from: '', to: '' });
  filters.replaceChildren(
    element('h2', {}, 'Filter'),
    choice('Actors shown', 'filter-show', state.show, sizeChoices(state), show),
    ticks('Kinds', kinds, state.kinds, (next) => go({ kinds: next }),
      (kind) => kindWords[kind], tally('kind', actors)),
    ticks('How far the texts vouch for it', modalities, state.modality,
      (next) => go({ modality: next }), (word) => word,
      tally('modality', links.filter((link) => !link.beside))),
    choice('Stated or named together', 'filter-weight', state.weight, weights,
      (value) => go({ weight: Number(value) })),
    choice('Articles that have it', 'filter-articles', state.articles, articleCounts,
      (value) => go({ articles: Number(value) })),
    ticks('Relations', names, state.without, (next) => go({ without: next }),
      predicateWords, byCount, true),
    element('div', { className: 'actions' },
      button('All relations', () => go({ without: new Set() })),
      button('Stated only', () => go({ without: new Set([together]) })),
      button('Named together only', () => go({ without: stated })),
      button('Reset', () => go({ ...startState(), entity: state.entity, link: state.link }),
        { id: 'filter-reset' })));
  filterButton.classList.toggle('on', hasFilter(state));
  filterButton.textContent = hasFilter(state) ? 'Filter (on)' : 'Filter';
  // Whoever filters by keyboard stays where he was.
  const again = focused && CSS.escape(focused);
  if (again) filters.querySelector(`[data-word="${again}"], #${again}`)?.focus();
}

function sizeChoices(state) {
  const counts = new Set([...sizes.filter((count) => count < actors.length), startCount]);
  if (state.show !== 'all') counts.add(state.show);
  return [
    ...[...counts].sort((a, b) => a - b)
      .map((count) => [count, count === startCount ? `${count}, as at the start` : count]),
    ['all', `all ${grouped(actors.length)}`],
  ];
}

function toggleFilters(isOpen) {
  filters.hidden = !isOpen;
  filterButton.setAttribute('aria-expanded', String(isOpen));
  resize();
  if (isOpen) filters.querySelector('select')?.focus();
}
