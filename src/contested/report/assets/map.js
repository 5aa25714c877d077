// Map: country outlines in Mercator; a place known to the town is a spot, anything coarser an area of its radius.
const world = JSON.parse(byId("world").textContent);
const mapPlace = byId("map"), KM_PER_DEGREE = 111.2, MERGE_PX = 24, SMALLEST_AREA_PX = 20, NARROWEST = 0.15;
const toY = (lat) => -Math.log(Math.tan(Math.PI / 4 + Math.max(-85, Math.min(85, lat)) * Math.PI / 360)) * 180 / Math.PI;
const toLat = (y) => (Math.atan(Math.exp(-y * Math.PI / 180)) - Math.PI / 4) * 360 / Math.PI;
let box = null, mapSvg = null, layers = {}, countryLabels = [];

function rings() {
  const arcs = world.arcs.map((flat) => {
    const points = [];
    for (let i = 0, x = 0, y = 0; i < flat.length; i += 2) { x += flat[i]; y += flat[i + 1]; points.push([x / world.units, y / world.units]); }
    return points;
  });
  return world.countries.map(([name, parts]) => [name, parts.map((part) => part.flatMap((a, i) => {
    const points = a < 0 ? [...arcs[~a]].reverse() : arcs[a];
    return i ? points.slice(1) : points;
  }))]);
}

function buildMap() {
  mapSvg = drawn("svg", { tabindex: 0, role: "application", "aria-label": "Map of events. Arrow keys move it, plus and minus zoom, tab reaches the places." });
  layers = Object.fromEntries(["countries", "names", "areas", "spots"].map((n) => [n, drawn("g", { class: n })]));
  mapSvg.append(...Object.values(layers));
  for (const [name, parts] of rings()) {
    const path = parts.map((ring) => "M" + ring.map(([x, y]) => `${x.toFixed(2)} ${toY(y).toFixed(2)}`).join("L") + "Z").join("");
    layers.countries.append(drawn("path", { class: "country", d: path }));
    const widest = parts.map(boundsOf).sort((a, b) => b.w * b.h - a.w * a.h)[0];
    countryLabels.push({ name, ...widest });
  }
  const zoom = element("div", { class: "zoom" });
  for (const [sign, words, factor] of [["+", "Zoom in", 0.6], ["−", "Zoom out", 1 / 0.6]]) {
    const button = element("button", { type: "button", "aria-label": words }, sign);
    button.addEventListener("click", () => zoomBy(factor));
    zoom.append(button);
  }
  const all = element("button", { type: "button", "aria-label": "Show all events" }, "⌂");
  all.addEventListener("click", () => { fitAll(); drawMap(); });
  zoom.append(all);
  mapPlace.replaceChildren(mapSvg, zoom, element("div", { class: "scale" }, element("span"), element("i")));
  listenToMap();
  fitAll();
}

function boundsOf(ring) {
  const xs = ring.map((p) => p[0]), ys = ring.map((p) => toY(p[1]));
  const x = Math.min(...xs), y = Math.min(...ys), w = Math.max(...xs) - x, h = Math.max(...ys) - y;
  return { x: x + w / 2, y: y + h / 2, w, h };
}

function placed() { return data.events.filter((e) => e.lat !== null && visible.has(e.n)); }

function fitAll() {
  const W = mapPlace.clientWidth || 900, H = mapPlace.clientHeight || 500, points = placed();
  if (!points.length) { box = { x: -170, y: -100, w: 340, h: 340 * H / W }; return; }
  const spans = points.map((e) => [e.lon, toY(e.lat), radiusOf(e)]);
  const x0 = Math.min(...spans.map((p) => p[0] - p[2])), x1 = Math.max(...spans.map((p) => p[0] + p[2]));
  const y0 = Math.min(...spans.map((p) => p[1] - p[2])), y1 = Math.max(...spans.map((p) => p[1] + p[2]));
  const w = Math.max((x1 - x0) * 1.25, (y1 - y0) * 1.3 * W / H, 2.5);
  box = { x: (x0 + x1 - w) / 2, y: (y0 + y1 - w * H / W) / 2, w, h: w * H / W };
}

function zoomBy(factor, cx = box.x + box.w / 2, cy = box.y + box.h / 2) {
  const w = Math.max(NARROWEST, Math.min(360, box.w * factor)), f = w / box.w;
  box = { x: cx - (cx - box.x) * f, y: cy - (cy - box.y) * f, w, h: box.h * f };
  drawMap();
}

