import "./review.css";
import { ask, byId, element, send, showProblem } from "./page";
import { listenToPosts } from "./posting";

const form = document.querySelector<HTMLFormElement>("#open-round");
form?.addEventListener("submit", (event) => { event.preventDefault(); void open(new FormData(form)); });

form?.querySelector("[name=document]")?.addEventListener("input", (event) => { void suggest((event.target as HTMLInputElement).value); });

// A store has more documents than a list can hold: those that hold the words typed so far are offered.
async function suggest(words: string): Promise<void> {
  const found = words.length < 2 ? [] : await ask<{ document: string; called: string }[]>(`/suggest/documents.json?q=${encodeURIComponent(words)}`).catch(() => []);
  byId("found-documents").replaceChildren(...found.map((f) => element("option", { value: f.document }, f.called)));
}

async function open(given: FormData): Promise<void> {
  try {
    await send("/double", { document: given.get("document"), coders: [given.get("first"), given.get("second")], start_from: given.get("start_from") });
    location.assign("/double");
  } catch (problem) { showProblem(problem); }
}

listenToPosts();
