// The panel: all actors of the view, one actor, one line with its evidence, or a chain.

const panel = document.getElementById('panel');

/** Fills the panel for a state; `go` changes the state. */
function fillPanel(state, view, go) {
  const actor = actorOfId.get(state.entity);
  const link = linkOfId.get(state.link);
  const parts = link ? linkCard(link, go) : actor ? actorCard(actor, state, go)
    : view.form === 'path' ? pathCard(view, go) : actorList(view, go);
  panel.replaceChildren(...parts.flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
  panel.classList.toggle('open', Boolean(link || actor || view.form === 'path'));
}

const close = (go, words) =>
  element('button', { type: 'button', className: 'back', onclick: () => go({ entity: '', link: '' }) }, words);

function actorList(view, go) {
  const shown = [...view.actors].sort((a, b) => b.rank - a.rank || a.index - b.index);
  return [
    element('h2', { tabIndex: -1 }, view.form === 'focus' ? `Around ${short(view.focus.name)}` : 'Actors in the chart'),
    element('p', { className: 'lead' }, view.form === 'picture'
      ? 'Choose an actor to read what the articles say, or a line to read why it is there. Search finds all others.'
      : ''),
    listOf(shown, (actor) => actorButton(actor, actor.role, go), 100),
  ];
}

function actorCard(actor, state, go) {
  const stated = actor.links.filter((link) => !link.beside)
    .sort((a, b) => b.strength - a.strength || a.index - b.index);
  const beside = actor.links.filter((link) => link.beside)
    .sort((a, b) => b.weight - a.weight || b.beside[1] - a.beside[1] || a.index - b.index);
  const isFocus = state.focus === actor.id && !state.from;
  return [
    close(go, '← All actors'),
    element('p', { className: 'kicker' }, mark(actor.kind), actor.kind, actor.named ? '' : ', only described'),
    element('h2', { tabIndex: -1 }, actor.name),
    actor.role ? element('p', { className: 'lead' }, actor.role) : null,
    element('p', { className: 'facts' }, `${counted(actor.mentions, 'mention')} in ${counted(actor.articles, 'article')}`),
    element('div', { className: 'actions' },
      isFocus
        ? [
          element('button', { type: 'button', onclick: () => go({ focus: '', depth: 1 }) }, 'Leave the neighbourhood'),
          state.depth < 2 ? element('button', { type: 'button', onclick: () => go({ depth: 2 }) }, 'Two links around')
            : element('button', { type: 'button', onclick: () => go({ depth: 1 }) }, 'One link around'),
        ]
        : element('button', { type: 'button', onclick: () => go({ focus: actor.id, depth: 1, from: '', to: '' }) }, 'Show neighbourhood')),
    pathForm(actor, go),
    section('Roles', actor.roles, ([label, of, count]) =>
      [element('span', {}, of ? `${label}, ${of}` : label), times(count)]),
    section('Also written', actor.aliases, ([text, count, rule]) =>
      [element('span', { className: 'alias' }, text), times(count), element('code', { title: 'Why it is the same' }, rules[rule])]),
    section('Joined across articles', actor.merges, ([names, rule]) =>
      [element('span', {}, names.map((name) => `“${short(name || actor.name)}”`).join(' = ')), element('code', { title: 'The sieve that joined them' }, rules[rule])]),
    stated.length ? element('h3', {}, `Relations (${grouped(stated.length)})`) : null,
    stated.length ? listOf(stated, (link) => relation(link, actor, go)) : null,
    beside.length ? element('h3', {}, `Named together with (${grouped(beside.length)})`) : null,
    beside.length ? listOf(beside, (link) => besideRow(link, actor, go)) : null,
    stated.length + beside.length ? null : element('p', { className: 'facts' }, 'No link of this actor is in this file.'),
  ];
}

const times = (count) => (count > 1 ? element('span', { className: 'count' }, `×${grouped(count)}`) : null);

function section(title, items, row) {
  return items.length ? [element('h3', {}, title), listOf(items, row)] : null;
}

/** A relation of an actor: the other end, the words, the best quote. */
function relation(link, actor, go) {
  const other = otherEnd(link, actor);
  const arrow = link.symmetric ? '↔' : link.source === actor ? '→' : '←';
  const button = element('button', { type: 'button', className: 'relation', 'data-link': link.id, onclick: () => go({ link: link.id }) },
    element('span', { className: 'arrow', 'aria-hidden': 'true' }, arrow), mark(other.kind),
    element('span', { className: 'name' }, short(other.name)), element('span', { className: `words ${link.modality}` }, short(link.words)));
  const direction = link.symmetric ? '' : link.source === actor ? 'to ' : 'from ';
  button.setAttribute('aria-label', `${short(link.words)}, ${direction}${short(other.name)}: evidence`);
  return [button, link.quotes.length ? quoteBlock(link.quotes[0], [link.source, link.target], link.label) : null];
}

function besideRow(link, actor, go) {
  const other = otherEnd(link, actor);
  return element('button', { type: 'button', className: 'relation', 'data-link': link.id, onclick: () => go({ link: link.id }) },
    mark(other.kind), element('span', { className: 'name' }, short(other.name)), element('span', { className: 'count' }, `×${grouped(link.weight)}`));
}

/** Everything that links two actors, the link that was chosen first. */
function linkCard(link, go) {
  const { source, target } = link;
  const all = source.links.filter((other) => otherEnd(other, source) === target);
  all.sort((a, b) => (b === link) - (a === link) || Boolean(a.beside) - Boolean(b.beside) || b.strength - a.strength || a.index - b.index);
  return [
    close(go, '← All actors'),
    element('p', { className: 'kicker' }, link.beside ? 'named together' : 'relation'),
    element('h2', { tabIndex: -1, className: 'pair' }, short(source.name), element('span', { className: 'arrow' }, link.beside || link.symmetric ? ' – ' : ' → '), short(target.name)),
    element('div', { className: 'actions' }, [source, target].map((actor) => actorButton(actor, '', go))),
    all.map((one) => element('section', { className: 'evidence', 'data-link': one.id },
      element('h3', { className: one.modality },
        one.source === source || one.beside ? '' : `${short(one.source.name, 40)} → ${short(one.target.name, 40)}: `, short(statement(one))),
      element('p', { className: 'facts' }, facts(one)),
      one.quotes.map((quote) => quoteBlock(quote, [source, target], one.label)),
      one.weight > one.quotes.length && one.quotes.length
        ? element('p', { className: 'facts' }, `The file holds ${counted(one.quotes.length, 'quote')} of ${grouped(one.weight)}.`) : null)),
  ];
}

/** Each step of a chain with its best evidence. */
function pathCard(view, go) {
  const { actors: steps, lines, from, to } = view;
  const title = element('h2', { tabIndex: -1 }, `From ${short(from.name)} to ${short(to.name)}`);
  const leave = element('button', { type: 'button', className: 'back', onclick: () => go({ from: '', to: '', entity: from.id }) }, '← Leave the path');
  if (view.broken) return [leave, title, element('p', {}, 'No chain of links joins the two, with the filters as they are.')];
  const rows = steps.slice(1).map((actor, at) => {
    const before = steps[at];
    const between = lines.filter((line) => [line.source, line.target].includes(actor) && [line.source, line.target].includes(before))
      .flatMap((line) => line.links).sort((a, b) => Boolean(a.beside) - Boolean(b.beside) || b.strength - a.strength);
    const [best] = between;
    return element('section', { className: 'evidence' },
      element('h3', {}, actorButton(before, '', go), element('button', { type: 'button', className: `words ${best.modality}`, onclick: () => go({ link: best.id }) },
        `${best.symmetric || best.beside ? '–' : best.source === before ? '→' : '←'} ${short(statement(best))}`), actorButton(actor, '', go)),
      best.quotes.length ? quoteBlock(best.quotes[0], [best.source, best.target], best.label) : null,
      between.length > 1 ? element('p', { className: 'facts' }, `and ${counted(between.length - 1, 'other link')} between the two`) : null);
  });
  return [leave, title, element('p', { className: 'facts' }, `${counted(steps.length - 1, 'step')}; the strongest chain, not the only one.`), rows];
}

function pathForm(actor, go) {
  const id = 'path-to';
  const input = element('input', { id, type: 'search', placeholder: 'another actor', autocomplete: 'off', spellcheck: false });
  const box = element('div', { className: 'search path' }, element('label', { for: id }, 'Path to'), input);
  suggest(input, (other) => go({ from: actor.id, to: other.id, entity: '', link: '', focus: '' }), (other) => other !== actor);
  return box;
}
