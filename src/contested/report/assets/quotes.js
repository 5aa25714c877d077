"use strict";
// Quotations: any element with data-q opens the words that it came from; any with data-open opens an event's card.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const panel = byId("panel"), passage = byId("passage"), cardPlace = byId("card"), cards = byId("cards");
const titles = new Map([...document.querySelectorAll("#filters [name=document] option")].map((o) => [o.value, o.text.replace(/ \(\d+\)$/, "")]));
let opener = null;

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// Offsets count code points, strings count UTF-16 units: cut by code points.
function showQuotes(refs) {
  const spans = new Map();
  for (const ref of refs.split(" ").filter(Boolean)) {
    const [index, start, end] = ref.split(":").map(Number);
    if (!spans.has(index)) spans.set(index, []);
    spans.get(index).push([start, end]);
  }
  passage.replaceChildren();
  let source = "";
  for (const [index, marks] of spans) {
    const [name, text, before, after] = data.excerpts[index];
    passage.append(quote([...text], marks, before, after));
    source = name;
  }
  if (source) passage.append(element("footer", { dir: "auto" }, titles.get(source) || source));
}

function quote(points, marks, before, after) {
  const node = element("blockquote", { class: "quote", dir: "auto" }, before ? "… " : "");
  let at = 0;
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    node.append(points.slice(at, Math.max(at, start)).join(""));
    const marked = points.slice(Math.max(at, start), end).join("");
    node.append(end - start > 0.8 * points.length ? marked : element("mark", {}, marked));
    at = end;
  }
  node.append(points.slice(at).join(""), after ? " …" : "");
  return node;
}

function openPanel(from) {
  if (panel.hidden) opener = from;
  panel.hidden = false;
  document.querySelector(".stage").classList.add("with-panel");
  panel.scrollTop = 0;
}

function putAway() {
  for (const card of [...cardPlace.children]) if (card.dataset.card) cards.append(card); else card.remove();
}

function openEvent(number, refs, from) {
  const card = document.querySelector(`[data-card="${number}"]`);
  if (!cardPlace.contains(card)) { putAway(); cardPlace.append(card); }
  markChosen(number);
  showQuotes(refs || card.dataset.q);
  openPanel(from);
}

function openList(heading, numbers, from) {
  putAway();
  passage.replaceChildren();
  const items = numbers.map((n) => element("li", {},
    element("button", { type: "button", class: "open", "data-open": n }, data.events[n].t),
    element("small", {}, `${data.events[n].label}, ${data.events[n].s}`)));
  cardPlace.append(element("h2", { dir: "auto" }, heading), element("ul", { class: "list" }, ...items));
  markChosen(null);
  openPanel(from);
}

function closePanel() {
  panel.hidden = true;
  document.querySelector(".stage").classList.remove("with-panel");
  markChosen(null);
  if (opener && opener.isConnected) opener.focus();
}

function markChosen(number) {
  for (const node of document.querySelectorAll(".on")) node.classList.remove("on");
  if (number === null) return;
  for (const node of document.querySelectorAll(`tr[data-n="${number}"], .mark[data-n="${number}"], .spot[data-ns~="${number}"]`)) node.classList.add("on");
}

document.addEventListener("click", (event) => {
  const value = event.target.closest("[data-q].v"), open = event.target.closest("[data-open]");
  const row = event.target.closest(".events tbody tr");
  if (value) {
    const own = value.closest(".card");
    const number = own ? own.dataset.card : value.dataset.n;
    if (number === undefined) { putAway(); markChosen(null); showQuotes(value.dataset.q); openPanel(value); }
    else openEvent(number, value.dataset.q, value);
    value.classList.add("on");
  } else if (open || row) {
    openEvent(open ? open.dataset.open : row.dataset.n, "", open || row.querySelector(".open"));
    if (open && !row) panel.focus({ preventScroll: true });
  }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) closePanel(); });
byId("close").addEventListener("click", closePanel);