function drawMap() {
  if (byId("view-map").hidden || world === null) return;
  if (!mapSvg) buildMap();
  box.h = box.w * mapPlace.clientHeight / mapPlace.clientWidth;
  mapSvg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
  const k = mapPlace.clientWidth / box.w;
  drawAreas(k);
  drawCountryNames(k, drawSpots(k));
  drawScale(k);
}

function drawCountryNames(k, taken) {
  layers.names.replaceChildren();
  for (const c of countryLabels) {
    const half = c.name.length * 3.8;
    if (c.w * k < 2 * half + 16 || c.x < box.x || c.x > box.x + box.w || c.y < box.y || c.y > box.y + box.h) continue;
    if (!claimRoom({ x0: c.x * k - half, x1: c.x * k + half, y0: c.y * k - 10, y1: c.y * k + 4 }, taken)) continue;
    layers.names.append(drawn("text", { class: "country-name", transform: `translate(${c.x} ${c.y}) scale(${1 / k})` }, c.name));
  }
}

function drawAreas(k) {
  layers.areas.replaceChildren();
  for (const e of placed().filter((e) => radiusOf(e) * k > SMALLEST_AREA_PX)) {
    const id = `${e.lat} ${e.lon} ${e.km}`;
    if ([...layers.areas.children].some((node) => node.dataset.id === id)) continue;
    layers.areas.append(drawn("circle", { class: "area", "data-id": id, cx: e.lon, cy: toY(e.lat), r: radiusOf(e) }));
  }
}

const radiusOf = (e) => e.coarse ? e.km / KM_PER_DEGREE / Math.cos(e.lat * Math.PI / 180) : 0;

// Spots nearer than MERGE_PX become one with a count; an area large enough to see is named on its upper edge, no pin.
function drawSpots(k) {
  const groups = [];
  for (const e of placed()) {
    const area = radiusOf(e) * k > SMALLEST_AREA_PX, x = e.lon, y = toY(e.lat) - (area ? radiusOf(e) : 0);
    const near = groups.find((g) => g.area === area && Math.hypot(g.x - x, g.y - y) * k < MERGE_PX);
    if (near) near.events.push(e); else groups.push({ x, y, area, events: [e] });
  }
  groups.sort((a, b) => b.events.length - a.events.length);
  const taken = groups.map((g) => {
    const half = g.area ? nameOf(g).length * 3.2 + 18 : g.events.length > 1 ? 13 : 9;
    return { x0: g.x * k - half, x1: g.x * k + half, y0: g.y * k - 12, y1: g.y * k + 12 };
  });
  layers.spots.replaceChildren(...groups.map((g) => spot(g, k, taken)));
  return taken;
}

function nameOf(group) {
  const places = [...new Set(group.events.map((e) => e.place))];
  return places.length > 1 ? `${places[0]} and ${places.length - 1} more` : places[0];
}

function spot(group, k, taken) {
  const { events, x, y, area } = group, name = nameOf(group), vague = events.every((e) => e.coarse);
  const said = `${name}: ${events.length} event${events.length > 1 ? "s" : ""}${vague ? ", known to the area only" : ""}`;
  const node = drawn("g", { class: vague ? "spot vague" : "spot", tabindex: 0, role: "button", "data-ns": events.map((e) => e.n).join(" "), "aria-label": said, transform: `translate(${x} ${y}) scale(${1 / k})` }, drawn("title", {}, said));
  const radius = events.length > 1 ? 11 : 8;
  if (area) pill(node, name, events);
  else if (events.length === 1) node.append(drawn("circle", { class: "plate", r: radius }), drawn("use", { class: events[0].s, href: `#g-${events[0].s}`, x: -5.5, y: -5.5, width: 11, height: 11 }));
  else node.append(drawn("circle", { class: "plate", r: radius + 1.5 }), ...donut(events, radius - 0.5), drawn("text", { class: "count", y: 4 }, String(events.length)));
  const from = x * k + radius + 4, label = { x0: from, x1: from + events[0].place.length * 6.6, y0: y * k - 8, y1: y * k + 8 };
  if (!area && claimRoom(label, taken)) node.append(drawn("text", { class: "name", x: radius + 4, y: 4 }, events[0].place));
  node.addEventListener("click", (event) => { event.stopPropagation(); choose(group, name, node); });
  node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(group, name, node); } });
  return node;
}

