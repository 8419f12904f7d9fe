// What every page has: loading data that stands in scripts of its own, since a page from disk may fetch nothing.
"use strict";

const basutbud = (() => {
  const kept = new Map();
  const asked = new Map();
  const top = document.documentElement.dataset.top;

  // Called by the data scripts.
  function keep(key, value) {
    kept.set(key, value);
  }

  // The value that the data script at a path below the site's top keeps under its own path.
  function load(path) {
    if (!asked.has(path)) {
      asked.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = top + path;
        script.onload = () => (kept.has(path) ? resolve(kept.get(path)) : reject(new Error(path)));
        script.onerror = () => reject(new Error(path));
        document.head.append(script);
      }));
    }
    return asked.get(path);
  }

  return { keep, load, top };
})();
