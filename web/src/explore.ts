import { WorldMap, type Spot } from "./map";
import { ask, byId } from "./page";

const form = byId<HTMLFormElement>("filters");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) wanted.append(name, value);
  location.assign(`/explore?${wanted}`);
});
for (const field of form.querySelectorAll("select, input[type=date]")) field.addEventListener("change", () => form.requestSubmit());

const host = byId("map"), note = byId("map-note");
function filterBy(spots: Spot[]): void {
  const address = new URL(host.dataset.filter ?? "/explore", location.origin);
  const [first] = spots;
  if (!first || new Set(spots.map((s) => s.place)).size > 1) return;
  address.searchParams.set("place", first.place);
  location.assign(address);
}

const map = new WorldMap(host, filterBy);
Promise.all([map.open(host.dataset.world ?? ""), ask<Spot[]>(host.dataset.spots ?? "")]).then(([, spots]) => {
  map.show(spots);
  const placed = spots.reduce((sum, s) => sum + s.statuses.reduce((n, [, m]) => n + m, 0), 0);
  note.textContent = `${placed} of ${byId("count").textContent?.split(" ")[0] ?? ""} events have coordinates. Dashed circles are areas: the text tells no more. A place opens its events.`;
}).catch((problem: unknown) => { note.textContent = `The map cannot be shown: ${String(problem)}`; });
