// The search box in the header, which leads to the search page; on a region's pages, to a search in that region.
"use strict";

(() => {
  const page = document.documentElement;
  const menu = document.querySelector("header nav");
  if (!menu || document.getElementById("sok")) return;
  const input = document.createElement("input");
  const button = document.createElement("button");
  const form = document.createElement("form");
  const region = (page.dataset.region || "").replace("/", "");
  input.type = "search";
  input.maxLength = 200;
  input.placeholder = "Sök";
  input.setAttribute("aria-label", region ? "Sök i regionen" : "Sök på webbplatsen");
  button.textContent = "Sök";
  form.className = "sökruta";
  form.autocomplete = "off";
  form.setAttribute("role", "search");
  form.append(input, button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams({ q: input.value.trim(), ...(region ? { region } : {}) });
    location.href = `${page.dataset.top}search.html#${asked}`;
  });
  menu.after(form);
})();
