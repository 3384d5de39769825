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

const heading = (...words) => element('h2', { tabIndex: -1 }, ...words);
const fact = (...words) => element('p', { className: 'facts' }, ...words);
const span = (className, words) => element('span', { className }, words);
const back = (words, changes, go) => button(words, () => go(changes), { className: 'back' });
const because = (rule, title) => element('code', { title }, rules[rule]);
const times = (count) => (count > 1 ? span('count', `×${grouped(count)}`) : null);

/** Stated first, then by strength. */
const byStrength = (a, b) =>
  Boolean(a.beside) - Boolean(b.beside) || b.strength - a.strength || a.index - b.index;

function actorList(view, go) {
  const shown = [...view.actors].sort((a, b) => b.rank - a.rank || a.index - b.index);
  const lead = 'Choose an actor to read what the articles say, or a line to read why it is there. ' +
    'Search finds all others.';
  return [
    heading(view.form === 'focus' ? `Around ${short(view.focus.name)}` : 'Actors in the chart'),
    view.form === 'picture' ? element('p', { className: 'lead' }, lead) : null,
    listOf(shown, (actor) => actorButton(actor, actor.role, go), 100),
  ];
}

function actorCard(actor, state, go) {
  const stated = actor.links.filter((link) => !link.beside).sort(byStrength);
  const beside = actor.links.filter((link) => link.beside)
    .sort((a, b) => b.weight - a.weight || b.beside[1] - a.beside[1] || a.index - b.index);
  return [
    back('← All actors', { entity: '', link: '' }, go),
    element('p', { className: 'kicker' },
      mark(actor.kind), actor.kind, actor.named ? '' : ', only described'),
    heading(actor.name),
    actor.role ? element('p', { className: 'lead' }, actor.role) : null,
    fact(`${counted(actor.mentions, 'mention')} in ${counted(actor.articles, 'article')}`),
    element('div', { className: 'actions' }, neighbourhood(actor, state, go)),
    pathForm(actor, go),
    section('Roles', actor.roles, ([label, of, count]) =>
      [element('span', {}, of ? `${label}, ${of}` : label), times(count)]),
    section('Also written', actor.aliases, ([text, count, rule]) =>
      [element('span', {}, text), times(count), because(rule, 'Why it is the same')]),
    section('Joined across articles', actor.merges, ([names, rule]) => [
      element('span', {}, names.map((name) => `“${short(name || actor.name)}”`).join(' = ')),
      because(rule, 'The sieve that joined them'),
    ]),
    section(`Relations (${grouped(stated.length)})`, stated, (link) => relation(link, actor, go)),
    section(`Named together with (${grouped(beside.length)})`, beside,
      (link) => besideRow(link, actor, go)),
    actor.links.length ? null : fact('No link of this actor is in this file.'),
  ];
}

function section(title, items, row) {
  return items.length ? [element('h3', {}, title), listOf(items, row)] : null;
}

function neighbourhood(actor, state, go) {
  if (state.focus !== actor.id || state.from) {
    const changes = { focus: actor.id, depth: 1, from: '', to: '' };
    return button('Show neighbourhood', () => go(changes));
  }
  return [
    button('Leave the neighbourhood', () => go({ focus: '', depth: 1 })),
    state.depth < 2 ? button('Two links around', () => go({ depth: 2 }))
      : button('One link around', () => go({ depth: 1 })),
  ];
}

/** A relation of an actor: the other end, the words, the best quote. */
function relation(link, actor, go) {
  const other = otherEnd(link, actor);
  const isOut = link.source === actor;
  const direction = link.symmetric ? '' : isOut ? 'to ' : 'from ';
  const row = button([
    element('span', { className: 'arrow', 'aria-hidden': 'true' },
      link.symmetric ? '↔' : isOut ? '→' : '←'),
    mark(other.kind), span('name', short(other.name)),
    span(`words ${link.modality}`, short(link.words)),
  ], () => go({ link: link.id }), {
    className: 'relation', 'data-link': link.id,
    'aria-label': `${short(link.words)}, ${direction}${short(other.name)}: evidence`,
  });
  const [best] = link.quotes;
  return [row, best ? quoteBlock(best, [link.source, link.target], link.label) : null];
}

