import { ask, byId, element, send, showProblem } from "./page";

interface Job { number: number; name: string; state: string; told: string; document: string | null; events: number; left_out: number; coded: Record<string, number>; left: Record<string, number> }

const list = byId("jobs"), drop = byId<HTMLFormElement>("drop"), files = byId<HTMLInputElement>("files");
let asking = false, again = false;

function parts(counts: Record<string, number>): string {
  const told = Object.entries(counts).map(([what, n]) => `${n} ${what}`);
  return told.length ? ` (${told.join(", ")})` : "";
}

function show(jobs: Job[]): void {
  if (!jobs.length) return;
  list.replaceChildren(...jobs.map((job) => {
    const done = job.document === null ? [] : [": ", element("a", { href: `/documents/${encodeURIComponent(job.document)}` }, `${job.events} event${job.events === 1 ? "" : "s"}`), parts(job.coded), `, ${job.left_out} left out`, parts(job.left)];
    const bar = job.state === "coding" ? [element("progress", { "aria-label": `${job.name} is being coded` })] : [];
    return element("li", { class: job.state }, element("b", { dir: "auto" }, job.name), ` ${job.state}`, ...done, " ", ...bar, element("small", { dir: "auto" }, job.told));
  }));
}

// What was added while an answer was on its way is not in that answer: then it is asked for again.
async function follow(): Promise<void> {
  again = true;
  if (asking) return;
  asking = true;
  try {
    while (again) {
      again = false;
      const jobs = await ask<Job[]>("/add.json");
      show(jobs);
      if (!jobs.some((j) => j.state === "waiting" || j.state === "coding")) continue;
      again = true;
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  } catch (problem) { showProblem(problem); } finally { asking = false; }
}

async function add(address: string, body: unknown): Promise<void> {
  byId("problem").hidden = true;
  try { await send(address, body); await follow(); } catch (problem) { showProblem(problem); }
}

function addFiles(chosen: FileList | null | undefined): void {
  if (!chosen?.length) return;
  const body = new FormData();
  for (const file of chosen) body.append("files", file);
  void add("/add/files", body);
}

files.addEventListener("change", () => { addFiles(files.files); });
for (const name of ["dragover", "dragenter"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => { event.preventDefault(); addFiles(event.dataTransfer?.files); });
for (const [id, address] of [["paste", "/add/text"], ["address", "/add/address"]] as const) {
  const form = document.getElementById(id) as HTMLFormElement | null;
  if (!form) continue;
  form.addEventListener("submit", (event) => { event.preventDefault(); void add(address, Object.fromEntries(new FormData(form))); });
}
void follow();
