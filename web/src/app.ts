import "./app.css";
import { byId } from "./page";
import { openPalette } from "./palette";

const theme = byId("theme"), root = document.documentElement, wide = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme || (wide.matches ? "dark" : "light")) === "dark";
const name = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
const kept = localStorage.getItem("contested-theme");
if (kept) root.dataset.theme = kept;
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  localStorage.setItem("contested-theme", root.dataset.theme);
  name();
});
theme.hidden = false;
name();

document.addEventListener("keydown", (event) => {
  const find = document.querySelector<HTMLInputElement>("#find"); // who has not signed in has nothing to search
  if (find && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette(find.value);
  }
});
