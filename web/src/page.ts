// Small helpers that every page shares.
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export function drawn(name: string, attributes: Record<string, string | number> = {}, ...children: (Node | string)[]): SVGElement {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

export function announce(words: string): void {
  byId("announce").textContent = words;
}

export function typing(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return event.ctrlKey || event.metaKey || event.altKey || !!target.closest("input, textarea, select, [contenteditable]");
}

export async function send<T>(address: string, body?: unknown): Promise<T> {
  const init: RequestInit = { method: "POST", credentials: "same-origin" };
  if (body instanceof FormData) init.body = body;
  else if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return told<T>(await fetch(address, init));
}

export async function ask<T>(address: string): Promise<T> {
  return told<T>(await fetch(address, { credentials: "same-origin" }));
}

async function told<T>(answer: Response): Promise<T> {
  if (answer.ok) return (await answer.json()) as T;
  const text = await answer.text();
  let detail = text;
  try { detail = String((JSON.parse(text) as { detail: unknown }).detail); } catch { /* a plain line */ }
  throw new Error(detail);
}

export function showProblem(problem: unknown): void {
  const place = byId("problem");
  place.textContent = problem instanceof Error ? problem.message : String(problem);
  place.hidden = false;
}
