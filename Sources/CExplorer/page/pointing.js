// What is at a point of the window.

/** The actor or line at a point of the window. */
function at(px, py) {
  const { scene, view: { k, left, top } } = chart;
  if (!scene) return null;
  const [x, y] = [(px - left) / k, (py - top) / k];
  const far = isFar(k);
  for (let i = scene.boxes.length - 1; i >= 0; i -= 1) {
    const box = scene.boxes[i];
    const reach = (markSize(box) + 3) / k;
    const [w, h] = far ? [reach, reach] : [box.w / 2, box.h / 2];
    if (Math.abs(x - box.x) <= w && Math.abs(y - box.y) <= h) return box.actor;
  }
  if (far && scene.isLarge) return null;
  let best = null;
  for (const item of scene.lines) {
    const reach = 6 / k;
    const isOnWords = item.at && item.words.some((words, row) =>
      Math.abs(x - item.at.x) <= words.length * 2.5 && Math.abs(y - (item.at.y + row * 10.8 - 3)) <= 6);
    if (isOnWords) return item;
    const away = item.paths ? awayFromPath(item, px, py, reach) : awayFromLine(item, x, y);
    if (away <= reach && (!best || away < best.away)) best = { item, away };
  }
  return best?.item ?? null;
}

function awayFromPath({ paths }, px, py, reach) {
  const { ratio } = chart.size;
  const { k, left, top } = chart.view;
  context.save();
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * left, ratio * top);
  context.lineWidth = reach * 2;
  const isOn = paths.some((path) => context.isPointInStroke(path, px * ratio, py * ratio));
  context.restore();
  return isOn ? reach / 2 : Infinity;
}

function awayFromLine({ from: a, to: b }, x, y) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - a.x - dx * share, y - a.y - dy * share);
}
