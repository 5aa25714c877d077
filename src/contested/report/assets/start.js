// Tabs, theme, first drawing.
const tabs = [...document.querySelectorAll("[role=tab]")];

function showTab(tab) {
  for (const other of tabs) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", chosen);
    other.tabIndex = chosen ? 0 : -1;
    byId(other.getAttribute("aria-controls")).hidden = !chosen;
  }
  try { history.replaceState(null, "", `#/${tab.id.slice(4)}`); } catch { /* a sandboxed frame has no history */ }
  drawMap();
}

for (const tab of tabs) {
  tab.addEventListener("click", () => showTab(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    showTab(next); next.focus();
  });
}

const theme = byId("theme"), wide = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme || (wide.matches ? "dark" : "light")) === "dark";
function nameTheme() { theme.textContent = isDark() ? "Light" : "Dark"; }
try { const kept = localStorage.getItem("contested-theme"); if (kept) document.documentElement.dataset.theme = kept; } catch { /* storage is off */ }
theme.addEventListener("click", () => {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("contested-theme", document.documentElement.dataset.theme); } catch { /* storage is off */ }
  nameTheme();
});
theme.hidden = false;
nameTheme();
document.documentElement.classList.remove("no-js");
showTab(byId(`tab-${location.hash.slice(2)}`) || tabs[0]);
applyFilters();
let frame = 0;
const redraw = () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(() => { drawTimeline(); drawKilled(); drawMap(); }); };
for (const place of [byId("timeline"), mapPlace]) {
  let width = place.clientWidth;
  new ResizeObserver(() => { if (place.clientWidth !== width) { width = place.clientWidth; redraw(); } }).observe(place);
}
