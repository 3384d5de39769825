// Where things stand. Views that Graphviz laid out (the picture, all actors) are taken from it; for
// the others stress majorization (Gansner, Koren, North 2004) runs here, on a few dozen actors.

const font = "'Liberation Sans', Arial, Helvetica, sans-serif";
const pen = document.createElement('canvas').getContext('2d');
const mostLaidOut = 200;

/** Breaks a text between words into at most `most` lines of about `width` letters. */
function wrapped(text, width, most) {
  const lines = [];
  let line = '';
  for (let word of text.slice(0, width * (most + 1) * 2).split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > width) { lines.push(line); line = ''; }
    while (word.length > width + 4) {
      if (line) { lines.push(line); line = ''; }
      lines.push(word.slice(0, width - 1) + '-');
      word = word.slice(width - 1);
    }
    line += line ? ' ' + word : word;
  }
  if (line) lines.push(line);
  if (lines.length > most) {
    lines.length = most;
    lines[most - 1] = lines[most - 1].slice(0, width - 1) + '…';
  }
  return lines;
}

/** An actor as a box with its words; sizes in points, by how central it is among those shown. */
function boxOf(actor, mostRank, showsRole) {
  const size = 10 + 7 * Math.sqrt(mostRank > 0 ? Math.min(1, actor.rank / mostRank) : 0);
  const name = wrapped(actor.name, 18, 3);
  const role = showsRole && actor.role ? wrapped(actor.role, 26, 2) : [];
  pen.font = `600 ${size}px ${font}`;
  const nameWidth = Math.max(...name.map((line) => pen.measureText(line).width), 1);
  let width = Math.max(nameWidth, 14);
  pen.font = `${size * 0.8}px ${font}`;
  for (const line of role) width = Math.max(width, pen.measureText(line).width);
  const w = width + size * (actor.kind === 'place' ? 2 : 1.3);
  const h = name.length * size * 1.2 + role.length * size * 0.96 + size * 0.8;
  return { actor, size, name, nameWidth, role, x: 0, y: 0, w, h };
}

/** A view as boxes and lines with places. */
function laidOut(view) {
  const places = new Map(held.picture.actors.map(([at, x, y, w, h, group]) =>
    [actors[at], { x, y, w, h, group }]));
  const isPicture = view.form !== 'path' && view.form !== 'focus' &&
    view.actors.every((actor) => places.has(actor));
  const mostRank = Math.max(...view.actors.map((actor) => actor.rank), 0);
  const isLarge = view.actors.length > mostLaidOut;
  const boxes = new Map(view.actors.map((actor) => [actor, boxOf(actor, mostRank, !isLarge)]));
  if (isPicture) {
    for (const [actor, box] of boxes) Object.assign(box, places.get(actor));
  } else if (isLarge) {
    view.actors.forEach((actor, at) => {
      [boxes.get(actor).x, boxes.get(actor).y] = actor.at ?? spiral(at);
    });
  } else if (view.form === 'path') {
    inRows([...boxes.values()], view.lines);
  } else {
    byStress([...boxes.values()], view.lines, boxes);
  }
  const lines = view.lines.map((line) => lineBetween(line, boxes, isPicture));
  const all = [...boxes.values()];
  if (!isLarge) placeWords(lines, all);
  return { form: view.form, boxes: all, lines, boxOf: boxes, isLarge, bounds: boundsOf(all) };
}

/** Even places for actors without any, the first in the middle. */
function spiral(at) {
  const angle = at * 2.399963;
  return [Math.cos(angle) * Math.sqrt(at) * 110, Math.sin(angle) * Math.sqrt(at) * 60];
}

function lineBetween(line, boxes, isPicture) {
  const drawn = isPicture ? line.drawn : null;
  const [from, to] = [boxes.get(line.source), boxes.get(line.target)];
  return {
    line, from, to, words: drawn ? line.words : withArrows(line, from, to),
    at: drawn?.at ? { x: drawn.at[0], y: drawn.at[1] } : null,
    bridge: drawn?.paths.length === 2 ? bridge(drawn.paths) : null,
    paths: drawn?.paths.length ? drawn.paths.map((path) => new Path2D(path)) : null,
    arrows: drawn?.arrows.map((points) =>
      points.trim().split(/\s+/).map((pair) => pair.split(',').map(Number))),
  };
}

/** From the end of the first part of a line to the start of the second, where its words stand. */
function bridge([first, second]) {
  const [a, b] = [first, second].map((path) => path.match(/-?\d+(\.\d+)?/g).map(Number));
  const path = new Path2D();
  path.moveTo(...a.slice(-2));
  path.lineTo(...b.slice(0, 2));
  return path;
}

function boundsOf(boxes) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, w, h } of boxes) {
    bounds.left = Math.min(bounds.left, x - w / 2);
    bounds.right = Math.max(bounds.right, x + w / 2);
    bounds.top = Math.min(bounds.top, y - h / 2);
    bounds.bottom = Math.max(bounds.bottom, y + h / 2);
  }
  return boxes.length ? bounds : { left: 0, top: 0, right: 1, bottom: 1 };
}

/** A chain in rows of four that lead to and fro. */
function inRows(boxes, lines) {
  const letters = lines.flatMap((line) => line.words.map((words) => words.length));
  const longest = Math.max(...letters, 8) * 5.5;
  const column = Math.max(...boxes.map((box) => box.w)) + longest + 40;
  boxes.forEach((box, at) => {
    const row = Math.floor(at / 4);
    box.x = (row % 2 ? 3 - (at % 4) : at % 4) * column;
    box.y = row * 130;
  });
}

