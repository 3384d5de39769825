// What is drawn and how it is put together: from lines.js and shapes.js, only what the window shows,
// so that thousands of actors move smoothly.

const canvas = document.getElementById('canvas');
const context = canvas.getContext('2d', { alpha: false });
const legible = 5.2;

/** Whether boxes are too small for names, so that marks stand for them. */
const isFar = (k) => 10 * k < 4.2;
const showsWords = (k) => 9 * k >= legible;
const showsRoles = (k) => 8 * k >= legible;

const chart = {
  scene: null,
  // World to window: x * k + left.
  view: { k: 1, left: 0, top: 0 },
  size: { w: 1, h: 1, ratio: 1 },
  /** Whether all of the scene is shown, and stays so when the window changes. */
  isFit: true,
  /** What is pointed at, and what is open in the panel: an actor or a line's two ends. */
  hovered: null,
  opened: null,
  inks: {},
};

/** Colours come from the style sheet, which knows about dark screens and paper. */
function readInks(source = getComputedStyle(document.documentElement)) {
  const names = [
    'paper', 'ink', 'quiet', 'line', 'arrow', 'beside', 'accent', ...kinds,
    ...kinds.map((kind) => kind + '-line'), ...[0, 1, 2, 3, 4, 5].map((at) => 'tint' + at),
  ];
  const ink = (name) => source.getPropertyValue('--' + name).trim();
  chart.inks = Object.fromEntries(names.map((name) => [name, ink(name)]));
}

let isScheduled = false;
function redraw() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    draw(context, chart.size, chart.view);
  });
}

/** What stands out: the actor or line that is pointed at, else the open one; with its neighbours. */
let lastLit = {};
function lit() {
  const { scene } = chart;
  const target = chart.hovered ?? chart.opened;
  if (!target || !scene) return null;
  if (lastLit.target === target && lastLit.scene === scene) return lastLit;
  lastLit = { target, scene, boxes: new Set(), lines: new Set() };
  if (target.line) {
    lastLit.boxes.add(target.from.actor).add(target.to.actor);
    lastLit.lines.add(target);
    return lastLit;
  }
  lastLit.boxes.add(target);
  for (const item of scene.lines) {
    if (item.from.actor !== target && item.to.actor !== target) continue;
    lastLit.lines.add(item);
    lastLit.boxes.add(item.from.actor).add(item.to.actor);
  }
  return lastLit;
}

function draw(to, size, view) {
  const { scene, inks } = chart;
  const { w, h, ratio } = size;
  const { k, left, top } = view;
  const onPaper = () => to.setTransform(ratio, 0, 0, ratio, 0, 0);
  const inWorld = () => to.setTransform(ratio * k, 0, 0, ratio * k, ratio * left, ratio * top);
  onPaper();
  to.globalAlpha = 1;
  to.fillStyle = inks.paper;
  to.fillRect(0, 0, w, h);
  if (!scene) return;
  const seen = seenIn(view, 0, 0, w, h);
  const light = lit();
  if (scene.isLarge) drawLayer(to, size, view, light);
  inWorld();
  if (scene.form === 'picture' && !scene.isMoving && !light) drawGroups(to, scene);
  drawLines(to, scene.isLarge ? light?.lines ?? [] : scene.lines, light, seen, k);
  const shown = (isFar(k) ? drawMarks : drawBoxes)(to, scene, light, seen, k);
  // Words are set in the sizes of the paper, so that letters are made once and not at every zoom.
  onPaper();
  if (!scene.isMoving) drawWords(to, scene, light, seen, view);
  if (isFar(k)) drawNames(to, scene, light, shown, view);
  else drawLabels(to, light, shown, view);
}

/** A font size in whole and half pixels. */
const evenly = (size) => Math.max(1, Math.floor(size * 2) / 2);

/** The part of the world that an area of the window shows, with what reaches into it. */
function seenIn({ k, left, top }, x, y, w, h) {
  return {
    left: (x - left) / k - 80, top: (y - top) / k - 40,
    right: (x + w - left) / k + 80, bottom: (y + h - top) / k + 40,
  };
}

// Thousands of lines are drawn once, a little beyond the window, and moved as a picture; what they
// look like at another scale is drawn when the hand rests.
const layer = { surface: document.createElement('canvas'), scene: null, timer: 0, again: 0 };
const beyond = 0.3;

function drawLayer(to, { w, h, ratio }, view, light) {
  const { scene, inks: { paper } } = chart;
  const corner = { x: -w * beyond, y: -h * beyond };
  const [wide, high] = [w * (1 + 2 * beyond), h * (1 + 2 * beyond)];
  // Where the layer is now, from where it was when it was drawn.
  const placed = () => {
    const scale = view.k / layer.view.k;
    const x = view.left - (layer.view.left - corner.x) * scale;
    const y = view.top - (layer.view.top - corner.y) * scale;
    return { scale, x, y, w: wide * scale, h: high * scale };
  };
  const isSame = layer.scene === scene && layer.w === w && layer.h === h &&
    layer.ratio === ratio && layer.paper === paper;
  let now = isSame ? placed() : null;
  // While the hand moves, it is drawn anew only now and then, however rough it has become.
  const isRough = now && (now.scale > 1.6 || now.scale < 0.7 ||
    now.x > 0 || now.y > 0 || now.x + now.w < w || now.y + now.h < h);
  const start = performance.now();
  if (!isSame || layer.isOld || (isRough && start > layer.again)) {
    Object.assign(layer, { scene, w, h, ratio, paper, view: { ...view }, isOld: false });
    layer.surface.width = Math.round(wide * ratio);
    layer.surface.height = Math.round(high * ratio);
    const ink = layer.surface.getContext('2d');
    ink.setTransform(ratio * view.k, 0, 0, ratio * view.k,
      ratio * (view.left - corner.x), ratio * (view.top - corner.y));
    drawLines(ink, scene.lines, null, seenIn(view, corner.x, corner.y, wide, high), view.k);
    layer.again = start + 600 + 5 * (performance.now() - start);
    now = placed();
  } else if (now.scale !== 1 || isRough) {
    clearTimeout(layer.timer);
    layer.timer = setTimeout(() => { layer.isOld = true; redraw(); }, 160);
  }
  to.globalAlpha = light ? 0.25 : 1;
  to.imageSmoothingEnabled = false;
  to.drawImage(layer.surface, now.x, now.y, now.w, now.h);
  to.globalAlpha = 1;
}
