// Country outlines in Mercator; a place known to the town is a spot, anything coarser an area of its radius.
import { ask, drawn, element } from "./page";

export interface Spot { latitude: number; longitude: number; place: string; precision: string; statuses: [string, number][] }
interface World { units: number; arcs: number[][]; countries: [string, number[][]][] }
interface Box { x: number; y: number; w: number; h: number }
interface Group { x: number; y: number; spots: Spot[]; events: number }

const RADIUS_KM: Record<string, number> = { district: 25, region: 75, country: 300 };
const KM_PER_DEGREE = 111.2, MERGE_PX = 36, SMALLEST_AREA_PX = 20, NARROWEST = 0.15;
export const toY = (lat: number) => (-Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) * 180) / Math.PI;
export const toLat = (y: number) => ((Math.atan(Math.exp((-y * Math.PI) / 180)) - Math.PI / 4) * 360) / Math.PI;
const radiusOf = (spot: Spot) => (RADIUS_KM[spot.precision] ?? 0) / KM_PER_DEGREE / Math.cos((spot.latitude * Math.PI) / 180);
const eventsOf = (spot: Spot) => spot.statuses.reduce((sum, [, n]) => sum + n, 0);

export class WorldMap {
  private box: Box = { x: -170, y: -100, w: 340, h: 200 };
  private readonly svg = drawn("svg", { tabindex: 0, role: "application", "aria-label": "Map. Arrow keys move it, plus and minus zoom, tab reaches the places." }) as SVGSVGElement;
  private readonly areas = drawn("g");
  private readonly marks = drawn("g");
  private spots: Spot[] = [];
  private readonly ground = drawn("g");
  private tiles = "";
  /** Told the places that the pointer is on. */
  pointed: (places: string[]) => void = () => {};

  constructor(private readonly host: HTMLElement, private readonly choose: (spots: Spot[]) => void, private readonly pick?: (lat: number, lon: number) => void) {}

  async open(worldAddress: string, tiles = "", credit = ""): Promise<void> {
    const world = await ask<World>(worldAddress);
    const countries = drawn("g", tiles ? { class: "over-tiles" } : {});
    for (const path of pathsOf(world)) countries.append(drawn("path", { class: "country", d: path }));
    this.tiles = tiles;
    this.svg.append(this.ground, countries, this.areas, this.marks);
    const zoom = element("div", { class: "zoom" });
    for (const [sign, words, act] of [["+", "Zoom in", () => this.zoomBy(0.6)], ["−", "Zoom out", () => this.zoomBy(1 / 0.6)], ["⌂", "Show all", () => this.fit()]] as const) {
      const button = element("button", { type: "button", "aria-label": words }, sign);
      button.addEventListener("click", act);
      zoom.append(button);
    }
    this.host.replaceChildren(this.svg, zoom, ...(credit ? [element("span", { class: "map-credit" }, credit)] : []));
    this.listen();
    new ResizeObserver(() => this.draw()).observe(this.host);
  }

  show(spots: Spot[]): void { this.spots = spots; this.fit(); }

  /** Give the west, south, east and north end of what is shown, in degrees. */
  bounds(): [number, number, number, number] {
    const { x, y, w, h } = this.box;
    return [Math.max(-180, x), Math.max(-85, toLat(y + h)), Math.min(180, x + w), Math.min(85, toLat(y))];
  }

  zoomTo(spots: Spot[]): void {
    const all = this.spots;
    this.spots = spots;
    this.fit(0.4);
    this.spots = all;
    this.draw();
  }

  marksOf(place: string): Element[] {
    return place ? [...this.marks.children].filter((mark) => ((mark as SVGElement).dataset.places ?? "").split("\n").includes(place)) : [];
  }

  private get scale(): number { return (this.host.clientWidth || 600) / this.box.w; }

