// The search box in the header, which leads to the search page; on a region's pages, to a search in that region.
"use strict";

(() => {
  const page = document.documentElement;
  const menu = document.querySelector("header nav");
  if (!menu || document.getElementById("sok")) return;
  const region = (page.dataset.region || "").replace("/", "");
  const box = document.createElement("div");
  const input = document.createElement("input");
  const button = document.createElement("button");
  const label = document.createElement("label");
  const search = () => {
    const asked = new URLSearchParams({ q: input.value.trim(), ...(region ? { region } : {}) });
    location.href = `${page.dataset.top}search.html#${asked}`;
  };
  box.className = "sökruta";
  box.setAttribute("role", "search");
  input.type = "search";
  input.maxLength = 200;
  input.autocomplete = "off";
  input.id = "sökruta";
  label.htmlFor = input.id;
  label.textContent = region ? "Sök i regionen" : "Sök på webbplatsen";
  input.addEventListener("keydown", (event) => event.key === "Enter" && search());
  button.type = "button";
  button.textContent = "Sök";
  button.addEventListener("click", search);
  box.append(label, input, button);
  menu.parentElement.append(box);
})();
