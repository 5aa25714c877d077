// The dialogs in which a value is corrected: what a person gives becomes a statement with the words selected in the text.
import { WorldMap, type Spot } from "./map";
import { ask, byId, element, send, showProblem } from "./page";

type Span = [number, number];
interface Given { value: Record<string, unknown>; speaker?: string | null; spans: Span[] }
interface FoundPlace { name: string; admin1: string | null; country: string; latitude: number | null; longitude: number | null; precision: string; population: number }

export interface Editors { open(kind: string): void }

export function openEditors(place: HTMLElement, text: HTMLElement | null, corrected: () => void, rejected: () => void): Editors {
  let selected: Span[] = [];

  function open(kind: string): void {
    const dialog = document.getElementById(`edit-${kind}`) as HTMLDialogElement | null;
    if (!dialog) return;
    selected = text ? selectedSpan(text) : [];
    dialog.showModal();
    if (kind === "place") void openMap(place);
  }

  for (const dialog of place.querySelectorAll("dialog")) {
    for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const reject = form.dataset.verdict === "reject";
      const body = { verdict: reject ? "reject" : "correct", property: form.dataset.property ?? null, values: reject ? [] : valuesOf(form, selected), why: field(form, "why") };
      send(place.dataset.post ?? "", body).then(reject ? rejected : corrected, (problem: unknown) => { dialog.close(); showProblem(problem); });
    });
    dialog.addEventListener("click", (event) => {
      const target = event.target as HTMLElement;
      if (target.closest("[data-remove]")) target.closest(".row")?.remove();
      if (target.closest("[data-add]")) {
        const template = dialog.querySelector("template");
        if (template) dialog.querySelector(".rows")?.append(template.content.cloneNode(true));
        dialog.querySelector<HTMLElement>(".rows .row:last-child input, .rows .row:last-child select")?.focus();
      }
    });
    dialog.addEventListener("input", (event) => { void suggestNames(event.target as HTMLInputElement); });
  }
  showDefinition();
  return { open };
}

function field(form: HTMLElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? "";
}

const orNull = (value: string) => value || null;
const numberOrNull = (value: string) => (value === "" ? null : Number(value));

function valuesOf(form: HTMLFormElement, selected: Span[]): Given[] {
  switch (form.dataset.property) {
    case "action": return [{ value: { action: field(form, "action") }, spans: selected }];
    case "date": return [{ value: { start: orNull(field(form, "start")), end: orNull(field(form, "end") || field(form, "start")), precision: field(form, "precision"), basis: field(form, "basis") }, spans: selected }];
    case "place": return placeOf(form, selected);
    case "casualty": return rowsOf(form).map((row) => ({ value: { kind: field(row, "kind"), low: numberOrNull(field(row, "low")), high: numberOrNull(field(row, "high")), of: orNull(field(row, "of")) }, speaker: orNull(field(row, "speaker")), spans: spansOf(row.dataset.spans, selected) }));
    default: return rowsOf(form).map((row) => namedOf(row, form.dataset.property ?? "", selected)).filter((given) => given.value.name);
  }
}

function rowsOf(form: HTMLFormElement): HTMLElement[] { return [...form.querySelectorAll<HTMLElement>(".rows .row")]; }

function placeOf(form: HTMLFormElement, selected: Span[]): Given[] {
  const name = field(form, "name");
  if (!name) return [];
  const value = { text: field(form, "text") || name, name, admin1: orNull(field(form, "admin1")), country: orNull(field(form, "country").toUpperCase()), latitude: numberOrNull(field(form, "latitude")), longitude: numberOrNull(field(form, "longitude")), precision: field(form, "precision") };
  return [{ value, spans: selected }];
}

function namedOf(row: HTMLElement, property: string, selected: Span[]): Given {
  const input = row.querySelector<HTMLInputElement>("input[name=name]");
  const name = input?.value.trim() ?? "", same = name === input?.dataset.was;
  const text = same ? input?.dataset.text ?? name : name, value: Record<string, unknown> = { name, text };
  if (property !== "weapon") value.kind = same ? input?.dataset.kind ?? "" : "";
  return { value, spans: same ? spansOf(input?.dataset.spans, []) : selected };
}

function spansOf(kept: string | undefined, selected: Span[]): Span[] {
  const spans = (kept ?? "").trim().split(" ").filter(Boolean).map((s) => s.split("-").map(Number) as Span);
  return spans.length ? spans : selected;
}

// Marks carry the offset of their first character in data-p; a selection that begins and ends in marked or told text is placed by them.
function selectedSpan(text: HTMLElement): Span[] {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0), start = offsetOf(text, range.startContainer, range.startOffset), end = offsetOf(text, range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [[start, end]] : [];
}

function offsetOf(text: HTMLElement, node: Node, offset: number): number | null {
  const marked = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-p]");
  if (!marked || !text.contains(marked)) return null;
  const before = document.createRange();
  before.setStart(marked, 0);
  before.setEnd(node, offset);
  return Number(marked.dataset.p) + [...before.toString()].length;
}

async function suggestNames(input: HTMLInputElement): Promise<void> {
  if (input.getAttribute("list") !== "names" || input.value.length < 2) return;
  const names = await ask<string[]>(`/suggest/actors.json?q=${encodeURIComponent(input.value)}`).catch(() => []);
  byId("names").replaceChildren(...names.map((name) => element("option", { value: name })));
}

function showDefinition(): void {
  const select = document.querySelector<HTMLSelectElement>("#edit-act select");
  if (!select) return;
  const show = () => { byId("definition").textContent = select.selectedOptions[0]?.dataset.definition ?? ""; };
  select.addEventListener("change", show);
  show();
}

let map: WorldMap | null = null;

async function openMap(place: HTMLElement): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("#edit-place form");
  if (!form || map) return;
  const set = (name: string, value: string) => { const input = form.querySelector<HTMLInputElement>(`[name="${name}"]`); if (input) input.value = value; };
  const chosen = (): Spot[] => (field(form, "latitude") === "" ? [] : [{ latitude: Number(field(form, "latitude")), longitude: Number(field(form, "longitude")), place: field(form, "name"), precision: field(form, "precision"), statuses: [] }]);
  const opened = new WorldMap(byId("map"), () => undefined, (lat, lon) => { set("latitude", lat.toFixed(4)); set("longitude", lon.toFixed(4)); opened.show(chosen()); });
  map = opened;
  await opened.open(place.dataset.world ?? "");
  opened.show(chosen());
  const use = (p: FoundPlace) => {
    for (const [name, value] of Object.entries({ name: p.name, admin1: p.admin1 ?? "", country: p.country, latitude: p.latitude?.toString() ?? "", longitude: p.longitude?.toString() ?? "", precision: p.precision })) set(name, value);
    opened.show(chosen());
  };
  let turn = 0;
  form.querySelector<HTMLInputElement>("[name=name]")?.addEventListener("input", (event) => { void search((event.target as HTMLInputElement).value); });
  async function search(words: string): Promise<void> {
    const mine = ++turn;
    const found = words.trim().length < 2 ? [] : await ask<FoundPlace[]>(`/suggest/places.json?q=${encodeURIComponent(words)}`).catch(() => []);
    if (mine !== turn) return;
    byId("found").replaceChildren(...found.map((p) => {
      const button = element("button", { type: "button" }, element("b", { dir: "auto" }, p.name), ` ${[p.admin1, p.country].filter(Boolean).join(", ")} `, element("small", {}, p.population ? `${p.population.toLocaleString("en")} people` : p.precision));
      button.addEventListener("click", () => use(p));
      return element("li", {}, button);
    }));
  }
}
