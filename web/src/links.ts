import "./review.css";
import { announce, byId, send, showProblem, typing } from "./page";

const place = byId("linking"), why = document.getElementById("why") as HTMLInputElement | null;
const side = (name: "left" | "right") => ({ document: place.dataset[`${name}Document`], event: place.dataset[`${name}Event`] });
const goOn = () => location.assign(place.dataset.next ?? "/links");

async function act(address: string, body: unknown, then: () => void): Promise<void> {
  try { await send(address, body); then(); } catch (problem) { showProblem(problem); }
}

function rule(relation: string, turned = false): void {
  if (!place.dataset.leftEvent) return;
  void act("/links/rule", { left: side(turned ? "right" : "left"), right: side(turned ? "left" : "right"), relation, why: why?.value ?? "" }, goOn);
}

// Every event is held against every other that it could be: a large store takes a minute or more.
function announceWork(): void {
  const button = place.querySelector<HTMLButtonElement>("[data-do=find]");
  if (button) { button.disabled = true; button.textContent = "comparing…"; }
  announce("Comparing all events. This may take a minute.");
}

const actions: Record<string, () => void> = {
  same: () => rule("same"),
  part: () => rule("part of"),
  whole: () => rule("part of", true),
  different: () => rule("different"),
  unsure: () => rule("unsure"),
  skip: () => location.assign(place.dataset.skip ?? "/links"),
  undo: () => { void act("/links/undo", undefined, () => location.assign("/links")); },
  find: () => { announceWork(); void act("/links/find", undefined, () => location.assign("/links")); },
  legend: () => byId<HTMLDialogElement>("legend").showModal(),
};
const KEYS: Record<string, string> = { s: "same", p: "part", o: "whole", d: "different", n: "unsure", l: "skip", u: "undo", "?": "legend" };

document.addEventListener("keydown", (event) => {
  if (typing(event) || document.querySelector("dialog[open]")) return;
  const action = KEYS[event.key];
  if (action) { event.preventDefault(); actions[action]?.(); }
});
place.addEventListener("click", (event) => {
  const target = event.target as HTMLElement;
  if (target.closest("[data-close]")) target.closest("dialog")?.close();
  actions[target.closest<HTMLElement>("[data-do]")?.dataset.do ?? ""]?.();
});
place.dataset.ready = "yes";
