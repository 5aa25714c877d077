// Timeline: one mark an event, stacked by day, week, month, quarter or year; long empty stretches are folded.
const SVG = "http://www.w3.org/2000/svg";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86400000, MOST_COLUMNS = 64, LONGEST_GAP = 3;
const UNITS = [
  { of: (t) => t / DAY, start: (i) => i * DAY },
  { of: (t) => (t / DAY + 3) / 7, start: (i) => (i * 7 - 3) * DAY },
  { of: monthIndex(1), start: monthStart(1) },
  { of: monthIndex(3), start: monthStart(3) },
  { of: monthIndex(12), start: monthStart(12) },
];

function monthIndex(months) { return (t) => { const d = new Date(t); return (d.getUTCFullYear() * 12 + d.getUTCMonth()) / months; }; }
function monthStart(months) { return (i) => { const start = new Date(0); start.setUTCFullYear(Math.floor((i * months) / 12), (i * months) % 12, 1); return start.getTime(); }; }

function drawn(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function columnsOf(dated, unit) {
  const bins = new Map();
  for (const e of dated) {
    const bin = Math.floor(unit.of(Date.parse(e.from)));
    if (!bins.has(bin)) bins.set(bin, []);
    bins.get(bin).push(e);
  }
  const columns = [];
  let last = null;
  for (const bin of [...bins.keys()].sort((a, b) => a - b)) {
    const empty = last === null ? 0 : bin - last - 1;
    if (empty > LONGEST_GAP) columns.push({ fold: true });
    else for (let i = 1; i <= empty; i++) columns.push({ bin: last + i, events: [] });
    columns.push({ bin, events: bins.get(bin) });
    last = bin;
  }
  return columns;
}

function drawTimeline() {
  const place = byId("timeline"), dated = data.events.filter((e) => e.from && visible.has(e.n)).sort((a, b) => a.from.localeCompare(b.from) || a.n - b.n);
  place.parentElement.hidden = !dated.length;
  if (!dated.length) return;
  const width = Math.max(320, place.clientWidth), most = Math.min(MOST_COLUMNS, Math.floor(width / 14));
  const unit = UNITS.find((u) => columnsOf(dated, u).length <= most) || UNITS[UNITS.length - 1];
  const columns = columnsOf(dated, unit), step = Math.min(44, width / columns.length);
  const highest = Math.max(...columns.map((c) => c.fold ? 0 : c.events.length)), size = Math.max(5, Math.min(15, 104 / highest));
  const base = Math.max(30, highest * size) + 6;
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${base + 36}`, height: base + 36, role: "group", "aria-label": "Events by date; arrow keys move between them" });
  let year = null, month = null, lastLabel = -99, lastYear = -99;
  columns.forEach((column, i) => {
    const x = i * step;
    svg.append(drawn("line", { class: column.fold ? "gap" : "axis", x1: x, x2: x + step, y1: base, y2: base }));
    if (column.fold) { month = null; return; }
    column.events.forEach((e, row) => svg.append(mark(e, x + step / 2, base - (row + 0.5) * size - 3, size)));
    const start = new Date(unit.start(column.bin)), days = unit === UNITS[0] || unit === UNITS[1];
    const name = unit === UNITS[4] ? "" : MONTHS[start.getUTCMonth()];
    const words = !days ? name : start.getUTCMonth() === month ? String(start.getUTCDate()) : `${start.getUTCDate()} ${name}`;
    const half = words.length * 3.4 + 3, middle = x + step / 2;
    if (words && column.events.length && middle - half > lastLabel && middle + half < width + 12) {
      svg.append(label(middle, base + 15, words));
      lastLabel = middle + half; month = start.getUTCMonth();
    }
    if (start.getUTCFullYear() !== year && x - lastYear > 36) { svg.append(label(x + step / 2, base + (name ? 31 : 15), start.getUTCFullYear())); year = start.getUTCFullYear(); lastYear = x; }
  });
  svg.querySelector(".mark").setAttribute("tabindex", 0);
  place.replaceChildren(svg);
}

function label(x, y, text) { return drawn("text", { x, y, "text-anchor": "middle" }, String(text)); }

function mark(e, x, y, size) {
  const glyph = Math.min(12, size - 1.5);
  const node = drawn("g", { class: `mark ${e.s}`, "data-n": e.n, "data-open": e.n, role: "button", tabindex: -1, "aria-label": `${e.t}, ${e.label}, ${e.s}` },
    drawn("title", {}, `${e.t}\n${e.label}, ${e.s}`),
    drawn("circle", { class: "halo", cx: x, cy: y, r: size / 2 + 2 }),
    drawn("use", { href: `#g-${e.s}`, x: x - glyph / 2, y: y - glyph / 2, width: glyph, height: glyph }));
  return node;
}

byId("timeline").addEventListener("keydown", (event) => {
  const marks = [...document.querySelectorAll(".mark")], at = marks.indexOf(document.activeElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (at >= 0 && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); openEvent(marks[at].dataset.n, "", marks[at]); }
  if (at < 0 || !step) return;
  event.preventDefault();
  const next = marks[Math.min(marks.length - 1, Math.max(0, at + step))];
  marks[at].setAttribute("tabindex", -1); next.setAttribute("tabindex", 0); next.focus();
});
listeners.push(drawTimeline);
