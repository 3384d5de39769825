// Moving about in the chart: by mouse, touch and keys, and on its own to what was asked for.

const isCalm = matchMedia('(prefers-reduced-motion: reduce)');
let motion = 0;

function limits() {
  const { bounds } = chart.scene;
  const [w, h] = [bounds.right - bounds.left + 1, bounds.bottom - bounds.top + 1];
  const whole = Math.min(chart.size.w / w, chart.size.h / h);
  return { low: Math.min(whole * 0.5, 0.5), high: 6 };
}

/** Zooms by a factor around a point of the window. */
function zoomAt(factor, px = chart.size.w / 2, py = chart.size.h / 2) {
  if (!chart.scene) return;
  const { view } = chart;
  const { low, high } = limits();
  const k = Math.max(low, Math.min(high, view.k * factor));
  view.left = px - ((px - view.left) / view.k) * k;
  view.top = py - ((py - view.top) / view.k) * k;
  view.k = k;
  chart.isFit = false;
  redraw();
}

function panBy(dx, dy) {
  chart.view.left += dx;
  chart.view.top += dy;
  chart.isFit = false;
  redraw();
}

/** The view that shows an area of the world as large as is useful. */
function viewOf({ left, top, right, bottom }, { w, h }, most = 1.35, margin = 28) {
  const across = (w - 2 * margin) / (right - left || 1);
  const down = (h - 2 * margin) / (bottom - top || 1);
  const k = Math.min(across, down, most);
  return { k, left: w / 2 - ((left + right) / 2) * k, top: h / 2 - ((top + bottom) / 2) * k };
}

/** Runs `step` with a share from 0 to 1, at once where the reader wants no movement. */
function animate(step, milliseconds = 320) {
  cancelAnimationFrame(motion);
  if (isCalm.matches || document.hidden) return step(1);
  const start = performance.now();
  const tick = (now) => {
    const share = Math.min(1, Math.max(0, (now - start) / milliseconds));
    step(share < 1 ? 1 - (1 - share) ** 3 : 1);
    if (share < 1) motion = requestAnimationFrame(tick);
  };
  motion = requestAnimationFrame(tick);
}

function moveTo(goal) {
  const start = { ...chart.view };
  chart.isFit = false;
  animate((share) => {
    for (const key of ['k', 'left', 'top']) {
      chart.view[key] = start[key] + (goal[key] - start[key]) * share;
    }
    redraw();
  });
}

function showAll() {
  if (!chart.scene) return;
  moveTo(viewOf(chart.scene.bounds, chart.size));
  chart.isFit = true;
}

/** Brings an actor or a line into sight where its neighbours can be read, unless it was pointed at. */
function reveal(target, wasPointedAt) {
  const boxes = target.line ? [target.from, target.to] : [chart.scene.boxOf.get(target)];
  if (boxes.some((box) => !box)) return;
  const { k, left, top } = chart.view;
  const { w, h } = chart.size;
  const isInside = (x, y) => x > 40 && x < w - 40 && y > 30 && y < h - 30;
  const isSeen = boxes.every(({ x, y }) => isInside(x * k + left, y * k + top));
  if (isSeen && (wasPointedAt || showsRoles(k))) return;
  const near = target.line ? boxes : chart.scene.boxes.filter(({ actor }) => lit().boxes.has(actor));
  const { x, y } = boxes[0];
  // All neighbours, or where these are too many to be read, what stands around the actor.
  const goal = viewOf(boundsOf(near), chart.size, 1.15, 60);
  const closeBy = { left: x - 300, right: x + 300, top: y - 180, bottom: y + 180 };
  moveTo(isFar(goal.k) ? viewOf(closeBy, chart.size) : goal);
}

/** Shows a new scene; actors that were there before move to their new places. */
function show(scene, isFirst) {
  const before = chart.scene;
  chart.scene = scene;
  chart.hovered = null;
  chart.isFit = true;
  const goal = viewOf(scene.bounds, chart.size);
  if (isFirst || !before || scene.isLarge || before.isLarge) {
    cancelAnimationFrame(motion);
    chart.view = goal;
    return redraw();
  }
  const start = { ...chart.view };
  const ends = scene.boxes.map((box) => {
    const old = before.boxOf.get(box.actor);
    // Whoever is new comes from where it will be.
    const fromX = old ? (old.x * start.k + start.left - goal.left) / goal.k : box.x;
    const fromY = old ? (old.y * start.k + start.top - goal.top) / goal.k : box.y;
    return { box, x: box.x, y: box.y, fromX, fromY };
  });
  chart.view = goal;
  scene.isMoving = true;
  animate((share) => {
    for (const { box, x, y, fromX, fromY } of ends) {
      box.x = fromX + (x - fromX) * share;
      box.y = fromY + (y - fromY) * share;
    }
    scene.isMoving = share < 1;
    redraw();
  }, 420);
}

