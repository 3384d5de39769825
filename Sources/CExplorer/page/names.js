// Finding actors by any of their names, and names in quotes.

const letters = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h',
};

/** Case-folded words without accents and punctuation. */
function folded(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => letters[letter])
    .replace(/[’'`]/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Consonants with those joined that transliterations exchange, vowels and doubles left out. */
function skeleton(word) {
  return word.replace(/[aeiouyh]/g, '').replace(/[qc]/g, 'k').replace(/z/g, 's').replace(/w/g, 'v')
    .replace(/j/g, 'g').replace(/(.)\1+/g, '$1');
}

/** Edit distance with neighbours exchanged counted once (Damerau 1964), up to `most`. */
function isWithin(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      let best = Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] === b[j] ? 0 : 1));
      if (i && j && a[i] === b[j - 1] && a[i - 1] === b[j]) best = Math.min(best, before[j - 1] + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] <= most;
}

/** How well a typed word fits one of a name: 3 same, 2 beginning, 1 or more a spelling, 0 not. */
function fit(typed, typedKey, word, key) {
  if (typed === word) return 3;
  if (word.startsWith(typed)) return 2;
  if (typed.length < 4) return 0;
  if (isWithin(typed, word, typed.length < 8 ? 1 : 2)) return 1.3;
  return key.length > 1 && typedKey === key ? 1 : 0;
}

let nameIndex = null;
function namesOfAll() {
  nameIndex ??= byRank.map((actor) => ({
    actor,
    names: [actor.name, ...actor.aliases.map(([text]) => text)].map((text) => {
      const words = folded(text.slice(0, 400)).slice(0, 40);
      return { text, words, keys: words.map(skeleton) };
    }),
  }));
  return nameIndex;
}

/** Actors that a name may mean, best first, each with the spelling that fits best. */
function found(query, most = 8) {
  const typed = folded(query.slice(0, 200)).slice(0, 8).map((word) => [word, skeleton(word)]);
  if (!typed.length) return [];
  const hits = [];
  for (const { actor, names } of namesOfAll()) {
    let best = null;
    for (const [at, { text, words, keys }] of names.entries()) {
      let score = 0;
      for (const [word, key] of typed) {
        let top = 0;
        for (let i = 0; i < words.length && top < 3; i += 1) {
          top = Math.max(top, fit(word, key, words[i], keys[i]));
        }
        if (!top) { score = 0; break; }
        score += top;
      }
      // A name itself is preferred to another spelling of it, whole names to parts.
      if (score) {
        score = score / typed.length - (at ? 0.3 : 0) + (words.length === typed.length ? 0.25 : 0);
      }
      if (score && (!best || score > best.score)) best = { actor, score, text };
    }
    if (best) hits.push(best);
  }
  hits.sort((a, b) => b.score - a.score || b.actor.rank - a.actor.rank ||
    a.actor.index - b.actor.index);
  return hits.slice(0, most);
}

const isLetter = (text) => Boolean(text) && /[\p{L}\p{N}]/u.test(text);

/** The parts of a quote: plain text, names of `some` actors, and the words that state the link. */
function marked(quote, some, label) {
  const wanted = [];
  for (const actor of some) {
    const names = [actor.name, ...actor.aliases.map(([text]) => text)];
    if (actor.kind === 'person') {
      names.push(...names.map((name) => name.split(' ').at(-1)).filter((name) => name.length > 2));
    }
    for (const name of new Set(names)) if (name) wanted.push({ text: name, actor });
  }
  if (label) wanted.push({ text: label });
  wanted.sort((a, b) => b.text.length - a.text.length);
  const taken = [];
  for (const { text, actor } of wanted) {
    for (let at = quote.indexOf(text); at >= 0; at = quote.indexOf(text, at + 1)) {
      const end = at + text.length;
      if (isLetter(quote[at - 1]) || isLetter(quote[end])) continue;
      if (taken.some((span) => at < span.end && end > span.at)) continue;
      taken.push({ at, end, actor });
    }
  }
  taken.sort((a, b) => a.at - b.at);
  const parts = [];
  let done = 0;
  for (const { at, end, actor } of taken) {
    if (at > done) parts.push({ text: quote.slice(done, at) });
    parts.push({ text: quote.slice(at, end), kind: actor ? actor.kind : 'label' });
    done = end;
  }
  if (done < quote.length) parts.push({ text: quote.slice(done) });
  return parts;
}
