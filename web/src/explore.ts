import "./explore.css";
import { WorldMap, type Spot } from "./map";
import { ask, byId } from "./page";
import { brush } from "./strip";

const form = byId<HTMLFormElement>("filters"), page = form.getAttribute("action") || location.pathname;
const fields = [...form.elements] as (HTMLInputElement | HTMLSelectElement)[];

function go(): void {
  const wanted = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) wanted.append(name, value);
  const policy = wanted.get("policy"), against = wanted.get("against");
  if (policy === "by_source" && against === "by_source") { wanted.delete("policy"); wanted.delete("changed"); }
  if (against === "by_source") wanted.delete("against");
  location.assign(`${page}?${wanted}`);
}
form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
for (const field of fields) if (field.matches("select, .day")) field.addEventListener("change", () => { if (form.reportValidity()) go(); });

const host = document.getElementById("map");
if (host) showMap(host);
const strip = document.getElementById("strip");
if (strip) brush(strip);

function showMap(host: HTMLElement): void {
  const note = byId("map-note"), inView = byId<HTMLButtonElement>("in-view");
  const rows = [...document.querySelectorAll<HTMLElement>(".events tbody tr")], bars = [...document.querySelectorAll<HTMLElement>(".bar-of")];
  const near = (nodes: Iterable<Element>, name = "near") => { for (const node of document.querySelectorAll(`.${name}`)) node.classList.remove(name); for (const node of nodes) node.classList.add(name); };
  const barOf = (day: string) => bars.filter((bar) => day && (bar.dataset.from ?? "") <= day && day <= (bar.dataset.to ?? ""));
  const filtered = (name: string, value: string) => { const to = new URL(host.dataset.filter ?? "/explore", location.origin); to.searchParams.set(name, value); location.assign(to); };

  function filterBy(spots: Spot[]): void {
    const [first] = spots;
    if (first && new Set(spots.map((s) => s.place)).size === 1) filtered("place", first.place);
    else map.zoomTo(spots);
  }

  const map = new WorldMap(host, filterBy);
  for (const row of rows) {
    row.addEventListener("pointerenter", () => near([row, ...barOf(row.dataset.from ?? ""), ...map.marksOf(row.dataset.place ?? "")]));
    row.addEventListener("pointerleave", () => near([]));
  }
  for (const bar of bars) bar.addEventListener("pointerenter", () => near([bar, ...rows.filter((row) => barOf(row.dataset.from ?? "").includes(bar))]));
  map.pointed = (places) => near(rows.filter((row) => places.includes(row.dataset.place ?? "")));
  inView.addEventListener("click", () => filtered("box", map.bounds().map((n) => n.toFixed(2)).join(",")));
  Promise.all([map.open(host.dataset.world ?? "", host.dataset.tiles, host.dataset.credit), ask<Spot[]>(host.dataset.spots ?? "")]).then(([, spots]) => {
    map.show(spots);
    const placed = spots.reduce((sum, s) => sum + s.statuses.reduce((n, [, m]) => n + m, 0), 0);
    inView.hidden = !placed;
    note.textContent = `${placed.toLocaleString("en")} of ${byId("count").textContent?.split(" ")[0] ?? ""} events have coordinates. Dashed circles are areas: the text tells no more. A place opens its events, a group comes nearer.`;
  }).catch((problem: unknown) => { note.textContent = `The map cannot be shown: ${String(problem)}`; });
}
