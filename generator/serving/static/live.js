// Loads the page anew when what it is made of has been saved, and puts its reader back where they were.
"use strict";

(() => {
  const { version } = document.currentScript.dataset;
  const kept = `basutbud:${location.pathname}`;
  let source = null;

  // Storage may be refused; then the page is only loaded anew.
  function keep(state) {
    try {
      sessionStorage.setItem(kept, JSON.stringify(state));
    } catch { /* nothing is kept */ }
  }

  function take() {
    try {
      const state = JSON.parse(sessionStorage.getItem(kept));
      sessionStorage.removeItem(kept);
      return state;
    } catch {
      return null;
    }
  }

  function foldings() {
    return [...document.querySelectorAll("main details")];
  }

  function loadAnew() {
    close();
    const focus = document.activeElement === null ? "" : document.activeElement.id;
    keep({ x: scrollX, y: scrollY, open: foldings().map((folding) => folding.open), focus });
    location.reload();
  }

  function putBack(state) {
    const folded = foldings();
    if (folded.length === state.open.length) {
      folded.forEach((folding, number) => { folding.open = state.open[number]; });
    }
    const focused = state.focus === "" ? null : document.getElementById(state.focus);
    if (focused !== null) {
      focused.focus({ preventScroll: true });
    }
    scrollTo({ left: state.x, top: state.y, behavior: "instant" });
    const said = document.getElementById("live-sagt");
    // A moment later, so that a screen reader knows the place before something is said in it.
    setTimeout(() => { said.textContent = said.dataset.said; }, 200);
  }

  // A browser has few connections to one place, so only the pages that are seen listen.
  function listen() {
    if (source === null && document.visibilityState === "visible") {
      source = new EventSource(`/_basutbud/events?page=${encodeURIComponent(location.pathname)}`);
      source.onmessage = (event) => {
        if (event.data !== version) {
          loadAnew();
        }
      };
    }
  }

  function close() {
    if (source !== null) {
      source.close();
      source = null;
    }
  }

  const state = take();
  if (state !== null) {
    addEventListener("load", () => putBack(state));
  }
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? listen() : close()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", listen);
  listen();
})();
