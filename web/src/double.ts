import "./review.css";
import { send, showProblem } from "./page";
import { listenToPosts } from "./posting";

const form = document.querySelector<HTMLFormElement>("#open-round");
form?.addEventListener("submit", (event) => { event.preventDefault(); void open(new FormData(form)); });

async function open(given: FormData): Promise<void> {
  try {
    await send("/double", { document: given.get("document"), coders: [given.get("first"), given.get("second")], start_from: given.get("start_from") });
    location.assign("/double");
  } catch (problem) { showProblem(problem); }
}

listenToPosts();
