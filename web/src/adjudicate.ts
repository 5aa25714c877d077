import "./review.css";
import { linkTextAndCards } from "./linked";
import { byId, send, showProblem, typing } from "./page";
import { listenToPosts } from "./posting";

const place = byId("settling"), form = document.querySelector<HTMLFormElement>("#choice"), text = document.getElementById("text");
if (text) {
  linkTextAndCards(text, byId("cards"), null);
  text.querySelector("[data-e], [data-v]")?.scrollIntoView({ block: "center" });
}
const sides = () => [...(form?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];

function takeAll(side: string): void {
  for (const input of sides()) input.checked = input.value === side;
}

// A row's number takes its field from the side that it is not taken from.
function turn(row: string): void {
  const shown = [...(form?.querySelectorAll("tbody tr") ?? [])][Number(row) - 1];
  shown?.querySelector<HTMLInputElement>("input[type=radio]:not(:checked)")?.click();
}

async function settle(keep: boolean): Promise<void> {
  if (!form) return;
  const take = Object.fromEntries(sides().filter((input) => input.checked).map((input) => [input.name, input.value]));
  const why = form.querySelector<HTMLInputElement>("[name=why]")?.value ?? "";
  try {
    await send(place.dataset.post ?? "", { event: form.dataset.key, keep, take, why });
    location.assign(form.dataset.next ?? "/double");
  } catch (problem) { showProblem(problem); }
}

async function undo(): Promise<void> {
  try { await send("/review/undo"); location.assign(place.dataset.here ?? "/double"); } catch (problem) { showProblem(problem); }
}

const actions: Record<string, () => void> = {
  keep: () => { void settle(true); },
  none: () => { void settle(false); },
  left: () => takeAll("left"),
  right: () => takeAll("right"),
  skip: () => location.assign(form?.dataset.skip ?? "/double"),
  undo: () => { void undo(); },
  legend: () => byId<HTMLDialogElement>("legend").showModal(),
};
const KEYS: Record<string, string> = { a: "keep", x: "none", l: "left", r: "right", s: "skip", u: "undo", "?": "legend" };

document.addEventListener("keydown", (event) => {
  const choosing = (event.target as HTMLElement).matches("input[type=radio]");
  if ((typing(event) && !choosing) || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
  const action = KEYS[event.key];
  if (action) { event.preventDefault(); actions[action]?.(); } else if (/^[1-8]$/.test(event.key)) turn(event.key);
});
form?.addEventListener("submit", (event) => { event.preventDefault(); void settle(true); });
place.addEventListener("click", (event) => {
  const target = event.target as HTMLElement;
  if (target.closest("[data-close]")) target.closest("dialog")?.close();
  actions[target.closest<HTMLElement>("[data-do]")?.dataset.do ?? ""]?.();
});
listenToPosts();
place.dataset.ready = "yes";
