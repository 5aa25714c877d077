import "./review.css";
import { send, showProblem } from "./page";

for (const form of document.querySelectorAll<HTMLFormElement>("form.apart")) {
  form.addEventListener("submit", (event) => { event.preventDefault(); void part(form); });
}

async function part(form: HTMLFormElement): Promise<void> {
  const why = form.querySelector<HTMLInputElement>("[name=why]")?.value ?? "";
  try {
    await send(`/merges/${form.dataset.merge ?? ""}/undo`, { why });
    location.assign("/incidents");
  } catch (problem) { showProblem(problem); }
}
