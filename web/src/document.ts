import { openEditors } from "./editors";
import { linkTextAndCards } from "./linked";
import { announce, byId, typing } from "./page";
import { walkSentences } from "./selection";

const text = byId("text"), adding = byId("adding");
const linked = linkTextAndCards(text, byId("cards"), byId("lister"));
const editors = openEditors(adding, text, (_, done) => location.assign(`${adding.dataset.open ?? ""}${encodeURIComponent(done.event)}`));
let walk: ((step: 1 | -1) => void) | null = null;

document.addEventListener("keydown", (event) => {
  if (typing(event) || document.querySelector("dialog[open]")) return;
  if (event.key === "e") { event.preventDefault(); editors.open("add"); }
  if (event.key === "[" || event.key === "]") (walk ??= walkSentences(text))(event.key === "]" ? 1 : -1);
});

for (const box of document.querySelectorAll<HTMLInputElement>("[data-kind]")) {
  box.addEventListener("change", () => document.body.classList.toggle(`hide-${box.dataset.kind}`, !box.checked));
}

const wanted = new URLSearchParams(location.search).get("event");
const card = wanted ? document.getElementById(`e-${wanted}`) : null;
if (card?.dataset.e) {
  void linked.chooseEvent(card.dataset.e, true);
  announce(`${card.querySelector("h2")?.textContent?.trim() ?? "event"} selected`);
}
adding.dataset.ready = "yes";