function besideRow(link, actor, go) {
  const other = otherEnd(link, actor);
  return button(
    [mark(other.kind), span('name', short(other.name)), span('count', `×${grouped(link.weight)}`)],
    () => go({ link: link.id }), { className: 'relation', 'data-link': link.id });
}

/** Everything that links two actors, the link that was chosen first. */
function linkCard(link, go) {
  const { source, target } = link;
  const all = source.links.filter((other) => otherEnd(other, source) === target);
  all.sort((a, b) => (b === link) - (a === link) || byStrength(a, b));
  return [
    back('← All actors', { entity: '', link: '' }, go),
    element('p', { className: 'kicker' }, link.beside ? 'named together' : 'relation'),
    heading(short(source.name),
      span('arrow', link.beside || link.symmetric ? ' – ' : ' → '), short(target.name)),
    element('div', { className: 'actions' },
      [source, target].map((actor) => actorButton(actor, '', go))),
    all.map((one) => evidence(one, source, target)),
  ];
}

function evidence(link, source, target) {
  // What goes the other way says so.
  const way = link.source === source || link.beside ? ''
    : `${short(link.source.name, 40)} → ${short(link.target.name, 40)}: `;
  const count = link.quotes.length;
  return element('section', { className: 'evidence', 'data-link': link.id },
    element('h3', { className: link.modality }, way, short(statement(link))),
    fact(facts(link)),
    link.quotes.map((quote) => quoteBlock(quote, [source, target], link.label)),
    count && link.weight > count
      ? fact(`The file holds ${counted(count, 'quote')} of ${grouped(link.weight)}.`) : null);
}

/** Each step of a chain with its best evidence. */
function pathCard(view, go) {
  const { actors: steps, lines, from, to } = view;
  const top = [
    back('← Leave the path', { from: '', to: '', entity: from.id }, go),
    heading(`From ${short(from.name)} to ${short(to.name)}`),
  ];
  if (view.broken) {
    const words = 'No chain of links joins the two, with the filters as they are.';
    return [...top, element('p', {}, words)];
  }
  const count = counted(steps.length - 1, 'step');
  return [
    ...top, fact(`${count}; the strongest chain, not the only one.`),
    steps.slice(1).map((actor, at) => pathStep(steps[at], actor, lines, go)),
  ];
}

function pathStep(before, actor, lines, go) {
  const joins = ({ source, target }) =>
    (source === before && target === actor) || (source === actor && target === before);
  const between = lines.filter(joins).flatMap((line) => line.links).sort(byStrength);
  const [best] = between;
  const arrow = best.symmetric || best.beside ? '–' : best.source === before ? '→' : '←';
  return element('section', { className: 'evidence' },
    element('h3', {}, actorButton(before, '', go),
      button(`${arrow} ${short(statement(best))}`, () => go({ link: best.id }),
        { className: `words ${best.modality}` }),
      actorButton(actor, '', go)),
    best.quotes.length ? quoteBlock(best.quotes[0], [best.source, best.target], best.label) : null,
    between.length > 1
      ? fact(`and ${counted(between.length - 1, 'other link')} between the two`) : null);
}

function pathForm(actor, go) {
  const id = 'path-to';
  const input = element('input',
    { id, type: 'search', placeholder: 'another actor', autocomplete: 'off', spellcheck: false });
  const box = element('div', { className: 'search path' },
    element('label', { for: id }, 'Path to'), input);
  const choose = (other) => go({ from: actor.id, to: other.id, entity: '', link: '', focus: '' });
  suggest(input, choose, (other) => other !== actor);
  return box;
}
