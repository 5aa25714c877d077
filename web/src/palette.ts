// Ctrl-K: one field over texts, actors, places and documents; arrows choose, Enter opens.
import "./palette.css";
import { ask, element } from "./page";

interface Name { name: string; events: number; country: string | null }
interface Passage { document: string; title: string; beginning: string; parts: [string, boolean][] }
interface Found { actors: Name[]; places: Name[]; documents: { document: string; title: string; publisher: string | null }[]; passages: { total: number; passages: Passage[] } }
interface Hit { kind: string; address: string; words: (Node | string)[]; note: string }

const MOST = 5, WAIT_MS = 120;
const events = (n: number) => `${n.toLocaleString("en")} event${n === 1 ? "" : "s"}`;
const encoded = encodeURIComponent;

function hitsOf(found: Found, words: string): Hit[] {
  return [
    ...found.actors.map((f) => ({ kind: "actor", address: `/actor?name=${encoded(f.name)}`, words: [f.name], note: events(f.events) })),
    ...found.places.map((f) => ({ kind: "place", address: `/explore?place=${encoded(f.name)}`, words: [f.name], note: `${f.country ?? ""} ${events(f.events)}` })),
    ...found.documents.map((f) => ({ kind: "document", address: `/documents/${f.document.split("/").map(encoded).join("/")}`, words: [f.title], note: f.publisher ?? "" })),
    ...found.passages.passages.map((f) => ({ kind: "text", address: passageAddress(f), words: f.parts.map(([part, hit]) => (hit ? element("mark", { class: "said" }, part) : part)), note: f.title })),
    { kind: "all", address: `/search?q=${encoded(words)}`, words: [`Everything for “${words}”`], note: `${found.passages.total.toLocaleString("en")} passages` },
  ];
}

function passageAddress(f: Passage): string {
  const beginning = f.beginning.split(/\s+/).filter(Boolean).slice(0, 7).join(" ");
  return `/documents/${f.document.split("/").map(encoded).join("/")}#:~:text=${encoded(beginning).replaceAll("-", "%2D")}`;
}

function build(): { dialog: HTMLDialogElement; field: HTMLInputElement } {
  const field = element("input", { type: "search", "aria-label": "Search texts, actors, places and documents", placeholder: "Search texts, actors, places", maxlength: "200", dir: "auto", autocomplete: "off", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-hits" });
  const list = element("ul", { id: "palette-hits", role: "listbox", "aria-label": "Found" });
  const dialog = element("dialog", { class: "palette", "aria-label": "Search" }, field, list);
  let timer = 0, asked = 0, at = 0;
  const hits = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  function choose(n: number): void {
    const all = hits();
    at = Math.max(0, Math.min(all.length - 1, n));
    all.forEach((hit, i) => hit.setAttribute("aria-selected", String(i === at)));
    all[at]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", all[at]?.id ?? "");
  }
  async function find(): Promise<void> {
    const words = field.value.trim(), mine = ++asked;
    if (!words) { list.replaceChildren(); return; }
    try {
      const found = await ask<Found>(`/search.json?q=${encoded(words)}&most=${MOST}`);
      if (mine !== asked) return;
      list.replaceChildren(...hitsOf(found, words).map((hit, n) => element("li", { role: "option", id: `hit-${n}` }, element("a", { href: hit.address, tabindex: "-1" }, element("span", { class: "kind" }, hit.kind), element("bdi", {}, ...hit.words), element("small", { dir: "auto" }, hit.note)))));
      choose(0);
    } catch (problem) { list.replaceChildren(element("li", { class: "note" }, String(problem))); }
  }
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => void find(), WAIT_MS); });
  field.addEventListener("keydown", (event) => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as Record<string, number>)[event.key];
    if (step) { event.preventDefault(); choose(at + step); }
    if (event.key === "Enter") {
      event.preventDefault();
      const link = hits()[at]?.querySelector("a");
      if (link) { dialog.close(); location.assign(link.href); } else if (field.value.trim()) location.assign(`/search?q=${encoded(field.value.trim())}`);
    }
  });
  list.addEventListener("click", (event) => { if ((event.target as Element).closest("a")) dialog.close(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  return { dialog, field };
}

let built: ReturnType<typeof build> | null = null;

export function openPalette(words = ""): void {
  built ??= build();
  if (!built.dialog.open) built.dialog.showModal();
  if (words) { built.field.value = words; built.field.dispatchEvent(new Event("input")); }
  built.field.focus();
  built.field.select();
}
