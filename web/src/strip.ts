// A stretch of time is chosen by dragging over the bars of the timeline; a plain click follows the bar's own link.
import { drawn } from "./page";

export function brush(strip: HTMLElement): void {
  const svg = strip.querySelector("svg"), bars = [...strip.querySelectorAll<SVGAElement>(".bar-of")];
  if (!svg) return;
  const shade = drawn("rect", { class: "brush", y: 0, height: 84, width: 0 });
  svg.prepend(shade);
  let from: number | null = null, to = 0;
  const at = (event: PointerEvent) => { const room = svg.getBoundingClientRect(); return ((event.clientX - room.left) / room.width) * svg.viewBox.baseVal.width; };
  const inside = (first: number, last: number) => bars.filter((bar) => {
    const room = bar.querySelector(".room"), x = Number(room?.getAttribute("x")), w = Number(room?.getAttribute("width"));
    return x + w > first && x < last;
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => { if (event.button === 0) { from = at(event); to = from; } });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    to = at(event);
    shade.setAttribute("x", String(Math.min(from, to)));
    shade.setAttribute("width", String(Math.abs(to - from)));
  });
  svg.addEventListener("pointerleave", () => { from = null; shade.setAttribute("width", "0"); });
  svg.addEventListener("click", (event) => {
    const chosen = from !== null && Math.abs(to - from) > 8 ? inside(Math.min(from, to), Math.max(from, to)) : [];
    from = null;
    if (!chosen.length) return;
    event.preventDefault();
    const address = new URL(strip.dataset.address ?? "/explore", location.origin);
    address.searchParams.set("from", chosen[0]?.dataset.from ?? "");
    address.searchParams.set("to", chosen.at(-1)?.dataset.to ?? "");
    location.assign(address);
  });
}
