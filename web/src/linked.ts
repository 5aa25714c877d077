// Text and cards show each other: hovering or choosing one side marks the other.
import { announce, element, typing } from "./page";
import { portionsOf } from "./portions";

export interface Linked { chooseEvent(event: string, scroll: boolean): Promise<void> }

export function linkTextAndCards(text: HTMLElement, cards: HTMLElement, lister: HTMLElement | null): Linked {
  const portions = portionsOf(cards);
  const marksOf = (value: string) => [...text.querySelectorAll<HTMLElement>(`[data-v~="${value}"]`)];
  const sentencesOf = (event: string) => [...text.querySelectorAll<HTMLElement>(`[data-e~="${event}"]`)];
  const cardOf = (event: string) => cards.querySelector<HTMLElement>(`.card[data-e="${event}"]`);
  const valueOf = (value: string) => cards.querySelector<HTMLElement>(`.v[data-v="${value}"]`);
  const smooth: ScrollBehavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  function clear(name: string): void {
    for (const side of [text, cards]) for (const node of side.querySelectorAll(`.${name}`)) node.classList.remove(name);
  }

  function light(name: string, nodes: Iterable<Element | null>): void {
    clear(name);
    for (const node of nodes) node?.classList.add(name);
  }

  function eventsOf(mark: HTMLElement): string[] {
    const told = mark.closest<HTMLElement>("[data-e]")?.dataset.e?.split(" ") ?? [];
    return [...new Set([...told, ...(mark.dataset.v?.split(" ") ?? []).map((v) => v.split(".")[0] ?? "")])];
  }

  async function chooseEvent(event: string, scroll: boolean): Promise<void> {
    await portions.ensure(Number(event));
    const sentences = sentencesOf(event), card = cardOf(event);
    light("on", [...sentences, card]);
    if (!scroll) return;
    sentences[0]?.scrollIntoView({ block: "center", behavior: smooth });
    card?.scrollIntoView({ block: "nearest" });
  }

  function chooseValue(value: string): void {
    const marks = marksOf(value);
    light("on", [...sentencesOf(value.split(".")[0] ?? ""), cardOf(value.split(".")[0] ?? "")]);
    light("said", [...marks, valueOf(value)]);
    marks[0]?.scrollIntoView({ block: "center", behavior: smooth });
    announce(`“${marks.map((m) => m.textContent).join(" … ")}” in the text`);
  }

  async function listValues(mark: HTMLElement, byKey = false): Promise<void> {
    const values = (mark.dataset.v ?? "").split(" ").filter(Boolean);
    for (const event of eventsOf(mark)) await portions.ensure(Number(event));
    light("said", [mark, ...values.map(valueOf)]);
    light("on", [...eventsOf(mark).map(cardOf)]);
    const first = values.length ? valueOf(values[0] ?? "") : cardOf(eventsOf(mark)[0] ?? "");
    first?.scrollIntoView({ block: "nearest" });
    if (!lister || !values.length) return;
    lister.replaceChildren(element("p", { class: "meta" }, `“${mark.textContent}” stands for`), ...values.map(valueEntry));
    const room = mark.getBoundingClientRect();
    lister.style.left = `${Math.max(8, Math.min(room.left, innerWidth - 340))}px`;
    lister.style.top = `${Math.min(room.bottom + 6, innerHeight - 160)}px`;
    if (!lister.matches(":popover-open")) lister.showPopover();
    if (byKey) lister.querySelector("button")?.focus();
    announce(`“${mark.textContent}” stands for ${[...lister.querySelectorAll(".entry")].map((entry) => entry.textContent).join("; ")}`);
  }

  function valueEntry(value: string): HTMLElement {
    const shown = valueOf(value), card = cardOf(value.split(".")[0] ?? "");
    const kind = shown?.closest("dd");
    let label = kind?.previousElementSibling;
    while (label && label.tagName !== "DT") label = label.previousElementSibling;
    const button = element("button", { type: "button", class: "entry" }, element("b", {}, label?.textContent?.trim() ?? ""), ` ${shown?.textContent?.trim() ?? ""} `, element("small", { dir: "auto" }, card?.querySelector("h2, h1")?.textContent?.trim() ?? ""));
    button.addEventListener("click", () => { lister?.hidePopover(); chooseValue(value); shown?.focus(); });
    return button;
  }

  text.addEventListener("pointerover", (event) => {
    const mark = (event.target as HTMLElement).closest<HTMLElement>("[data-v], [data-e]");
    if (mark) light("near", [...eventsOf(mark).map(cardOf), ...(mark.dataset.v?.split(" ") ?? []).map(valueOf)]);
    else clear("near");
  });
  cards.addEventListener("pointerover", (event) => {
    const target = event.target as HTMLElement, value = target.closest<HTMLElement>(".v"), card = target.closest<HTMLElement>(".card");
    light("near", value ? marksOf(value.dataset.v ?? "") : card ? sentencesOf(card.dataset.e ?? "") : []);
  });
  for (const side of [text, cards]) side.addEventListener("pointerleave", () => clear("near"));
  text.addEventListener("click", (event) => {
    if (getSelection()?.toString()) return;
    const mark = (event.target as HTMLElement).closest<HTMLElement>("[data-v], [data-e]");
    if (mark) void listValues(mark);
  });
  cards.addEventListener("click", (event) => {
    const target = event.target as HTMLElement, value = target.closest<HTMLElement>(".v"), jump = target.closest<HTMLElement>(".jump");
    if (value?.dataset.v) chooseValue(value.dataset.v);
    else if (jump?.dataset.e) void chooseEvent(jump.dataset.e, true);
  });
  cards.addEventListener("focusin", (event) => {
    const value = (event.target as HTMLElement).closest<HTMLElement>(".v");
    if (value?.dataset.v) light("near", marksOf(value.dataset.v));
  });
  document.addEventListener("keydown", (event) => {
    const here = document.activeElement as HTMLElement;
    if (event.key === "Enter" && here.matches("#text mark")) { event.preventDefault(); void listValues(here, true); }
    if (typing(event) || (event.key !== "n" && event.key !== "p") || document.querySelector("dialog[open]")) return;
    const marks = [...text.querySelectorAll<HTMLElement>("mark")], at = marks.indexOf(here);
    const next = marks[Math.max(0, Math.min(marks.length - 1, at + (event.key === "n" ? 1 : -1)))];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
    void listValues(next);
  });
  return { chooseEvent };
}
