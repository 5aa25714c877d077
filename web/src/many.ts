import "./review.css";
import { byId, send, showProblem, typing } from "./page";

const form = byId<HTMLFormElement>("many"), button = byId<HTMLButtonElement>("accept-many"), done = byId("done");
const boxes = [...form.querySelectorAll<HTMLInputElement>("[data-event]")];
const chosen = () => boxes.filter((box) => box.checked && !box.disabled);

function count(): void {
  button.textContent = `Accept ${chosen().length}`;
  button.disabled = !chosen().length;
}

async function accept(): Promise<void> {
  const events = chosen(), why = form.querySelector<HTMLInputElement>("[name=why]")?.value ?? "";
  try {
    const told = await send<{ accepted: number; waiting: number }>("/review/accept", { events: events.map((box) => ({ document: box.dataset.document, event: box.dataset.event })), why });
    for (const box of events) { box.disabled = true; box.closest("li")?.classList.add("accepted"); }
    done.querySelector("span")?.replaceChildren(`${told.accepted} accepted, ${told.waiting} still wait.`);
    done.hidden = false;
    count();
  } catch (problem) { showProblem(problem); }
}

async function undo(): Promise<void> {
  try { await send("/review/undo"); location.reload(); } catch (problem) { showProblem(problem); }
}

form.addEventListener("submit", (event) => { event.preventDefault(); void accept(); });
form.addEventListener("change", count);
document.addEventListener("click", (event) => {
  const wanted = (event.target as HTMLElement).closest<HTMLElement>("[data-do]")?.dataset.do;
  if (wanted === "all" || wanted === "none") { for (const box of boxes) box.checked = wanted === "all"; count(); }
  if (wanted === "undo") void undo();
});
document.addEventListener("keydown", (event) => { if (!typing(event) && event.key === "u") void undo(); });
count();
form.dataset.ready = "yes";
