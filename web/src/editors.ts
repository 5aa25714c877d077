// The dialogs in which a person decides: what is given becomes a statement with the words selected in the text.
import { ask, byId, element, send, showProblem } from "./page";
import { openPlaceEditor } from "./place-editor";
import { selectedSpan, selectedWords, type Span } from "./selection";
import { dateOf, field, valuesOf, widenDates } from "./values";

export interface Done { document: string; event: string; exists: boolean; round: number | null }
export interface Editors { open(kind: string): void }
interface Request { address: string; body: Record<string, unknown>; kind: string }

// place: the element that says in its data where the event, its document and its double coding are.
export function openEditors(place: HTMLElement, text: HTMLElement | null, decided: (kind: string, done: Done) => void): Editors {
  let selected: Span[] = [];

  function open(kind: string): void {
    const dialog = document.getElementById(`edit-${kind}`) as HTMLDialogElement | null;
    if (!dialog) return;
    selected = text ? selectedSpan(text) : [];
    byId("problem").hidden = true;
    if (kind === "add") {
      if (!selected.length) return showProblem("Select the words that tell the event first: with the pointer, or with [ and ].");
      byId("chosen-words").textContent = text ? selectedWords(text) : "";
    }
    dialog.showModal();
    dialog.querySelector<HTMLSelectElement>("select[name=action]")?.selectedOptions[0]?.scrollIntoView({ block: "nearest" });
    if (kind === "place") void openPlaceEditor(dialog.querySelector("form") as HTMLFormElement, place.dataset.world ?? "");
  }

  for (const dialog of place.querySelectorAll("dialog")) {
    for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      const { address, body, kind } = requestOf(event.target as HTMLFormElement, place, selected);
      if (place.dataset.round) body.round = Number(place.dataset.round);
      send<Done>(address, body).then((done) => decided(kind, done), (problem: unknown) => { dialog.close(); showProblem(problem); });
    });
    dialog.addEventListener("click", (event) => changeRows(dialog, event.target as HTMLElement));
    dialog.addEventListener("input", (event) => { void suggestNames(event.target as HTMLInputElement); });
    showDefinition(dialog);
    widenDates(dialog);
  }
  return { open };
}

function requestOf(form: HTMLFormElement, place: HTMLElement, selected: Span[]): Request {
  const why = field(form, "why"), event = place.dataset.event ?? "";
  const { verdict, property } = form.dataset;
  switch (form.dataset.send) {
    case "split": return { kind: "split", address: `${event}/split`, body: { action: field(form, "action"), where: Object.fromEntries([...new FormData(form)].filter(([name]) => name.includes("."))), why } };
    case "join": return { kind: "join", address: `${event}/join`, body: { other: field(form, "other"), why } };
    case "add": return { kind: "add", address: place.dataset.document ?? "", body: { action: field(form, "action"), spans: selected, date: field(form, "start") ? dateOf(form) : null, why } };
  }
  if (verdict) return { kind: verdict, address: `${event}/decisions`, body: { verdict, why } };
  return { kind: "correct", address: `${event}/decisions`, body: { verdict: "correct", property: property ?? null, values: valuesOf(form, selected), why } };
}

function changeRows(dialog: HTMLDialogElement, target: HTMLElement): void {
  if (target.closest("[data-remove]")) target.closest(".row")?.remove();
  if (!target.closest("[data-add]")) return;
  const template = dialog.querySelector("template");
  if (template) dialog.querySelector(".rows")?.append(template.content.cloneNode(true));
  dialog.querySelector<HTMLElement>(".rows .row:last-child input, .rows .row:last-child select")?.focus();
}

async function suggestNames(input: HTMLInputElement): Promise<void> {
  if (input.getAttribute("list") !== "names" || input.value.length < 2) return;
  const names = await ask<string[]>(`/suggest/actors.json?q=${encodeURIComponent(input.value)}`).catch(() => []);
  byId("names").replaceChildren(...names.map((name) => element("option", { value: name })));
}

function showDefinition(dialog: HTMLDialogElement): void {
  const select = dialog.querySelector<HTMLSelectElement>("select[name=action]"), place = dialog.querySelector(".definition");
  if (!select || !place) return;
  const show = () => { place.textContent = select.selectedOptions[0]?.dataset.definition ?? ""; };
  select.addEventListener("change", show);
  show();
}
