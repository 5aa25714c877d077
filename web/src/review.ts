import { openEditors } from "./editors";
import { linkTextAndCards } from "./linked";
import { byId, send, showProblem, typing } from "./page";

interface Done { document: string; event: string }

const place = byId("review"), text = document.getElementById("text"), cards = document.querySelector<HTMLElement>(".cards");
const EDITS: Record<string, string> = { "1": "act", "2": "date", "3": "place", "4": "by", "5": "against", "6": "with", "7": "toll", x: "reject" };

if (text && cards) {
  void linkTextAndCards(text, cards, null).chooseEvent("0", false);
  text.querySelector("[data-e], [data-v]")?.scrollIntoView({ block: "center" });
}
const editors = openEditors(place, text, () => location.assign(place.dataset.here ?? "/review"), () => location.assign(place.dataset.next ?? "/review"));

const actions: Record<string, () => void> = {
  accept: () => { void decide(); },
  reject: () => editors.open("reject"),
  skip: () => location.assign(place.dataset.skip ?? "/review"),
  undo: () => { void undo(); },
  legend: () => byId<HTMLDialogElement>("legend").showModal(),
};

async function decide(): Promise<void> {
  try {
    await send(place.dataset.post ?? "", { verdict: "accept" });
    location.assign(place.dataset.next ?? "/review");
  } catch (problem) { showProblem(problem); }
}

async function undo(): Promise<void> {
  try {
    const done = await send<Done>("/review/undo");
    location.assign(`/review?document=${encodeURIComponent(done.document)}&event=${encodeURIComponent(done.event)}`);
  } catch (problem) { showProblem(problem); }
}

const keys: Record<string, string> = { a: "accept", s: "skip", u: "undo", "?": "legend" };
document.addEventListener("keydown", (event) => {
  if (typing(event) || document.querySelector("dialog[open]")) return;
  const edit = EDITS[event.key], action = keys[event.key];
  if (edit && document.getElementById(`edit-${edit}`)) { event.preventDefault(); editors.open(edit); }
  else if (action && (action === "undo" || place.dataset.post)) { event.preventDefault(); actions[action]?.(); }
});
place.addEventListener("click", (event) => {
  const button = (event.target as HTMLElement).closest<HTMLElement>("[data-do], [data-edit]");
  if (button?.dataset.do) actions[button.dataset.do]?.();
  if (button?.dataset.edit) editors.open(button.dataset.edit);
});
place.dataset.ready = "yes";
