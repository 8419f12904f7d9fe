// How a hit of the search is shown: its title, what it is and where, and the words around what was asked for.
"use strict";

const searchHits = (() => {
  const LONGEST_SNIPPET = 220;

  // A hit in the list. `names` are those of the regions, `kinds` what one of each kind is called.
  function item({ entry, terms }, names, kinds) {
    const made = element("li");
    made.entry = entry;
    const link = element("a", marked(entry.title, terms));
    link.href = basutbud.top + (entry.region ? `${entry.region}/` : "") + entry.path;
    const facts = [names.get(entry.region) && entry.region ? names.get(entry.region) : "", entry.kind === "region" ? "" : entry.place];
    const line = element("p", element("span", kinds.get(entry.kind)), " ", ...marked(facts.filter(Boolean).reverse().join(" · "), terms));
    line.className = "träff";
    line.firstChild.className = "märke";
    if (["mottagning", "regel", "villkorstext"].includes(entry.kind)) line.append(" ", element("code", entry.id));
    made.append(element("h2", link), line);
    const snippet = entry.has.length ? having(entry, terms) : excerpt(entry.text, terms);
    if (snippet.length) made.append(element("p", ...snippet));
    return made;
  }

  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content.flat());
    return made;
  }

  // A text with the words that were found in marks.
  function marked(text, terms) {
    const parts = [];
    let end = 0;
    for (const [start, stop, its] of swedish.places(text)) {
      if (!its.some((term) => terms.has(term))) continue;
      parts.push(text.slice(end, start), element("mark", text.slice(start, stop)));
      end = stop;
    }
    return [...parts, text.slice(end)].filter((part) => part !== "");
  }

  // What residents can do at a unit, where that was asked for.
  function having(entry, terms) {
    const hit = entry.has.filter((name) => [...swedish.places(name)].some(([, , its]) => its.some((term) => terms.has(term))));
    if (!hit.length) return [];
    const rest = hit.length > 4 ? ` och ${hit.length - 4} till` : "";
    return ["Har ", ...hit.slice(0, 4).flatMap((name, place) => [place ? ", " : "", ...marked(name, terms)]), `${rest}.`];
  }

  // The stretch of a text that has most of the words that were asked for; the beginning where it has none.
  function excerpt(text, terms) {
    const hits = [...swedish.places(text)].filter(([, , its]) => its.some((term) => terms.has(term)));
    let best = [0, 0];
    for (const [start] of hits) {
      const near = hits.filter(([each]) => each >= start && each < start + LONGEST_SNIPPET * 0.7);
      const distinct = new Set(near.map(([, , its]) => its[0])).size;
      if (distinct > best[1]) best = [start, distinct];
    }
    const around = Math.max(0, best[0] - LONGEST_SNIPPET * 0.25);
    const from = around ? text.slice(0, around).search(/\S+$/) : 0;
    const until = text.slice(from + LONGEST_SNIPPET).search(/\s|$/) + from + LONGEST_SNIPPET;
    const cut = text.slice(from, until).trim();
    const part = cut.replace(/\n+/g, " · ");
    return cut ? [from > 0 ? "… " : "", ...marked(part, terms), until < text.length ? " …" : ""].filter(Boolean) : [];
  }

  return { element, item };
})();