  private fit(narrowest = 2.5): void {
    const W = this.host.clientWidth || 600, H = this.host.clientHeight || 400;
    if (!this.spots.length) this.box = { x: -170, y: -100, w: 340, h: (340 * H) / W };
    else {
      const ends = this.spots.map((s) => [s.longitude, toY(s.latitude), Math.max(radiusOf(s), 0.2)] as const);
      const x0 = Math.min(...ends.map((e) => e[0] - e[2])), x1 = Math.max(...ends.map((e) => e[0] + e[2]));
      const y0 = Math.min(...ends.map((e) => e[1] - e[2])), y1 = Math.max(...ends.map((e) => e[1] + e[2]));
      const w = Math.max((x1 - x0) * 1.25, ((y1 - y0) * 1.3 * W) / H, narrowest);
      this.box = { x: (x0 + x1 - w) / 2, y: (y0 + y1 - (w * H) / W) / 2, w, h: (w * H) / W };
    }
    this.draw();
  }

  private zoomBy(factor: number, cx = this.box.x + this.box.w / 2, cy = this.box.y + this.box.h / 2): void {
    const { box } = this, w = Math.max(NARROWEST, Math.min(360, box.w * factor)), f = w / box.w;
    this.box = { x: cx - (cx - box.x) * f, y: cy - (cy - box.y) * f, w, h: box.h * f };
    this.draw();
  }

  private draw(): void {
    const { box } = this;
    box.h = (box.w * this.host.clientHeight) / (this.host.clientWidth || 1);
    this.svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
    if (this.tiles) this.ground.replaceChildren(...tilesOf(this.tiles, box, this.scale));
    this.areas.replaceChildren(...this.spots.filter((s) => radiusOf(s) * this.scale > SMALLEST_AREA_PX).map((s) => drawn("circle", { class: "area", cx: s.longitude, cy: toY(s.latitude), r: radiusOf(s) })));
    this.marks.replaceChildren(...this.groups().map((g) => this.mark(g)));
  }

  // Spots nearer to each other than their circles are wide become one group, around the one with most events.
  private groups(): Group[] {
    const found: Group[] = [], size = MERGE_PX / this.scale;
    for (const spot of [...this.spots].sort((a, b) => eventsOf(b) - eventsOf(a))) {
      const x = spot.longitude, y = toY(spot.latitude);
      const near = found.find((g) => Math.abs(g.x - x) < size && Math.abs(g.y - y) < size);
      if (near) { near.spots.push(spot); near.events += eventsOf(spot); } else found.push({ x, y, spots: [spot], events: eventsOf(spot) });
    }
    return found.sort((a, b) => a.events - b.events);
  }

  private mark(group: Group): SVGElement {
    const places = [...new Set(group.spots.map((s) => s.place))], vague = group.spots.every((s) => radiusOf(s) > 0);
    const name = places.length > 1 ? `${places[0]} and ${places.length - 1} more` : places[0] ?? "";
    const said = `${name}: ${group.events} event${group.events === 1 ? "" : "s"}${vague ? ", known to the area only" : ""}`;
    const radius = Math.min(19, 9 + 2.2 * Math.log10(group.events || 1) * 2);
    const node = drawn("g", { class: vague ? "spot vague" : "spot", tabindex: 0, role: "button", "data-places": places.join("\n"), transform: `translate(${group.x} ${group.y}) scale(${1 / this.scale})` }, drawn("title", {}, said), drawn("circle", { class: "plate", r: radius }));
    let from = 0;
    for (const [status, n] of totals(group)) {
      const around = 2 * Math.PI * (radius - 2.5), share = n / (group.events || 1);
      node.append(drawn("circle", { class: `arc ${status}`, r: radius - 2.5, "stroke-dasharray": `${share * around} ${around}`, "stroke-dashoffset": -from * around, transform: "rotate(-90)" }));
      from += share;
    }
    if (group.events) node.append(drawn("text", { class: "count", "aria-hidden": "true", y: 4 }, group.events < 10000 ? String(group.events) : `${Math.round(group.events / 1000)}k`));
    if (group.spots.length === 1 || this.scale > 60) node.append(drawn("text", { class: "name", "aria-hidden": "true", x: radius + 4, y: 4 }, name));
    const act = () => this.choose(group.spots);
    node.addEventListener("click", act);
    node.addEventListener("pointerenter", () => this.pointed(places));
    node.addEventListener("pointerleave", () => this.pointed([]));
    node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } });
    return node;
  }

  private at(event: MouseEvent): [number, number] {
    const room = this.svg.getBoundingClientRect();
    return [this.box.x + ((event.clientX - room.left) / room.width) * this.box.w, this.box.y + ((event.clientY - room.top) / room.height) * this.box.h];
  }

  private listen(): void {
    let last: PointerEvent | null = null, moved = 0;
    this.svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== this.svg) return;
      event.preventDefault();
      this.zoomBy(event.deltaY > 0 ? 1.2 : 1 / 1.2, ...this.at(event));
    }, { passive: false });
    this.svg.addEventListener("pointerdown", (event) => { last = event; moved = 0; });
    this.svg.addEventListener("pointermove", (event) => {
      if (!last) return;
      moved += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY);
      if (moved < 4) return;
      this.box.x -= (event.clientX - last.clientX) / this.scale;
      this.box.y -= (event.clientY - last.clientY) / this.scale;
      last = event;
      this.draw();
    });
    for (const name of ["pointerup", "pointerleave", "pointercancel"] as const) this.svg.addEventListener(name, () => { last = null; });
    this.svg.addEventListener("click", (event) => {
      if (!this.pick || moved >= 4 || (event.target as Element).closest(".spot")) return;
      const [x, y] = this.at(event);
      this.pick(toLat(y), x);
    });
    this.svg.addEventListener("keydown", (event) => {
      const move = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key];
      if (move) { event.preventDefault(); this.box.x += (move[0] * this.box.w) / 8; this.box.y += (move[1] * this.box.h) / 8; this.draw(); }
      if (event.key === "+" || event.key === "=") this.zoomBy(0.6);
      if (event.key === "-") this.zoomBy(1 / 0.6);
    });
  }
}

