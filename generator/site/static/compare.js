// The page for previews. What is shown stands in its address, `#<case type>/<unit>/<compared with>`, where the last is
// another unit, or `~` and the commit of another version of the text. Two sides are marked where they differ.
"use strict";

(() => {
  const { Unknown, build, data, element, fill, find, fragment, notes } = basutbud.preview;
  const FEW = 15; // units that a list may have without being searched
  const MOST = 4_000_000; // pairs of words that are held against each other
  const title = document.title;
  const place = document.getElementById("sidor");
  const told = document.getElementById("besked");
  const [casetypes, units, other, search] = ["casetype", "unit", "other", "search"].map((id) => document.getElementById(id));
  let turn = 0;
  let choices = { having: [], versions: [] };

  function route() {
    let text = location.hash.slice(1);
    try {
      text = decodeURIComponent(text);
    } catch {
      // An address that somebody has cut is shown as it stands.
    }
    const [casetype = "", unit = "", against = ""] = text.split("/");
    return { casetype, unit, against };
  }

  function go(casetype, unit, against) {
    location.hash = [casetype, unit, against].join("/").replace(/\/+$/, "");
  }

  const option = (value, text) => element("option", { value }, text);
  const named = ([, name, , , , distinct]) => distinct ?? name;

  function choose(select, options, value) {
    select.replaceChildren(...options);
    select.value = value;
  }

  // The units to choose from, those that match what is searched for; the chosen ones always.
  function list({ unit, against }) {
    const wanted = search.value.trim().toLocaleLowerCase("sv");
    const matches = (each) => `${named(each)} ${each[0]}`.toLocaleLowerCase("sv").includes(wanted);
    const options = (chosen) =>
      choices.having.filter((each) => each[0] === chosen || matches(each)).map((each) => option(each[0], named(each)));
    choose(units, [option("", "Ingen, visa platshållarna"), ...options(unit)], unit);
    const versions = choices.versions.slice(1).map((each) => option(`~${each.id}`, `${each.label}: ${each.state}`));
    const others = options(against).filter((each) => each.value !== unit);
    choose(other, [
      option("", "Inget"),
      ...(versions.length ? [element("optgroup", { label: "Andra versioner av villkorstexten" }, ...versions)] : []),
      ...(others.length ? [element("optgroup", { label: "Andra mottagningar" }, ...others)] : []),
    ], against);
    return choices.having.filter(matches).length;
  }

  function facts(found) {
    const rows = [];
    if (found.terms) rows.push(["Villkorstext", found.terms.state, "_state"]);
    if (found.look.description) rows.push(["Beskrivning", fill(fragment(found.look.description, "b"), found.values), "_description"]);
    const made = rows.map(([label, value, part]) => {
      const told = element("dd", {}, value);
      told.dataset.part = part;
      return element("div", {}, element("dt", {}, label), told);
    });
    return element("dl", { className: "fakta" }, ...made);
  }

  // The ways on, to where the case type and the unit are described.
  function ways({ casetype, unit }) {
    const made = element("p", { className: "mera" }, element("a", { href: `casetypes/${casetype}.html` }, "Om ärendetypen"));
    if (unit) made.append(element("a", { href: `units/${unit[0]}.html` }, `Om ${named(unit)}`));
    return made;
  }

  function side(found, heading, number) {
    const title = element("h2", { id: `sida-${number}`, className: "liten" }, heading);
    const made = element("section", {}, title, ...notes(found), facts(found), build(found, 3), ways(found));
    made.setAttribute("aria-labelledby", title.id);
    return made;
  }

  // What the address asks for: the sides, what is said of them, and what else can be chosen.
  async function sidesOf(asked) {
    if (!asked.casetype) return { sides: [], said: "Välj en ärendetyp." };
    const [known, plain] = await Promise.all([data("units"), find({ casetype: asked.casetype })]);
    const ids = new Set(plain.type.offers.flatMap((offer) => offer.units));
    const having = known.units.filter(([id]) => ids.has(id));
    try {
      const first = asked.unit ? await find(asked) : plain;
      return { having, versions: first.versions, ...(await (asked.against ? pair(asked, first) : single(first))) };
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      return { having, versions: plain.versions, ...fault(error) };
    }
  }

  const nameOf = (found) => (found.unit ? named(found.unit) : "Utan mottagning");
  const single = (found) => ({ sides: [side(found, nameOf(found), 1)], said: "", heading: `${found.look.name}, ${nameOf(found)}` });
  const fault = (error) => ({ sides: [], said: error.message, isFault: true });

  async function pair(asked, first) {
    const isVersion = asked.against.startsWith("~");
    const second = await find(isVersion ? { ...asked, version: asked.against.slice(1) } : { ...asked, unit: asked.against });
    const names = isVersion
      ? [`${nameOf(first)}: gäller nu`, `${nameOf(first)}: ${second.terms.label.toLowerCase()}`]
      : [nameOf(first), nameOf(second)];
    const sides = [side(first, names[0], 1), side(second, names[1], 2)];
    const differing = compare(...sides);
    const said = differing ? `${differing} ${differing === 1 ? "del" : "delar"} skiljer sig.` : "Ingenting skiljer sig.";
    return { sides, said, heading: `${first.look.name}, jämförelse` };
  }

  async function update() {
    const asked = route();
    const now = ++turn;
    let found = { sides: [] };
    let types = [];
    try {
      types = (await data("casetypes")).casetypes;
      found = await sidesOf(asked);
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      found = fault(error);
    }
    if (now !== turn) return; // something else was asked for meanwhile
    choices = { having: found.having ?? [], versions: found.versions ?? [] };
    choose(casetypes, [option("", "Välj ärendetyp"), ...types.map(([id, name]) => option(id, name))], asked.casetype);
    if (casetypes.selectedIndex < 0) casetypes.selectedIndex = 0;
    list(asked);
    document.getElementById("filter").hidden = choices.having.length <= FEW;
    place.replaceChildren(...found.sides);
    told.className = found.isFault ? "obs" : "dov";
    told.textContent = found.said;
    document.title = found.heading ? `${found.heading} – ${title}` : title;
  }

  // --- what differs ---

  const IGNORED = "summary, .skillnad";
  const partsOf = (root) => {
    const parts = new Map();
    for (const each of root.querySelectorAll("[data-part]")) {
      parts.set(each.dataset.part, [...(parts.get(each.dataset.part) ?? []), each]);
    }
    return parts;
  };

  // Each word of some elements, with where it stands.
  function wordsOf(elements) {
    const words = [];
    for (const root of elements) {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node.parentElement.closest(IGNORED)) continue;
        for (const found of node.data.matchAll(/\S+/g)) {
          words.push({ text: found[0], node, start: found.index, end: found.index + found[0].length });
        }
      }
    }
    return words;
  }

  // The words that only one side has: those outside the longest common sequence.
  function unshared(left, right) {
    let start = 0;
    while (start < Math.min(left.length, right.length) && left[start].text === right[start].text) start += 1;
    let end = 0;
    while (end < Math.min(left.length, right.length) - start && left.at(-1 - end).text === right.at(-1 - end).text) end += 1;
    const a = left.slice(start, left.length - end);
    const b = right.slice(start, right.length - end);
    if (a.length * b.length > MOST) return [a, b];
    const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) {
        lengths[i][j] = a[i].text === b[j].text ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    const only = [[], []];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i].text === b[j].text) [i, j] = [i + 1, j + 1];
      else if (j === b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) only[0].push(a[i++]);
      else only[1].push(b[j++]);
    }
    return only;
  }

  // Marks words, those that follow upon each other as one; from the end, so that what is before keeps its place.
  function mark(words) {
    const runs = [];
    for (const word of words) {
      const last = runs.at(-1);
      const follows = last && last.node === word.node && !word.node.data.slice(last.end, word.start).trim();
      if (follows) last.end = word.end;
      else runs.push({ ...word });
    }
    for (const { node, start, end } of runs.reverse()) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      range.surroundContents(element("mark"));
    }
  }

  function label(elements, text) {
    const [first] = elements;
    const badge = element("span", { className: "märke varna skillnad" }, text);
    if (first.matches(".val, h3")) first.append(" ", badge);
    else first.prepend(badge, " ");
    for (const each of elements) {
      for (let fold = each.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
  }

  const where = ([first]) => (first.closest(".ingress") ? "först" : first.closest("details") ? "hopfällt" : "i rutan");

  // Marks what differs between two sides, and tells in how many parts.
  function compare(one, two) {
    const [left, right] = [partsOf(one), partsOf(two)];
    let differing = 0;
    for (const id of new Set([...left.keys(), ...right.keys()])) {
      const sides = [left.get(id), right.get(id)];
      const alone = sides.find((each, place) => each && !sides[1 - place]);
      if (alone) {
        label(alone, "Finns bara här");
        differing += 1;
        continue;
      }
      const words = sides.map(wordsOf);
      const same = words[0].map((word) => word.text).join(" ") === words[1].map((word) => word.text).join(" ");
      const text = !same ? "Skiljer sig" : where(sides[0]) !== where(sides[1]) ? "Annan plats" : "";
      if (!text) continue;
      differing += 1;
      if (!same) unshared(...words).forEach(mark);
      sides.forEach((elements) => label(elements, text));
    }
    return differing;
  }

  casetypes.addEventListener("change", () => go(casetypes.value, "", ""));
  units.addEventListener("change", () => go(casetypes.value, units.value, other.value.startsWith("~") ? "" : other.value));
  other.addEventListener("change", () => go(casetypes.value, units.value, other.value));
  search.addEventListener("input", () => {
    const number = list({ unit: units.value, against: other.value });
    told.textContent = `${number} av ${choices.having.length} mottagningar passar.`;
  });
  addEventListener("hashchange", update);
  document.querySelector("[data-without-script]").hidden = true;
  document.getElementById("val").hidden = false;
  update();
})();
