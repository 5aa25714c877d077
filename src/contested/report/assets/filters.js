// Filters act on every view at once; the table sorts by any column.
const form = byId("filters"), table = byId("events"), rows = [...table.tBodies[0].rows];
const statusOrder = ["disputed", "corroborated", "claimed", "alleged", "reported"];
const listeners = [];
let visible = new Set(data.events.map((e) => e.n));

function applyFilters() {
  const wanted = new FormData(form), statuses = new Set(wanted.getAll("status"));
  const needles = (wanted.get("text") || "").toLowerCase().split(/\s+/).filter(Boolean);
  visible = new Set();
  for (const row of rows) {
    const d = row.dataset, e = data.events[d.n];
    const fits = statuses.has(d.status) && needles.every((w) => d.search.includes(w))
      && (!wanted.get("act") || d.act === wanted.get("act")) && (!wanted.get("document") || d.document === wanted.get("document"))
      && (!wanted.get("from") || (e.to && e.to >= wanted.get("from"))) && (!wanted.get("to") || (e.from && e.from.slice(0, wanted.get("to").length) <= wanted.get("to")));
    row.hidden = !fits;
    if (fits) visible.add(Number(d.n));
  }
  for (const block of document.querySelectorAll(".matrix")) block.hidden = !visible.has(Number(block.dataset.n));
  byId("none").hidden = visible.size > 0;
  byId("shown").textContent = visible.size === rows.length ? rows.length : `${visible.size} of ${rows.length}`;
  byId("announce").textContent = `${visible.size} of ${rows.length} events shown`;
  for (const listener of listeners) listener();
}

function sortKey(row, key) {
  if (key === "deaths") return Number(row.dataset.deaths);
  if (key === "status") return statusOrder.indexOf(row.dataset.status);
  return row.dataset[key] || "\uffff";
}

function sortBy(header) {
  const key = header.dataset.key;
  const descending = header.getAttribute("aria-sort") === "ascending" || (key === "deaths" && header.getAttribute("aria-sort") === "none");
  for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
  header.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const turn = descending ? -1 : 1;
  rows.sort((a, b) => {
    const left = sortKey(a, key), right = sortKey(b, key);
    const order = typeof left === "number" ? left - right : left.localeCompare(right);
    return turn * order || Number(a.dataset.n) - Number(b.dataset.n);
  });
  table.tBodies[0].append(...rows);
}

table.tHead.addEventListener("click", (event) => { const header = event.target.closest("th"); if (header) sortBy(header); });
form.addEventListener("input", applyFilters);
form.addEventListener("reset", () => setTimeout(applyFilters));
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", (event) => {
  const actor = event.target.closest("[data-actor]");
  if (!actor) return;
  form.elements.text.value = actor.dataset.actor;
  applyFilters();
  showTab(byId("tab-events"));
});
