import "./review.css";
import { openEditors, type Done } from "./editors";
import { linkTextAndCards } from "./linked";
import { byId, send, showProblem, typing } from "./page";
import { walkSentences } from "./selection";

const place = byId("review"), text = document.getElementById("text"), cards = document.querySelector<HTMLElement>(".cards");
const EDITS: Record<string, string> = { "1": "act", "2": "date", "3": "place", "4": "by", "5": "against", "6": "with", "7": "toll", x: "reject", A: "accept", d: "split", j: "join", e: "add" };
const KEYS: Record<string, string> = { a: "accept", s: "skip", u: "undo", "?": "legend", "[": "before", "]": "after" };

if (text && cards) {
  void linkTextAndCards(text, cards, null).chooseEvent("0", false);
  text.querySelector("[data-e], [data-v]")?.scrollIntoView({ block: "center" });
}
const walk = text ? walkSentences(text) : () => undefined;
const editors = openEditors(place, text, decided);

function decided(kind: string, done: Done): void {
  if (kind === "split" || kind === "add") location.assign(`${place.dataset.open ?? ""}${encodeURIComponent(done.event)}`);
  else location.assign((kind === "correct" || kind === "join" ? place.dataset.here : place.dataset.next) ?? "/review");
}

const actions: Record<string, () => void> = {
  accept: () => { void accept(); },
  skip: () => location.assign(place.dataset.skip ?? "/review"),
  undo: () => { void undo(); },
  legend: () => document.querySelector<HTMLDialogElement>("#legend")?.showModal(),
  before: () => walk(-1),
  after: () => walk(1),
};

async function accept(): Promise<void> {
  const round = place.dataset.round ? { round: Number(place.dataset.round) } : {};
  try {
    await send(`${place.dataset.event ?? ""}/decisions`, { verdict: "accept", ...round });
    location.assign(place.dataset.next ?? "/review");
  } catch (problem) { showProblem(problem); }
}

async function undo(): Promise<void> {
  try {
    const done = await send<Done>("/review/undo");
    const event = encodeURIComponent(done.event);
    if (done.round !== null) location.assign(`/double/${done.round}/review?event=${event}`);
    else location.assign(done.exists ? `/review?document=${encodeURIComponent(done.document)}&event=${event}` : place.dataset.next ?? "/review");
  } catch (problem) { showProblem(problem); }
}

document.addEventListener("keydown", (event) => {
  if (typing(event) || document.querySelector("dialog[open]")) return;
  const edit = EDITS[event.key], action = KEYS[event.key];
  if (edit && document.getElementById(`edit-${edit}`)) { event.preventDefault(); editors.open(edit); }
  else if (action && (action === "undo" || place.dataset.event)) { event.preventDefault(); actions[action]?.(); }
});
place.addEventListener("click", (event) => {
  const button = (event.target as HTMLElement).closest<HTMLElement>("[data-do], [data-edit]");
  if (button?.dataset.do) actions[button.dataset.do]?.();
  if (button?.dataset.edit) editors.open(button.dataset.edit);
});
place.dataset.ready = "yes";
