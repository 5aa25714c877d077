// Buttons that send something and lead on: data-post names the address, data-then where to go.
import { send, showProblem } from "./page";

export function listenToPosts(place: HTMLElement | Document = document): void {
  place.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("button[data-post]");
    if (button) void post(button);
  });
}

async function post(button: HTMLElement): Promise<void> {
  try {
    await send(button.dataset.post ?? "");
    location.assign(button.dataset.then ?? location.href);
  } catch (problem) { showProblem(problem); }
}
