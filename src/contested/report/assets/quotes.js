"use strict";
// Quotations: any element with data-q opens the words that it came from; any with data-open opens an event's card.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const panel = byId("panel"), passage = byId("passage"), cardPlace = byId("card"), cards = byId("cards");
let opener = null;

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function spansOf(refs) {
  const spans = new Map();
  for (const ref of refs.split(" ").filter(Boolean)) {
    const [index, start, end] = ref.split(":").map(Number);
    if (!spans.has(index)) spans.set(index, []);
    spans.get(index).push([start, end]);
  }
  return spans;
}

// The words of one value, marked in their context.
function showWords(refs) {
  passage.replaceChildren();
  for (const [index, marks] of spansOf(refs)) passage.append(quote(index, marks, "said", []));
  tellSource();
}

// The sentences of an event: what stands around them is dimmed, every coded word is underlined.
function showSentences(card) {
  const coded = spansOf([...card.querySelectorAll(".v")].map((v) => v.dataset.q).join(" "));
  passage.replaceChildren();
  for (const [index, sentences] of spansOf(card.dataset.q)) passage.append(quote(index, coded.get(index) || [], "coded", sentences));
  tellSource();
}

function tellSource() {
  const last = passage.lastElementChild;
  if (last) passage.append(element("footer", { dir: "auto" }, data.titles[last.dataset.document] || last.dataset.document));
}

// Offsets count code points, strings count UTF-16 units: cut by code points.
function quote(index, marks, kind, sentences) {
  const [source, text, before, after] = data.excerpts[index], points = [...text];
  const node = element("blockquote", { class: "quote", dir: "auto", "data-document": source }, before ? "… " : "");
  const cuts = [...new Set([0, points.length, ...marks.flat(), ...sentences.flat()])].filter((c) => c <= points.length).sort((a, b) => a - b);
  const within = (spans, at) => spans.some(([start, end]) => start <= at && at < end);
  for (let i = 0; i + 1 < cuts.length; i++) {
    const words = points.slice(cuts[i], cuts[i + 1]).join("");
    if (within(marks, cuts[i])) node.append(element("mark", { class: kind }, words));
    else if (sentences.length && !within(sentences, cuts[i])) node.append(element("span", { class: "around" }, words));
    else node.append(words);
  }
  node.append(after ? " …" : "");
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
  if (refs) showWords(refs); else showSentences(card);
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
    if (number === undefined) { putAway(); markChosen(null); showWords(value.dataset.q); openPanel(value); }
    else openEvent(number, value.dataset.q, value);
    value.classList.add("on");
  } else if (open || row) {
    openEvent(open ? open.dataset.open : row.dataset.n, "", open || row.querySelector(".open"));
    if (open && !row) panel.focus({ preventScroll: true });
  }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) closePanel(); });
byId("close").addEventListener("click", closePanel);
