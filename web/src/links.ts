import "./review.css";
import { ask, byId, element, send, showProblem, typing } from "./page";

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

const comparing = byId("comparing"), button = place.querySelector<HTMLButtonElement>("[data-do=find]");

// Every event is held against every other that it could be: a large store takes minutes, and the pairs here can be ruled on meanwhile.
async function follow(): Promise<void> {
  if (button) button.disabled = true;
  const begun = Date.now();
  try {
    while ((await ask<{ stage: string }>("/links/find.json")).stage === "running") {
      comparing.replaceChildren("All events are being compared ", element("progress", { "aria-label": "All events are being compared" }), ` ${Math.round((Date.now() - begun) / 1000)} s`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    // A pair that somebody looks at is not exchanged for another under their fingers.
    if (place.dataset.leftEvent) comparing.replaceChildren("The comparison has ended: ", element("a", { href: "/links" }, "see what it found"), ".");
    else location.assign("/links");
  } catch (problem) { showProblem(problem); } finally { if (button) button.disabled = false; }
}

async function find(): Promise<void> {
  byId("problem").hidden = true;
  try { await send("/links/find"); } catch (problem) { showProblem(problem); }
  await follow();
}

const actions: Record<string, () => void> = {
  same: () => rule("same"),
  part: () => rule("part of"),
  whole: () => rule("part of", true),
  different: () => rule("different"),
  unsure: () => rule("unsure"),
  skip: () => location.assign(place.dataset.skip ?? "/links"),
  undo: () => { void act("/links/undo", undefined, () => location.assign("/links")); },
  find: () => { void find(); },
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
if (comparing.dataset.stage === "running") void follow();
