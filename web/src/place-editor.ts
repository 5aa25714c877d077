// The dialog in which a place is looked up in the gazetteer or set on the map.
import { WorldMap, type Spot } from "./map";
import { ask, byId, element } from "./page";

interface FoundPlace { name: string; admin1: string | null; country: string; latitude: number | null; longitude: number | null; precision: string; population: number }

let map: WorldMap | null = null;

export async function openPlaceEditor(form: HTMLFormElement, world: string): Promise<void> {
  if (map) return;
  const input = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const field = (name: string) => input(name)?.value.trim() ?? "";
  const set = (name: string, value: string) => { const found = input(name); if (found) found.value = value; };
  const chosen = (): Spot[] => (field("latitude") === "" ? [] : [{ latitude: Number(field("latitude")), longitude: Number(field("longitude")), place: field("name"), precision: field("precision"), statuses: [] }]);
  const opened = new WorldMap(byId("map"), () => undefined, (lat, lon) => { set("latitude", lat.toFixed(4)); set("longitude", lon.toFixed(4)); opened.show(chosen()); });
  map = opened;
  await opened.open(world);
  opened.show(chosen());
  for (const name of ["latitude", "longitude", "precision"]) input(name)?.addEventListener("change", () => opened.show(chosen()));

  const use = (p: FoundPlace) => {
    for (const [name, value] of Object.entries({ name: p.name, admin1: p.admin1 ?? "", country: p.country, latitude: p.latitude?.toString() ?? "", longitude: p.longitude?.toString() ?? "", precision: p.precision })) set(name, value);
    opened.show(chosen());
  };
  let turn = 0;
  input("name")?.addEventListener("input", () => { void search(field("name")); });
  async function search(words: string): Promise<void> {
    const mine = ++turn;
    const found = words.length < 2 ? [] : await ask<FoundPlace[]>(`/suggest/places.json?q=${encodeURIComponent(words)}`).catch(() => []);
    if (mine !== turn) return;
    byId("found").replaceChildren(...found.map((p) => {
      const button = element("button", { type: "button" }, element("b", { dir: "auto" }, p.name), ` ${[p.admin1, p.country].filter(Boolean).join(", ")} `, element("small", {}, p.population ? `${p.population.toLocaleString("en")} people` : p.precision));
      button.addEventListener("click", () => use(p));
      return element("li", {}, button);
    }));
  }
}
