// Small pieces of the page. Text goes in as text, never as markup.

/** An element with properties, attributes (`aria-…`), listeners (`onclick`) and children. */
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key.includes('-') || key === 'role' || key === 'for') made.setAttribute(key, value);
    else made[key] = value;
  }
  const isShown = (child) => child !== null && child !== undefined && child !== false && child !== '';
  made.append(...children.flat(Infinity).filter(isShown));
  return made;
}

/** A button with words. */
function button(words, onclick, properties = {}) {
  return element('button', { type: 'button', onclick, ...properties }, words);
}

/** The shape and colour of a kind; the word is for those who do not see it. */
function mark(kind) {
  return element('span', { className: `mark ${kind}`, role: 'img', 'aria-label': kind });
}

function actorButton(actor, detail, go) {
  return button([
    mark(actor.kind), element('span', { className: 'name' }, short(actor.name)),
    detail ? element('span', { className: 'detail' }, short(detail, 60)) : null,
  ], () => go({ entity: actor.id, link: '' }), { className: 'actor', 'data-id': actor.id });
}

/** A long list, a part at a time. */
function listOf(items, row, first = 12, step = 200) {
  const list = element('ul', { className: 'plain' });
  let shown = 0;
  const more = button('', () => grow(step, true), { className: 'more' });
  const grow = (count, takesFocus) => {
    const fresh = items.slice(shown, shown + count).map((item) => element('li', {}, row(item)));
    list.append(...fresh);
    shown += fresh.length;
    more.hidden = shown >= items.length;
    const left = items.length - shown;
    more.textContent = `Show ${grouped(Math.min(left, step))} more`;
    if (left > step) more.textContent += ` of ${grouped(left)}`;
    if (takesFocus) fresh[0]?.querySelector('button, a')?.focus();
  };
  grow(items.length <= first + 3 ? first + 3 : first, false);
  return [list, more];
}

/** One quote with its names marked, where it stands, and the rule that found it. */
function quoteBlock([place, rule], some, label) {
  const [article, line, text] = quotes[place];
  const source = articles[article] ?? { id: 'unknown article' };
  const shown = marked(text, some, label).map((part) =>
    part.kind ? element('mark', { className: part.kind }, part.text) : part.text);
  const title = short(source.title ?? source.id, 120);
  const isWeb = /^https?:\/\//i.test(source.url ?? '');
  const name = isWeb
    ? element('a', { href: source.url, rel: 'noopener noreferrer', target: '_blank' }, title)
    : title;
  return element('blockquote', {}, element('p', {}, shown),
    element('footer', {}, element('cite', {}, name),
      source.date ? `, ${source.date.slice(0, 10)}` : '', `, line ${grouped(line)}`,
      element('code', { title: 'The rule that found it' }, rules[rule])));
}

/** What a link says in words. */
function statement(link) {
  if (link.beside) return `Named together in ${counted(link.weight, 'sentence')}`;
  return link.words;
}

function facts(link) {
  const words = [];
  if (link.beside) words.push(`association ${link.beside[0]}`, `significance ${link.beside[1]}`);
  else words.push(predicateWords(link.predicate), link.modality, `stated ${grouped(link.weight)}×`);
  words.push(`in ${counted(link.articles, 'article')}`);
  if (link.dates) words.push([...new Set(link.dates)].join(' to '));
  return words.join(' · ');
}
