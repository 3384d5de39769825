// Lines, their arrows and words, and the bands of communities behind them.

/** Communities of the picture as quiet bands behind their members and the lines among them. */
function drawGroups(to, scene) {
  to.lineWidth = 16;
  to.lineCap = 'round';
  for (const { from, to: end, paths } of scene.lines) {
    if (!paths || from.group < 0 || from.group !== end.group) continue;
    to.strokeStyle = chart.inks['tint' + (from.group % 6)];
    for (const path of paths) to.stroke(path);
  }
  for (const box of scene.boxes) {
    if (!(box.group >= 0)) continue;
    to.fillStyle = chart.inks['tint' + (box.group % 6)];
    to.beginPath();
    to.roundRect(box.x - box.w / 2 - 9, box.y - box.h / 2 - 9, box.w + 18, box.h + 18, 14);
    to.fill();
  }
  to.lineCap = 'butt';
}

/** Where a line from `other` meets the border of a box. */
function border(box, other) {
  const [dx, dy] = [other.x - box.x, other.y - box.y];
  const [x, y] = [Math.abs(dx) || 1e-9, Math.abs(dy) || 1e-9];
  const share = Math.min((box.w / 2 + 1) / x, (box.h / 2 + 1) / y, 1);
  return { x: box.x + dx * share, y: box.y + dy * share };
}

function drawLines(to, items, light, seen, k) {
  const { scene } = chart;
  const hasBoxes = !isFar(k);
  const thin = Math.max(1, 0.75 / k);
  const groups = new Map();
  for (const item of items) {
    const { from, to: end, line } = item;
    if (Math.max(from.x, end.x) < seen.left || Math.min(from.x, end.x) > seen.right ||
      Math.max(from.y, end.y) < seen.top || Math.min(from.y, end.y) > seen.bottom) continue;
    const isLit = light?.lines.has(item);
    const key = (isLit ? 32 : 0) + (light && !isLit ? 0 : 16) + (line.beside ? 0 : 8) +
      (line.negated ? 4 : line.doubtful ? 2 : 0);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  for (const [key, group] of [...groups].sort((a, b) => a[0] - b[0])) {
    const { line } = group[0];
    to.globalAlpha = key >= 16 ? 1 : line.beside ? 0.15 : 0.2;
    if (scene.isLarge && !light) to.globalAlpha = hasBoxes ? 0.8 : line.beside ? 0.3 : 0.4;
    to.strokeStyle = line.beside ? chart.inks.beside : key >= 32 ? chart.inks.ink : chart.inks.line;
    to.fillStyle = key >= 32 ? chart.inks.ink : chart.inks.arrow;
    const dash = line.negated ? [1.5, 3] : line.doubtful ? [5, 3] : [];
    to.setLineDash(hasBoxes ? dash : dash.map((length) => length * thin));
    for (const item of group) {
      to.lineWidth = (hasBoxes ? item.line.width : item.line.beside ? 0.5 : 1) * thin;
      if (item.paths && !scene.isMoving) {
        for (const path of item.paths) to.stroke(path);
        // Where the words are too small to be shown, the line has no gap for them.
        if (item.bridge && !showsWords(k)) to.stroke(item.bridge);
        continue;
      }
      to.beginPath();
      // Lines end at the border of a box; to marks, which hide less, they go all the way.
      const start = hasBoxes && item.line.mutual ? border(item.from, item.to) : item.from;
      const end = hasBoxes ? border(item.to, item.from) : item.to;
      to.moveTo(start.x, start.y);
      to.lineTo(end.x, end.y);
      to.stroke();
    }
    to.setLineDash([]);
    if (hasBoxes && !line.beside) for (const item of group) drawArrow(to, item, seen, k);
  }
  to.globalAlpha = 1;
}

const holds = (seen, { x, y }) =>
  x >= seen.left && x <= seen.right && y >= seen.top && y <= seen.bottom;

function drawArrow(to, item, seen, k) {
  const { scene } = chart;
  if (item.line.symmetric) return;
  const ends = item.line.mutual ? [[item.from, item.to], [item.to, item.from]] : [[item.from, item.to]];
  if (!ends.some(([from, end]) => holds(seen, border(end, from)))) return;
  to.beginPath();
  if (item.arrows && !scene.isMoving) {
    for (const points of item.arrows) {
      points.forEach(([x, y], at) => (at ? to.lineTo(x, y) : to.moveTo(x, y)));
    }
  } else {
    for (const [from, end] of ends) addHead(to, border(end, from), from);
  }
  to.fill();
  // From afar heads grow with the lines, else they would not be seen.
  if (k < 0.75) {
    to.lineWidth = 1.6 / k;
    to.strokeStyle = to.fillStyle;
    to.stroke();
  }
}

/** The head of an arrow at a point, seen from another. */
function addHead(to, tip, from) {
  const turn = Math.atan2(tip.y - from.y, tip.x - from.x);
  for (const side of [0, 2.72, -2.72]) {
    const reach = side ? 9 : 0;
    const [x, y] = [tip.x + Math.cos(turn + side) * reach, tip.y + Math.sin(turn + side) * reach];
    if (side) to.lineTo(x, y);
    else to.moveTo(x, y);
  }
}

/** The words of lines; those of what is pointed at always, and large enough to be read. */
function drawWords(to, scene, light, seen, { k, left, top }) {
  const taken = [];
  to.textAlign = 'center';
  for (const item of scene.lines) {
    const isLit = light?.lines.has(item);
    if (!item.words.length || (!isLit && !showsWords(k))) continue;
    const place = item.at ?? (isLit ? pointOn(item, 0.5) : null);
    if (!place || !holds(seen, place)) continue;
    const size = evenly(isLit ? Math.max(9 * k, 10) : 9 * k);
    to.font = `${size}px ${font}`;
    const w = Math.max(...item.words.map((words) => to.measureText(words).width)) + 3;
    const h = item.words.length * size * 1.2;
    // The middle stays where it is; words that are larger than their place stay off each other.
    const x = place.x * k + left;
    const y = (place.y + (item.words.length / 2) * 10.8 - 8.2) * k + top;
    const isLarger = size > 9 * k && !chart.opened?.line;
    if (isLarger && taken.some((other) => touches(other, { x, y, w, h }))) continue;
    if (isLarger) taken.push({ x, y, w, h });
    to.globalAlpha = light && !isLit ? 0.12 : 0.88;
    to.fillStyle = chart.inks.paper;
    to.fillRect(x - w / 2, y - h / 2, w, h);
    to.globalAlpha = light && !isLit ? 0.12 : 1;
    to.fillStyle = isLit ? chart.inks.ink : chart.inks.quiet;
    item.words.forEach((words, at) => to.fillText(words, x, y - h / 2 + (at + 0.78) * size * 1.2));
  }
  to.globalAlpha = 1;
}