/** Mouse, touch and keys. `open` gets an actor or a line, or null for the empty paper. */
function listen(open) {
  const pointers = new Map();
  let moved = 0;
  const spot = (event) => [event.offsetX, event.offsetY];
  canvas.addEventListener('pointerdown', (event) => {
    cancelAnimationFrame(motion);
    if (chart.scene?.isMoving) return;
    pointers.set(event.pointerId, spot(event));
    canvas.setPointerCapture(event.pointerId);
    if (pointers.size === 1) moved = 0;
  });
  canvas.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId);
    const [x, y] = spot(event);
    if (!last) return point(x, y);
    if (pointers.size === 1) {
      moved += Math.hypot(x - last[0], y - last[1]);
      if (moved > 4) { panBy(x - last[0], y - last[1]); canvas.classList.add('dragging'); }
    } else {
      const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      const before = Math.hypot(last[0] - other[0], last[1] - other[1]) || 1;
      const now = Math.hypot(x - other[0], y - other[1]);
      zoomAt(now / before, (x + other[0]) / 2, (y + other[1]) / 2);
      panBy((x - last[0]) / 2, (y - last[1]) / 2);
      moved = 99;
    }
    if (moved > 4 || pointers.size > 1) pointers.set(event.pointerId, [x, y]);
  });
  const end = (event) => {
    const wasDown = pointers.delete(event.pointerId);
    canvas.classList.remove('dragging');
    if (wasDown && event.type === 'pointerup' && moved <= 4 && !pointers.size) open(at(...spot(event)));
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  canvas.addEventListener('pointerleave', () => point(-1, -1));
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    cancelAnimationFrame(motion);
    const lines = event.deltaMode === 1 ? 18 : 1;
    const way = Math.max(-120, Math.min(120, event.deltaY * lines));
    zoomAt(Math.exp(-way * (event.ctrlKey ? 0.01 : 0.0022)), ...spot(event));
  }, { passive: false });
  const keys = {
    ArrowLeft: () => panBy(60, 0), ArrowRight: () => panBy(-60, 0),
    ArrowUp: () => panBy(0, 60), ArrowDown: () => panBy(0, -60),
    '+': () => zoomAt(1.25), '=': () => zoomAt(1.25), '-': () => zoomAt(0.8), 0: showAll,
  };
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.getElementById('zoom-in').addEventListener('click', () => zoomAt(1.4));
  document.getElementById('zoom-out').addEventListener('click', () => zoomAt(1 / 1.4));
  document.getElementById('zoom-fit').addEventListener('click', showAll);
}

/** Lights up what is pointed at and says in words what it is. */
function point(x, y) {
  const target = x < 0 || chart.scene?.isMoving ? null : at(x, y);
  const tip = document.getElementById('tip');
  if (target !== chart.hovered) {
    chart.hovered = target;
    canvas.classList.toggle('pointing', Boolean(target));
    tip.hidden = !target;
    if (target) tip.textContent = hint(target);
    redraw();
  }
  if (!target) return;
  tip.style.left = `${Math.max(8, Math.min(x + 14, chart.size.w - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > chart.size.h ? y - tip.offsetHeight - 10 : y + 18}px`;
}

function hint(target) {
  if (!target.line) {
    const parts = [short(target.name), short(target.role ?? ''), counted(target.links.length, 'link')];
    return parts.filter(Boolean).join(' · ');
  }
  const { source, target: end, links: some, beside } = target.line;
  if (beside) {
    const count = counted(some[0].weight, 'sentence');
    return `${short(source.name)} and ${short(end.name)}: named together in ${count}`;
  }
  return some.slice(0, 3).map((link) =>
    `${short(link.source.name)} — ${short(link.words)} → ${short(link.target.name)}`).join('\n');
}

/** Fits the drawing surface to the window. */
function resize() {
  const { clientWidth: w, clientHeight: h } = canvas;
  if (!w || !h) return;
  const ratio = Math.min(devicePixelRatio || 1, 2);
  const before = chart.size;
  // What is in the middle stays there.
  chart.view.left += (w - before.w) / 2;
  chart.view.top += (h - before.h) / 2;
  chart.size = { w, h, ratio };
  canvas.width = Math.round(w * ratio);
  canvas.height = Math.round(h * ratio);
  const { scene } = chart;
  if (scene && chart.isFit && !scene.isMoving) chart.view = viewOf(scene.bounds, chart.size);
  draw(context, chart.size, chart.view);
}
