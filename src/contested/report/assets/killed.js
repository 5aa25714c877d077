// Killed by date under a policy: from the lowest to the highest figure, with a stroke at the best estimate.
const policyField = form.elements.policy, killedPlace = byId("killed");
const TOLD = "by_source", KILLED_HEIGHT = 56, MOST_BINS = 90;
const number = (n) => n.toLocaleString("en");
const ends = (low, high) => low === null ? `up to ${number(high)}` : high === null ? `${number(low)}+` : low === high ? number(low) : `${number(low)}–${number(high)}`;

function figureWords(figure) {
  if (!figure) return "no number";
  const [low, best, high] = figure;
  if (best === null) return ends(low, high);
  return low === best && high === best ? number(best) : `${number(best)} (${ends(low, high)})`;
}

function differs(one, other) {
  if (!one || !other) return one !== other;
  return one[0] !== other[0] || one[2] !== other[2] || (one[1] !== null && other[1] !== null && one[1] !== other[1]);
}

function recount() {
  const policy = policyField.value;
  let changed = 0;
  for (const row of rows) {
    const e = data.events[row.dataset.n], cell = row.querySelector("td.toll"), figures = e.k;
    cell.dataset.told ??= cell.textContent;
    const other = policy !== TOLD && figures && differs(figures[policy] ?? null, figures[TOLD] ?? null);
    row.classList.toggle("differs", Boolean(other));
    if (other && visible.has(e.n)) changed += 1;
    if (policy === TOLD || !figures) { cell.textContent = cell.dataset.told; continue; }
    const told = document.createElement("small"), figure = document.createElement("b");
    figure.textContent = `${figureWords(figures[policy])} killed`;
    told.textContent = other ? ` ≠ ${figureWords(figures[TOLD])}; told: ${cell.dataset.told}` : ` told: ${cell.dataset.told}`;
    cell.replaceChildren(figure, told);
  }
  return changed;
}

function sumOf(events, policy) {
  const sum = { told: 0, low: 0, best: null, high: 0 };
  for (const e of events) {
    const figure = e.k && e.k[policy];
    if (!figure) continue;
    sum.told += 1; sum.low += figure[0] ?? 0; sum.high += figure[2] ?? figure[0] ?? 0;
    if (figure[1] !== null) sum.best = (sum.best ?? 0) + figure[1];
  }
  return sum;
}

function drawKilled() {
  const policy = policyField.value, changed = recount(), shown = data.events.filter((e) => visible.has(e.n));
  const all = sumOf(shown, policy), words = all.told ? `${figureWords([all.low, all.best, all.high])} killed, in ${number(all.told)} events with a number` : "no number of killed";
  byId("killed-sum").textContent = policy === TOLD ? words : `${words}; ${changed} figures differ from what the sources span`;
  const dated = shown.filter((e) => e.from && e.k).sort((a, b) => a.from.localeCompare(b.from));
  killedPlace.hidden = !dated.length;
  if (!dated.length) return;
  const unit = UNITS.find((u) => u.of(Date.parse(dated.at(-1).from)) - u.of(Date.parse(dated[0].from)) < MOST_BINS) || UNITS.at(-1);
  const first = Math.floor(unit.of(Date.parse(dated[0].from))), bins = Math.floor(unit.of(Date.parse(dated.at(-1).from))) - first + 1;
  const sums = Array.from({ length: bins }, (_, i) => sumOf(dated.filter((e) => Math.floor(unit.of(Date.parse(e.from))) - first === i), policy));
  const width = Math.max(320, killedPlace.clientWidth), step = Math.min(40, (width - 90) / bins), highest = Math.max(...sums.map((s) => s.high), 1);
  const y = (n) => KILLED_HEIGHT - (n / highest) * (KILLED_HEIGHT - 6);
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${KILLED_HEIGHT + 20}`, height: KILLED_HEIGHT + 20, role: "img", "aria-label": `Killed by date: ${words}` }, drawn("line", { class: "axis", x1: 0, x2: bins * step, y1: KILLED_HEIGHT, y2: KILLED_HEIGHT }));
  let year = null;
  sums.forEach((sum, i) => {
    const x = i * step, start = new Date(unit.start(first + i)), began = start.getUTCFullYear();
    if (sum.told) {
      const group = drawn("g", {}, drawn("title", {}, `${start.toISOString().slice(0, 10)}: ${figureWords([sum.low, sum.best, sum.high])} killed`), drawn("rect", { class: "range", x: x + 0.5, width: Math.max(1, step - 1), y: y(sum.high), height: Math.max(1, y(sum.low) - y(sum.high)) }), drawn("line", { class: "low", x1: x + step / 2, x2: x + step / 2, y1: y(sum.low), y2: KILLED_HEIGHT }));
      if (sum.best !== null) group.append(drawn("line", { class: "best", x1: x, x2: x + step, y1: y(sum.best), y2: y(sum.best) }));
      svg.append(group);
    }
    if (began !== year && (year === null || x > 34)) { svg.append(drawn("text", { x, y: KILLED_HEIGHT + 15 }, String(began))); year = began; }
  });
  svg.append(drawn("text", { x: bins * step + 8, y: 14 }, `killed, up to ${number(highest)}`));
  killedPlace.replaceChildren(svg);
}
policyField.addEventListener("change", drawKilled);
listeners.push(drawKilled);
