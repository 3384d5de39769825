// A field that suggests actors, as the ARIA practices describe a combobox with a list.

let fields = 0;

/** Makes `input` suggest actors that pass `isWanted`; `choose` gets the one that is taken. */
function suggest(input, choose, isWanted = () => true) {
  fields += 1;
  const list = element('ul', {
    id: `suggestions-${fields}`, role: 'listbox', hidden: true, 'aria-label': 'Actors found',
  });
  const attributes = {
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.after(list);
  let hits = [];
  let active = -1;

  const activate = (index) => {
    active = index;
    [...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === active)));
    if (active < 0 || !hits.length) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', list.children[active].id);
    list.children[active].scrollIntoView({ block: 'nearest' });
  };
  const hide = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  const take = (index) => {
    const hit = hits[index];
    if (!hit) return;
    input.value = '';
    hits = [];
    hide();
    choose(hit.actor);
  };
  const update = () => {
    hits = found(input.value, 40).filter(({ actor }) => isWanted(actor)).slice(0, 8);
    list.replaceChildren(...hits.map(({ actor, text }, index) =>
      element('li', { id: `${list.id}-${index}`, role: 'option', 'aria-selected': 'false',
        onpointerdown: (event) => event.preventDefault(), onclick: () => take(index) },
      mark(actor.kind), element('span', { className: 'name' }, short(actor.name)),
      text !== actor.name ? element('span', { className: 'detail' }, `also “${short(text, 40)}”`)
        : actor.role ? element('span', { className: 'detail' }, short(actor.role, 50)) : null)));
    const isAsked = folded(input.value).length > 0;
    if (isAsked && !hits.length) {
      const none = { className: 'none', role: 'option', 'aria-disabled': 'true' };
      list.append(element('li', none, 'No actor has a name like this.'));
    }
    list.hidden = !isAsked;
    input.setAttribute('aria-expanded', String(isAsked));
    activate(hits.length ? 0 : -1);
    if (!isAsked) return;
    const first = hits[0] && short(hits[0].actor.name);
    announce(first ? `${counted(hits.length, 'actor')} found, first ${first}` : 'No actor found');
  };
  input.addEventListener('input', update);
  input.addEventListener('blur', hide);
  input.addEventListener('keydown', (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key] && hits.length) {
      event.preventDefault();
      activate((active + steps[event.key] + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    }
  });
}