// Tiles of the usual scheme: at level z the world is 2^z by 2^z of them, in the same Mercator as the outlines.
function tilesOf(address: string, box: Box, scale: number): SVGElement[] {
  const z = Math.max(0, Math.min(18, Math.round(Math.log2((scale * 360) / 256)))), n = 2 ** z, size = 360 / n, found: SVGElement[] = [];
  for (let x = Math.floor((box.x + 180) / size); x <= Math.floor((box.x + box.w + 180) / size); x++) {
    for (let y = Math.max(0, Math.floor((box.y + 180) / size)); y <= Math.min(n - 1, Math.floor((box.y + box.h + 180) / size)); y++) {
      const href = address.replace("{z}", String(z)).replace("{x}", String(((x % n) + n) % n)).replace("{y}", String(y));
      found.push(drawn("image", { href, x: x * size - 180, y: y * size - 180, width: size * 1.001, height: size * 1.001 }));
    }
  }
  return found.slice(0, 200);
}

function totals(group: Group): [string, number][] {
  const sums = new Map<string, number>();
  for (const spot of group.spots) for (const [status, n] of spot.statuses) sums.set(status, (sums.get(status) ?? 0) + n);
  return [...sums].sort();
}

function pathsOf(world: World): string[] {
  const arcs = world.arcs.map((flat) => {
    const points: [number, number][] = [];
    for (let i = 0, x = 0, y = 0; i + 1 < flat.length; i += 2) { x += flat[i] ?? 0; y += flat[i + 1] ?? 0; points.push([x / world.units, y / world.units]); }
    return points;
  });
  const ring = (part: number[]) => part.flatMap((a, i) => {
    const points = a < 0 ? [...(arcs[~a] ?? [])].reverse() : arcs[a] ?? [];
    return i ? points.slice(1) : points;
  });
  return world.countries.map(([, parts]) => parts.map((part) => `M${unwrapped(ring(part)).map(([x, y]) => `${x.toFixed(2)} ${toY(y).toFixed(2)}`).join("L")}Z`).join(""));
}

// A ring that crosses the date line goes on beyond 180 degrees: else its outline would run once around the map.
function unwrapped(points: [number, number][]): [number, number][] {
  let turn = 0, last = points[0]?.[0] ?? 0;
  return points.map(([x, y]) => {
    if (Math.abs(x - last) > 180) turn += x < last ? 360 : -360;
    last = x;
    return [x + turn, y];
  });
}
