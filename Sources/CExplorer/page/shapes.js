// Actors: boxes with words where they can be read, else marks with as many names as fit.

const touches = (a, b) =>
  Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h;

function outline(to, { actor, x, y, w, h }) {
  to.beginPath();
  if (actor.kind === 'person') to.roundRect(x - w / 2, y - h / 2, w, h, Math.min(10, h / 2));
  else if (actor.kind === 'organization') to.rect(x - w / 2, y - h / 2, w, h);
  else {
    const slant = Math.min(h / 2.2, w / 4);
    to.moveTo(x - w / 2, y);
    to.lineTo(x - w / 2 + slant, y - h / 2);
    to.lineTo(x + w / 2 - slant, y - h / 2);
    to.lineTo(x + w / 2, y);
    to.lineTo(x + w / 2 - slant, y + h / 2);
    to.lineTo(x - w / 2 + slant, y + h / 2);
    to.closePath();
  }
}

/** Draws the boxes and returns those that are seen. */
function drawBoxes(to, scene, light, seen, k) {
  const shown = scene.boxes.filter(({ x, y, w, h }) =>
    x + w / 2 >= seen.left && x - w / 2 <= seen.right &&
    y + h / 2 >= seen.top && y - h / 2 <= seen.bottom);
  for (const box of shown) {
    const { actor, size } = box;
    to.globalAlpha = light && !light.boxes.has(actor) ? 0.22 : 1;
    outline(to, box);
    to.fillStyle = chart.inks[actor.kind];
    to.strokeStyle = chart.inks[actor.kind + '-line'];
    to.lineWidth = size > 14 ? 2 : 1.2;
    to.fill();
    to.stroke();
    if (isOpen(actor)) ring(to, box, k);
  }
  to.globalAlpha = 1;
  return shown;
}

/** Names in boxes, and roles where they can be read; from afar a name has its box to itself. */
function drawLabels(to, light, shown, { k, left, top }) {
  to.textAlign = 'center';
  for (const { actor, x, y, w, h, size, name, nameWidth, role } of shown) {
    to.globalAlpha = light && !light.boxes.has(actor) ? 0.22 : 1;
    to.fillStyle = chart.inks.ink;
    const [px, py] = [x * k + left, y * k + top];
    const hasRole = showsRoles(k);
    const room = Math.min(1.5, (w - 6) / nameWidth, (h - 4) / (name.length * size * 1.15));
    const larger = hasRole ? 1 : Math.max(1, room);
    const letter = evenly(size * k * larger);
    const small = evenly(size * 0.8 * k);
    const height = name.length * letter * 1.16 + (hasRole ? role.length * small * 1.2 : 0);
    let line = py - height / 2 + letter * 0.92;
    to.font = `600 ${letter}px ${font}`;
    for (const text of name) { to.fillText(text, px, line); line += letter * 1.16; }
    if (!hasRole) continue;
    line -= letter - small;
    to.fillStyle = chart.inks.quiet;
    to.font = `${small}px ${font}`;
    for (const text of role) { to.fillText(text, px, line); line += small * 1.2; }
  }
  to.globalAlpha = 1;
}

function isOpen(actor) {
  const { opened } = chart;
  return opened === actor ||
    Boolean(opened?.line && (opened.from.actor === actor || opened.to.actor === actor));
}

function ring(to, { x, y, w, h }, k) {
  to.strokeStyle = chart.inks.accent;
  to.lineWidth = Math.max(2, 2 / k);
  to.beginPath();
  to.roundRect(x - w / 2 - 5, y - h / 2 - 5, w + 10, h + 10, 10);
  to.stroke();
}

/** Far out: a mark for each actor. Returns those that stand out, the open and most central first. */
function drawMarks(to, scene, light, seen, k) {
  const shown = [];
  const paths = new Map();
  for (const box of scene.boxes) {
    const { actor, x, y } = box;
    if (x < seen.left || x > seen.right || y < seen.top || y > seen.bottom) continue;
    const isLit = !light || light.boxes.has(actor);
    const key = (isLit ? '1' : '0') + actor.kind;
    if (!paths.has(key)) paths.set(key, new Path2D());
    const path = paths.get(key);
    const r = markSize(box) / k;
    if (actor.kind === 'person') { path.moveTo(x + r, y); path.arc(x, y, r, 0, 7); }
    else if (actor.kind === 'organization') path.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    else {
      path.moveTo(x - r * 1.2, y);
      path.lineTo(x, y - r * 1.2);
      path.lineTo(x + r * 1.2, y);
      path.lineTo(x, y + r * 1.2);
      path.closePath();
    }
    if (isOpen(actor)) ring(to, { x, y, w: 2 * r, h: 2 * r }, k);
    if (isLit) shown.push(box);
  }
  for (const [key, path] of [...paths].sort()) {
    to.globalAlpha = key[0] === '1' ? 1 : 0.2;
    to.fillStyle = chart.inks[key.slice(1) + '-line'];
    to.fill(path);
  }
  to.globalAlpha = 1;
  return shown.sort((a, b) => isOpen(b.actor) - isOpen(a.actor) || b.actor.rank - a.actor.rank);
}

/** As many names of marks as fit beside each other; more the nearer one comes. */
function drawNames(to, scene, light, shown, { k, left, top }) {
  const most = light || !scene.isLarge ? 80 : 30 + 500 * k;
  const taken = [];
  to.textAlign = 'center';
  for (const box of shown.slice(0, 4 * most)) {
    if (taken.length >= most) break;
    const size = evenly(10.5 + 3.5 * Math.sqrt(box.actor.rank));
    box.short ??= short(box.actor.name, 28);
    if (!box.shortWidth) {
      pen.font = `600 100px ${font}`;
      box.shortWidth = pen.measureText(box.short).width / 100;
    }
    const [x, y] = [box.x * k + left, box.y * k + top - markSize(box) - 8];
    const area = { x, y, w: box.shortWidth * size + 6, h: size * 1.25 };
    if (taken.some((other) => touches(other, area))) continue;
    taken.push(area);
    to.globalAlpha = 0.78;
    to.fillStyle = chart.inks.paper;
    to.fillRect(area.x - area.w / 2, area.y - area.h / 2, area.w, area.h);
    to.globalAlpha = 1;
    to.font = `600 ${size}px ${font}`;
    to.fillStyle = chart.inks.ink;
    to.fillText(box.short, area.x, area.y + size * 0.35);
  }
}

const markSize = (box) => 2 + 7 * Math.sqrt(box.actor.rank);
