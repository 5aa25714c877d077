// What the forms of corrections hold, as values for the server: each with its quotation.
import type { Span } from "./selection";

export interface Given { value: Record<string, unknown>; speaker?: string | null; spans: Span[] }

export function field(form: HTMLElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? "";
}

const orNull = (value: string) => value || null;
const numberOrNull = (value: string) => (value === "" ? null : Number(value));

export function valuesOf(form: HTMLFormElement, selected: Span[]): Given[] {
  switch (form.dataset.property) {
    case "action": return [{ value: { action: field(form, "action") }, spans: selected }];
    case "date": return [{ value: dateOf(form), spans: selected }];
    case "place": return placeOf(form, selected);
    case "casualty": return rowsOf(form).map((row) => ({ value: { kind: field(row, "kind"), low: numberOrNull(field(row, "low")), high: numberOrNull(field(row, "high")), of: orNull(field(row, "of")) }, speaker: orNull(field(row, "speaker")), spans: spansOf(row.dataset.spans, selected) }));
    default: return rowsOf(form).map((row) => namedOf(row, form.dataset.property ?? "", selected)).filter((given) => given.value.name);
  }
}

export function dateOf(form: HTMLElement): Record<string, unknown> {
  return { start: orNull(field(form, "start")), end: orNull(field(form, "end") || field(form, "start")), precision: field(form, "precision"), basis: field(form, "basis") || "occurrence" };
}

// A month or a year is known to both its ends: choosing so widens the days that were given.
export function widenDates(form: HTMLElement): void {
  const precision = form.querySelector<HTMLSelectElement>("[name=precision]"), start = form.querySelector<HTMLInputElement>("[name=start]"), end = form.querySelector<HTMLInputElement>("[name=end]");
  if (!precision || !start || !end) return;
  sayDates(form, [start, end]);
  precision.addEventListener("change", () => {
    const [year, month] = start.value.split("-").map(Number);
    if (!year || !month || !["month", "year"].includes(precision.value)) return;
    const [first, last] = precision.value === "year" ? [1, 12] : [month, month];
    const two = (n: number) => String(n).padStart(2, "0");
    start.value = `${String(year).padStart(4, "0")}-${two(first)}-01`;
    end.value = `${String(year).padStart(4, "0")}-${two(last)}-${two(new Date(Date.UTC(year, last, 0)).getUTCDate())}`;
    for (const input of [start, end]) input.dispatchEvent(new Event("input"));
  });
}

// Browsers write days as their language does; beside them stands the month in letters.
function sayDates(form: HTMLElement, inputs: HTMLInputElement[]): void {
  for (const input of inputs) {
    const place = form.querySelector(`[data-of="${input.name}"]`);
    const say = () => { if (place) place.textContent = input.valueAsDate?.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }) ?? ""; };
    input.addEventListener("input", say);
    say();
  }
}

function rowsOf(form: HTMLFormElement): HTMLElement[] { return [...form.querySelectorAll<HTMLElement>(".rows .row")]; }

function placeOf(form: HTMLFormElement, selected: Span[]): Given[] {
  const name = field(form, "name");
  if (!name) return [];
  const value = { text: field(form, "text") || name, name, admin1: orNull(field(form, "admin1")), country: orNull(field(form, "country").toUpperCase()), latitude: numberOrNull(field(form, "latitude")), longitude: numberOrNull(field(form, "longitude")), precision: field(form, "precision") };
  return [{ value, spans: selected }];
}

function namedOf(row: HTMLElement, property: string, selected: Span[]): Given {
  const input = row.querySelector<HTMLInputElement>("input[name=name]");
  const name = input?.value.trim() ?? "", same = name === input?.dataset.was;
  const text = same ? input?.dataset.text ?? name : name, value: Record<string, unknown> = { name, text };
  if (property !== "weapon") value.kind = same ? input?.dataset.kind ?? "" : "";
  return { value, spans: same ? spansOf(input?.dataset.spans, []) : selected };
}

function spansOf(kept: string | undefined, selected: Span[]): Span[] {
  const spans = (kept ?? "").trim().split(" ").filter(Boolean).map((s) => s.split("-").map(Number) as Span);
  return spans.length ? spans : selected;
}
