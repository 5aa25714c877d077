import { linkTextAndCards } from "./linked";
import { announce, byId } from "./page";

const linked = linkTextAndCards(byId("text"), byId("cards"), byId("lister"));

for (const box of document.querySelectorAll<HTMLInputElement>("[data-kind]")) {
  box.addEventListener("change", () => document.body.classList.toggle(`hide-${box.dataset.kind}`, !box.checked));
}

const wanted = new URLSearchParams(location.search).get("event");
const card = wanted ? document.getElementById(`e-${wanted}`) : null;
if (card?.dataset.e) {
  void linked.chooseEvent(card.dataset.e, true);
  announce(`${card.querySelector("h2")?.textContent?.trim() ?? "event"} selected`);
}
