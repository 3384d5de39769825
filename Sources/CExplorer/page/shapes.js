// Actors: boxes with words where they can be read, else marks with as many names as fit.

const touches = (a, b) => Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h;

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

function drawBoxes(to, scene, light, seen, k) {
  to.textAlign = 'center';
  for (const box of scene.boxes) {
    const { actor, x, y, w, h, size } = box;
    if (x + w / 2 < seen.left || x - w / 2 > seen.right || y + h / 2 < seen.top || y - h / 2 > seen.bottom) continue;
    to.globalAlpha = light && !light.boxes.has(actor) ? 0.15 : 1;
    outline(to, box);
    // Faded boxes hide the lines behind them all the same.
    to.fillStyle = chart.inks[actor.kind];
    to.strokeStyle = chart.inks[actor.kind + '-line'];
    to.lineWidth = size > 14 ? 2 : 1.2;
    to.fill();
    to.stroke();
    if (isOpen(actor)) ring(to, box, k);
    to.fillStyle = chart.inks.ink;
    if (!showsRoles(k)) {
      // From afar the name has the box to itself.
      const large = size * Math.max(1, Math.min(1.5, (w - 6) / box.nameWidth, (h - 4) / (box.name.length * size * 1.15)));
      to.font = `600 ${large}px ${font}`;
      box.name.forEach((text, at) => to.fillText(text, x, y + (at - (box.name.length - 1) / 2) * large * 1.12 + large * 0.35));
      continue;
    }
    const height = box.name.length * size * 1.2 + box.role.length * size * 0.96;
    let line = y - height / 2 + size * 0.95;
    to.font = `600 ${size}px ${font}`;
    for (const text of box.name) { to.fillText(text, x, line); line += size * 1.2; }
    line -= size * 0.18;
    to.fillStyle = chart.inks.quiet;
    to.font = `${size * 0.8}px ${font}`;
    for (const text of box.role) { to.fillText(text, x, line); line += size * 0.96; }
  }
  to.globalAlpha = 1;
}

const isOpen = (actor) => chart.opened === actor || (chart.opened?.line && (chart.opened.from.actor === actor || chart.opened.to.actor === actor));

function ring(to, { x, y, w, h }, k) {
  to.strokeStyle = chart.inks.accent;
  to.lineWidth = Math.max(2, 2 / k);
  to.beginPath();
  to.roundRect(x - w / 2 - 5, y - h / 2 - 5, w + 10, h + 10, 10);
  to.stroke();
}

/** Far out: a mark an actor, and the names of the most central that do not touch each other. */
function drawMarks(to, scene, light, seen, k) {
  const named = [];
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
    else { path.moveTo(x - r * 1.2, y); path.lineTo(x, y - r * 1.2); path.lineTo(x + r * 1.2, y); path.lineTo(x, y + r * 1.2); path.closePath(); }
    if (isOpen(actor)) ring(to, { x, y, w: 2 * r, h: 2 * r }, k);
    if (isLit) named.push(box);
  }
  for (const [key, path] of [...paths].sort()) {
    to.globalAlpha = key[0] === '1' ? 1 : 0.2;
    to.fillStyle = chart.inks[key.slice(1) + '-line'];
    to.fill(path);
  }
  to.globalAlpha = 1;
  named.sort((a, b) => isOpen(b.actor) - isOpen(a.actor) || b.actor.rank - a.actor.rank);
  const taken = [];
  to.textAlign = 'center';
  to.lineJoin = 'round';
  to.strokeStyle = chart.inks.paper;
  to.fillStyle = chart.inks.ink;
  to.lineWidth = 3 / k;
  // More names the nearer one comes.
  const most = light || !scene.isLarge ? 80 : 30 + 500 * k;
  for (const box of named.slice(0, 4 * most)) {
    if (taken.length >= most) break;
    const size = (10.5 + 3.5 * Math.sqrt(box.actor.rank)) / k;
    box.short ??= short(box.actor.name, 28);
    if (!box.shortWidth) {
      pen.font = `600 100px ${font}`;
      box.shortWidth = pen.measureText(box.short).width / 100;
    }
    const area = { x: box.x, y: box.y - (markSize(box) + 8) / k, w: box.shortWidth * size + 8 / k, h: size * 1.3 };
    if (taken.some((other) => touches(other, area))) continue;
    taken.push(area);
    to.font = `600 ${size}px ${font}`;
    to.strokeText(box.short, area.x, area.y + size * 0.35);
    to.fillText(box.short, area.x, area.y + size * 0.35);
  }
}

const markSize = (box) => 2 + 7 * Math.sqrt(box.actor.rank);
