// The filters. They change the address, and the address changes them.

const filters = document.getElementById('filters');
const filterButton = document.getElementById('filter-button');

function tally(key, some = links) {
  const counts = new Map();
  for (const item of some) counts.set(item[key], (counts.get(item[key]) ?? 0) + 1);
  return counts;
}

/** A box to tick for each word of a set; `flips` where the set holds what is not wanted. */
function ticks(title, words, set, change, nameOf, counts, flips = false) {
  const boxes = words.map((word) => {
    const box = element('input', { type: 'checkbox', checked: set.has(word) !== flips, 'data-word': word });
    box.addEventListener('change', () => {
      const next = new Set(set);
      if (box.checked !== flips) next.add(word);
      else next.delete(word);
      change(next);
    });
    return element('label', {}, box, kinds.includes(word) ? mark(word) : '', element('span', {}, nameOf(word)), element('span', { className: 'count' }, grouped(counts.get(word) ?? 0)));
  });
  return element('fieldset', {}, element('legend', {}, title), boxes);
}

function choice(title, id, value, options, change) {
  const select = element('select', { id, onchange: () => change(select.value) },
    options.map(([key, words]) => element('option', { value: key, selected: String(key) === String(value) }, words)));
  return element('p', { className: 'choice' }, element('label', { for: id }, title), select);
}

function fillFilters(state, go) {
  const focused = document.activeElement?.dataset?.word ?? document.activeElement?.id;
  const byCount = tally('predicate');
  const names = [...byCount.keys()].sort((a, b) => byCount.get(b) - byCount.get(a) || (a < b ? -1 : 1));
  const stated = links.filter((link) => !link.beside);
  const counts = [startCount, 20, 40, 80, 160, 320].filter((count) => count <= actors.length);
  const sizes = [...new Set(counts)].sort((a, b) => a - b)
    .map((count) => [count, count === startCount ? `${count}, as at the start` : count]);
  if (state.show !== 'all' && !counts.includes(state.show)) sizes.push([state.show, state.show]);
  const alone = new Set(names.filter((name) => name !== together));
  filters.replaceChildren(...[
    element('h2', {}, 'Filter'),
    choice('Actors shown', 'filter-show', state.show, [...sizes, ['all', `all ${grouped(actors.length)}`]],
      (value) => go({ show: value === 'all' ? 'all' : Number(value), focus: '', from: '', to: '' })),
    ticks('Kinds', kinds, state.kinds, (next) => go({ kinds: next }), (kind) => kindWords[kind], tally('kind', actors)),
    ticks('How far the texts vouch for it', modalities, state.modality, (next) => go({ modality: next }), (word) => word, tally('modality', stated)),
    choice('Stated or named together', 'filter-weight', state.weight, [[1, 'at least once'], [2, 'at least twice'], [3, 'at least 3 times'], [5, 'at least 5 times'], [10, 'at least 10 times']],
      (value) => go({ weight: Number(value) })),
    choice('Articles that have it', 'filter-articles', state.articles, [[1, 'one or more'], [2, 'at least 2'], [3, 'at least 3'], [5, 'at least 5']],
      (value) => go({ articles: Number(value) })),
    ticks('Relations', names, state.without, (next) => go({ without: next }), predicateWords, byCount, true),
    element('div', { className: 'actions' },
      element('button', { type: 'button', onclick: () => go({ without: new Set() }) }, 'All relations'),
      element('button', { type: 'button', onclick: () => go({ without: new Set([together]) }) }, 'Stated only'),
      alone.size ? element('button', { type: 'button', onclick: () => go({ without: alone }) }, 'Named together only') : null,
      element('button', { type: 'button', id: 'filter-reset', onclick: () => go({ ...startState(), entity: state.entity, link: state.link }) }, 'Reset')),
  ].filter(Boolean));
  filterButton.classList.toggle('on', hasFilter(state));
  filterButton.textContent = hasFilter(state) ? 'Filter (on)' : 'Filter';
  if (focused) filters.querySelector(`[data-word="${CSS.escape(focused)}"], #${CSS.escape(focused)}`)?.focus();
}

function toggleFilters(isOpen) {
  filters.hidden = !isOpen;
  filterButton.setAttribute('aria-expanded', String(isOpen));
  resize();
  if (isOpen) filters.querySelector('select')?.focus();
}