/** Each connected part by stress, then the parts beside each other. */
function byStress(boxes, lines, boxOfActor) {
  const at = new Map(boxes.map((box, index) => [box, index]));
  const next = boxes.map(() => new Set());
  for (const line of lines) {
    const a = at.get(boxOfActor.get(line.source));
    const b = at.get(boxOfActor.get(line.target));
    if (a !== b) { next[a].add(b); next[b].add(a); }
  }
  const steps = boxes.map((_, from) => stepsFrom(from, next));
  const parts = [];
  const seen = new Set();
  boxes.forEach((_, start) => {
    if (seen.has(start)) return;
    const part = boxes.map((_, index) => index).filter((index) => steps[start][index] >= 0);
    part.forEach((index) => seen.add(index));
    parts.push(part);
  });
  parts.sort((a, b) => b.length - a.length || a[0] - b[0]);
  for (const part of parts) {
    relax(part, boxes, steps, next);
    separate(part.map((index) => boxes[index]));
  }
  packed(parts.map((part) => part.map((index) => boxes[index])));
}

function stepsFrom(from, next) {
  const steps = next.map(() => -1);
  steps[from] = 0;
  const queue = [from];
  for (const node of queue) {
    for (const other of next[node]) {
      if (steps[other] < 0) { steps[other] = steps[node] + 1; queue.push(other); }
    }
  }
  return steps;
}

/** Moves each box to where its distances to all others say it should be, again and again. */
function relax(part, boxes, steps, next) {
  const [centre] = [...part].sort((a, b) => next[b].size - next[a].size || a - b);
  // The start decides between equals: rings around the best linked, ordered as in the layout of all.
  const angle = (index) => {
    const [x, y] = boxes[index].actor.at ?? spiral(index);
    return Math.atan2(y, x);
  };
  const order = [...part].sort((a, b) => angle(a) - angle(b) || a - b);
  order.forEach((index, place) => {
    const turn = (place / part.length) * 2 * Math.PI;
    const ring = steps[centre][index] * 150;
    boxes[index].x = Math.cos(turn) * ring;
    boxes[index].y = Math.sin(turn) * ring;
  });
  const step = (a, b) => 112 + 8 * Math.sqrt(Math.max(next[a].size, next[b].size));
  const length = (a, b) => steps[a][b] * step(a, b) + (boxes[a].w + boxes[b].w) / 8;
  const rounds = part.length > 100 ? 60 : 140;
  for (let round = 0; round < rounds; round += 1) {
    for (const a of part) {
      let [x, y, sum] = [0, 0, 0];
      for (const b of part) {
        if (a === b) continue;
        const wanted = length(a, b);
        const weight = 1 / (wanted * wanted);
        const dx = boxes[a].x - boxes[b].x;
        const dy = boxes[a].y - boxes[b].y;
        const is = Math.hypot(dx, dy) || 1;
        x += weight * (boxes[b].x + (dx / is) * wanted);
        y += weight * (boxes[b].y + (dy / is) * wanted);
        sum += weight;
      }
      if (sum) { boxes[a].x = x / sum; boxes[a].y = y / sum; }
    }
  }
  // Words run across, and screens are wide.
  for (const index of part) boxes[index].x *= 1.35;
}

/** Pushes boxes apart that overlap, along the shorter way. */
function separate(boxes) {
  for (let round = 0; round < 120; round += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const [a, b] = [boxes[i], boxes[j]];
        const x = (a.w + b.w) / 2 + 14 - Math.abs(a.x - b.x);
        const y = (a.h + b.h) / 2 + 14 - Math.abs(a.y - b.y);
        if (x <= 0 || y <= 0) continue;
        moved = true;
        if (x < y) {
          const push = (a.x < b.x || (a.x === b.x && i < j) ? -x : x) / 2;
          a.x += push; b.x -= push;
        } else {
          const push = (a.y < b.y || (a.y === b.y && i < j) ? -y : y) / 2;
          a.y += push; b.y -= push;
        }
      }
    }
    if (!moved) return;
  }
}

/** Puts parts beside each other in rows, the largest first. */
function packed(parts) {
  const areas = parts.map((part) => {
    const { left, top, right, bottom } = boundsOf(part);
    return { part, left, top, w: right - left + 60, h: bottom - top + 50 };
  });
  const total = areas.reduce((sum, { w, h }) => sum + w * h, 0);
  const width = Math.max(areas[0]?.w ?? 0, Math.sqrt(total * 1.9));
  let [x, y, row] = [0, 0, 0];
  for (const { part, left, top, w, h } of areas) {
    if (x && x + w > width) { x = 0; y += row; row = 0; }
    for (const box of part) { box.x += x - left; box.y += y - top; }
    x += w;
    row = Math.max(row, h);
  }
}

/** The point at a share of a line. */
function pointOn({ from, to }, share) {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Finds places for words where they hide nothing; what has none shows its words when pointed at. */
function placeWords(lines, boxes) {
  const taken = boxes.map(({ x, y, w, h }) => ({ x, y, w: w + 4, h: h + 4 }));
  pen.font = `9px ${font}`;
  const areaOf = (place, words) => ({
    ...place, h: words.length * 11,
    w: Math.max(...words.map((text) => pen.measureText(text).width)) + 4,
  });
  const isFree = (area) => !taken.some((other) => touches(other, area));
  for (const item of [...lines].sort((a, b) => b.line.score - a.line.score)) {
    if (!item.words.length || item.at) continue;
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73]) {
      const area = areaOf(pointOn(item, share), item.words);
      if (!isFree(area)) continue;
      taken.push(area);
      item.at = { x: area.x, y: area.y - area.h / 2 + 8 };
      break;
    }
  }
}