function choose(group, name, node) {
  const numbers = group.events.map((e) => e.n);
  if (numbers.length === 1) openEvent(numbers[0], "", node); else openList(name, numbers, node);
}

function pill(node, name, events) {
  const text = events.length > 1 ? `${name} (${events.length})` : name, w = text.length * 6.4 + 30;
  node.append(drawn("rect", { class: "plate", x: -w / 2, y: -10, width: w, height: 20, rx: 10 }),
    drawn("use", { class: events[0].s, href: `#g-${events[0].s}`, x: -w / 2 + 7, y: -5, width: 10, height: 10 }),
    drawn("text", { x: -w / 2 + 22, y: 4 }, text));
}

function donut(events, r) {
  const parts = [];
  let from = 0;
  for (const status of statusOrder) {
    const share = events.filter((e) => e.s === status).length / events.length;
    if (!share) continue;
    const around = 2 * Math.PI * r;
    parts.push(drawn("circle", { class: `arc ${status}`, r, "stroke-dasharray": `${share * around} ${around}`, "stroke-dashoffset": -from * around, transform: "rotate(-90)" }));
    from += share;
  }
  return parts;
}

function claimRoom(label, taken) {
  if (taken.some((t) => t.x0 < label.x1 && label.x0 < t.x1 && t.y0 < label.y1 && label.y0 < t.y1)) return false;
  taken.push(label);
  return true;
}

function drawScale(k) {
  const km = KM_PER_DEGREE * Math.cos(toLat(box.y + box.h / 2) * Math.PI / 180) / k, most = 120 * km;
  const power = 10 ** Math.floor(Math.log10(most)), nice = [5, 2, 1].find((n) => n * power <= most) * power;
  const scale = mapPlace.querySelector(".scale");
  scale.firstChild.textContent = `${nice} km`;
  scale.lastChild.style.width = `${nice / km}px`;
}

function listenToMap() {
  const pointers = new Map(), at = (e) => { const r = mapSvg.getBoundingClientRect(); return [box.x + (e.clientX - r.left) / r.width * box.w, box.y + (e.clientY - r.top) / r.height * box.h]; };
  mapSvg.addEventListener("wheel", (e) => { if (!e.ctrlKey && !e.metaKey && document.activeElement !== mapSvg) return; e.preventDefault(); zoomBy(e.deltaY > 0 ? 1.2 : 1 / 1.2, ...at(e)); }, { passive: false });
  mapSvg.addEventListener("pointerdown", (e) => { pointers.set(e.pointerId, e); if (!e.target.closest(".spot")) mapSvg.setPointerCapture(e.pointerId); });
  mapSvg.addEventListener("pointermove", (e) => {
    const before = pointers.get(e.pointerId);
    if (!before) return;
    const others = [...pointers.values()].filter((p) => p.pointerId !== e.pointerId), k = box.w / mapPlace.clientWidth;
    if (others.length) {
      const gap = (p) => Math.hypot(p.clientX - others[0].clientX, p.clientY - others[0].clientY);
      zoomBy(gap(before) / Math.max(1, gap(e)), ...at(others[0]));
    } else { box.x -= (e.clientX - before.clientX) * k; box.y -= (e.clientY - before.clientY) * k; drawMap(); }
    pointers.set(e.pointerId, e);
  });
  for (const name of ["pointerup", "pointercancel"]) mapSvg.addEventListener(name, (e) => pointers.delete(e.pointerId));
  mapSvg.addEventListener("keydown", (e) => {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (move) { e.preventDefault(); box.x += move[0] * box.w / 8; box.y += move[1] * box.h / 8; drawMap(); }
    if (e.key === "+" || e.key === "=") zoomBy(0.6);
    if (e.key === "-") zoomBy(1 / 0.6);
  });
}

function tellUnplaced() {
  const without = [...visible].filter((n) => data.events[n].lat === null).length;
  byId("unplaced").textContent = world === null ? "No event has coordinates." : without ? `${without} of ${visible.size} events have no coordinates and are not on the map. Dashed circles are areas: the text tells no more than that.` : "";
}
listeners.push(() => { tellUnplaced(); if (mapSvg) fitAll(); drawMap(); });
