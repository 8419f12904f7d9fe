// The search page: what is asked for stands in the address, `search.html#q=recept&region=skane&kind=mottagning`.
"use strict";

(() => {
  const AT_A_TIME = 20;
  const byId = (id) => document.getElementById(id);
  const input = byId("sok-ord");
  const region = byId("sok-region");
  const kinds = [...byId("sok-slag").querySelectorAll("button")];
  const list = byId("sok-lista");
  const more = byId("sok-fler");
  const names = new Map([...region.options].map((option) => [option.value, option.text]));
  const kindWords = new Map(kinds.map((button) => [button.dataset.kind, button.dataset.one]));
  const kindTitles = new Map(kinds.map((button) => [button.dataset.kind, button.textContent]));
  const index = new SearchIndex();
  const loaded = new Set(); // the regions that are taken in; "" is what stands above them
  const lost = new Set(); // those that could not be read
  let asked = { q: "", region: "", kind: "" };
  let shown = AT_A_TIME;
  let loading = false;
  let found = [];
  let said = "";

  // What to search: what stands above the regions, and the chosen region or all.
  const wanted = () => ["", ...(asked.region ? [asked.region] : [...names.keys()].filter(Boolean))];
  const missing = () => wanted().filter((each) => !loaded.has(each) && !lost.has(each));

  async function load() {
    if (loading) return;
    loading = true;
    let since = performance.now();
    for (let next; (next = missing()[0]) !== undefined; ) {
      const folder = next ? `${next}/` : "";
      try {
        for (let number = 1, of = 1; number <= of; number++) {
          const shard = await basutbud.load(`${folder}data/search-${number}.js`);
          of = shard.of;
          await index.add(shard, next);
          if (performance.now() - since > 600) {
            show(false);
            since = performance.now();
          }
        }
        loaded.add(next);
      } catch (error) {
        lost.add(next);
        console.warn(error);
      }
    }
    loading = false;
    show(true);
  }

  // The hits in what is asked for; less strictly, once all is taken in, where nothing else is found.
  function search(complete) {
    for (const way of complete ? SearchIndex.ways : SearchIndex.ways.slice(0, 1)) {
      const hits = index.search(asked.q, way, asked.region);
      if (hits.length) return { way, hits };
    }
    return { way: "all", hits: [] };
  }

  function show(complete) {
    byId("sok-svar").hidden = !asked.q;
    if (!asked.q) return;
    const { way, hits } = search(complete);
    found = hits.filter(({ entry }) => !asked.kind || entry.kind === asked.kind);
    showKinds(hits);
    showState(way, complete);
    showHits();
    showAdvice(complete, hits.length);
  }

  function showState(way, complete) {
    const where = asked.region ? ` i ${names.get(asked.region)}` : "";
    const what = asked.kind ? ` bland ${kindTitles.get(asked.kind).toLowerCase()}` : "";
    const count = found.length === 1 ? "1 träff" : `${found.length || "Inga"} träffar`;
    const notes = { all: "", near: " Inget stämmer helt. Det här liknar det du skrev.", some: " Inget har alla orden. Det här har något av dem." };
    const gone = wanted().filter((each) => lost.has(each)).map((each) => names.get(each) || "det som gäller hela landet");
    const text = `${count} på ”${asked.q}”${where}${what}.${found.length ? notes[way] : ""}${gone.length ? ` Gick inte att läsa: ${gone.join(", ")}.` : ""}`;
    const progress = byId("sok-framsteg");
    progress.hidden = complete;
    list.setAttribute("aria-busy", String(!complete));
    progress.textContent = `Söker vidare: ${wanted().length - missing().length} av ${wanted().length} delar är genomsökta.`;
    // Said when there is something to say, and again when it is final.
    const words = complete || found.length ? text : "Söker …";
    if (words !== said) byId("sok-lage").textContent = said = words;
  }

  function showKinds(hits) {
    byId("sok-slag").hidden = !hits.length && !asked.kind;
    const counts = new Map();
    for (const { entry } of hits) counts.set(entry.kind, (counts.get(entry.kind) || 0) + 1);
    for (const button of kinds) {
      const kind = button.dataset.kind;
      const count = kind ? counts.get(kind) || 0 : hits.length;
      button.hidden = kind !== "" && !count && kind !== asked.kind;
      button.textContent = `${kindTitles.get(kind)} (${count})`;
      button.setAttribute("aria-pressed", String(kind === asked.kind));
    }
  }

  function showHits() {
    const visible = found.slice(0, shown);
    const same = (hit, place) => list.children[place] && list.children[place].entry === hit.entry;
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    if (visible.length !== list.children.length || !visible.every(same)) {
      list.replaceChildren(...visible.map((hit) => searchHits.item(hit, names, kindWords)));
      // A reader who stands on a hit stays there when others come.
      if (focused) [...list.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus();
    }
    const left = found.length - visible.length;
    more.hidden = left <= 0;
    more.textContent = `Visa ${Math.min(left, AT_A_TIME)} till`;
  }

  // What a reader can do who finds nothing, or nothing of the chosen kind.
  function showAdvice(complete, all) {
    const row = byId("sok-rad");
    row.hidden = !complete || found.length > 0;
    if (row.hidden) return;
    const ways = [];
    if (asked.kind && all) ways.push(way(`Visa alla slag (${all})`, { kind: "" }));
    if (asked.region) ways.push(way("Sök i alla regioner", { region: "" }));
    const list = searchHits.element("ul", searchHits.element("li", "Kontrollera stavningen."), searchHits.element("li", "Skriv färre ord, eller bara början av ett ord."), ...ways);
    row.replaceChildren(list);
  }

  function way(words, change) {
    const button = searchHits.element("button", words);
    button.type = "button";
    button.addEventListener("click", () => ask(change));
    return searchHits.element("li", button);
  }

  let waiting;

  // Asks anew, with the address and the fields told of it; also of what has been typed just now.
  function ask(change = {}) {
    clearTimeout(waiting);
    asked = { ...asked, q: input.value.trim(), ...change };
    const given = Object.entries(asked).filter(([, value]) => value);
    history.replaceState(null, "", `#${new URLSearchParams(given)}`);
    begin();
  }

  function begin() {
    if (input.value.trim() !== asked.q) input.value = asked.q;
    region.value = asked.region;
    shown = AT_A_TIME;
    said = "";
    const complete = missing().length === 0;
    show(complete);
    if (!complete) load();
  }

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const known = (name, values) => (values.has(given.get(name)) ? given.get(name) : "");
    asked = { q: (given.get("q") || "").slice(0, 200).trim(), region: known("region", names), kind: known("kind", kindWords) };
    begin();
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  region.addEventListener("change", () => ask({ region: region.value }));
  byId("sok-nu").addEventListener("click", () => ask());
  input.addEventListener("keydown", (event) => event.key === "Enter" && ask());
  for (const button of kinds) button.addEventListener("click", () => ask({ kind: button.dataset.kind }));
  more.addEventListener("click", () => {
    const place = list.children.length;
    shown += AT_A_TIME;
    showHits();
    list.children[place]?.querySelector("a").focus();
  });
  addEventListener("hashchange", read);

  byId("sok").hidden = false;
  byId("sok-utan").hidden = true;
  read();
})();
