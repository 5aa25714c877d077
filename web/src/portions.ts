// Cards come in portions: those further down are fetched when they are scrolled to or when a mark asks for one of them.
import { announce } from "./page";

export interface Portions { ensure(event: number): Promise<void> }

export function portionsOf(cards: HTMLElement): Portions {
  const loading = new Map<HTMLElement, Promise<void>>();

  function load(place: HTMLElement): Promise<void> {
    const under = loading.get(place);
    if (under) return under;
    const loaded = fetchCards(`${cards.dataset.more ?? ""}${place.dataset.first ?? "0"}`).then((found) => { place.replaceWith(found); }, () => announce("These events cannot be loaded."));
    loading.set(place, loaded);
    return loaded;
  }

  const near = new IntersectionObserver((seen) => { for (const one of seen) if (one.isIntersecting) void load(one.target as HTMLElement); }, { root: null, rootMargin: "600px" });
  for (const place of cards.querySelectorAll(".more")) near.observe(place);
  return {
    async ensure(event) {
      const place = [...cards.querySelectorAll<HTMLElement>(".more")].find((p) => Number(p.dataset.first) <= event && event <= Number(p.dataset.last));
      if (place) await load(place);
    },
  };
}

async function fetchCards(address: string): Promise<DocumentFragment> {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(await answer.text());
  return document.createRange().createContextualFragment(await answer.text());
}
