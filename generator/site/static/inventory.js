// The inventory: units by case types, filtered and paged. All that is chosen stands in the address after #, so that
// a filtered table can be sent to somebody else.
"use strict";

(() => {
  const PAGE = 50;
  const WAIT = 150; // milliseconds after a key, so that each letter does not draw the table anew
  const FILTERS = ["q", "unit-status", "type", "municipality", "casetype", "has", "basutbud", "row"];
  const WORDS = { 1: "Aktiv", 0: "Inte aktiv" };

  const root = document.getElementById("inventering");
  const nation = "nation" in root.dataset;
  const by = (id) => document.getElementById(id);
  const controls = FILTERS.map(by).filter((control) => control !== null);
  const status = by("antal");

  let columns = []; // { id, name, href }
  let usual = []; // the places of the columns that are shown at first
  let shown = [];
  let regions = []; // [id, name], of the nation
  let units = []; // of the regions that were chosen
  let found = [];
  let page = 0;
  let asked = 0; // how many times regions were chosen: what comes late for an earlier choice is dropped

  const made = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase("sv");
  const number = (value) => value.toLocaleString("sv-SE");
  const said = (select) => new Map(Array.from(by(select).options, (option) => [option.value, option.textContent]));

  // What the data script of a region says of its units, as objects. In the nation's table a column is a national
  // template, and a unit has it when it has anything that is made of it.
  function unitsOf(id, name, stock) {
    const places = new Map(columns.map((column, place) => [column.id, place]));
    return stock.units.map(([unit, unitName, hsa, unitStatus, type, municipality, meets, standing, lacking, states, own]) => {
      const held = own.map(([where, ownName, template, state]) => ({ page: where, name: ownName, template, state }));
      const result = {
        href: `${nation ? `${id}/` : ""}units/${unit}.html`,
        name: unitName,
        region: name,
        status: unitStatus,
        type,
        municipality,
        meets,
        standing,
        lacking: lacking.map((place) => `${stock.rows[place][0]}/${stock.rows[place][1]}`),
        states,
        own: held,
        text: plain([unitName, municipality, hsa].join("\n")),
      };
      return nation ? byTemplate(result, stock, places) : result;
    });
  }

  function byTemplate(unit, stock, places) {
    const states = new Array(columns.length).fill("-");
    const own = [];
    const put = (template, state, where, name) => {
      const place = places.get(template);
      if (place === undefined) own.push({ page: where, name, template, state });
      else if (states[place] !== "1") states[place] = state;
    };
    for (let place = 0; place < unit.states.length; place += 1) {
      const [id, name, template] = stock.columns[place];
      if (unit.states[place] !== "-") put(template, unit.states[place], id, name);
    }
    for (const held of unit.own) put(held.template, held.state, held.page, held.name);
    return Object.assign(unit, { states: states.join(""), own });
  }

  // How a unit has a case type: "1", "0" or "-". One that is no column is a unit's own, and is named by its page.
  function stateOf(unit, casetype) {
    const place = columns.findIndex((column) => column.id === casetype);
    if (place >= 0) return unit.states[place] ?? "-";
    return unit.own.find((own) => own.page === casetype)?.state ?? "-";
  }

  function filter() {
    const wanted = Object.fromEntries(controls.map((control) => [control.id, control.value]));
    const words = plain(wanted.q).split(/\s+/).filter(Boolean);
    const has = { "": "10", active: "1", inactive: "0", no: "-" }[wanted.has] ?? "10";
    found = units.filter((unit) =>
      words.every((word) => unit.text.includes(word))
      && (!wanted["unit-status"] || unit.status === wanted["unit-status"])
      && (!wanted.type || unit.type === wanted.type)
      && (!wanted.municipality || unit.municipality === wanted.municipality)
      && (!wanted.casetype || has.includes(stateOf(unit, wanted.casetype)))
      && (!wanted.basutbud || (wanted.basutbud === "none" ? unit.meets === "" : unit.meets.includes(wanted.basutbud)))
      && (!wanted.row || unit.lacking.includes(wanted.row)));
  }

  function draw() {
    const last = Math.max(Math.ceil(found.length / PAGE) - 1, 0);
    page = Math.min(Math.max(page, 0), last);
    const part = found.slice(page * PAGE, (page + 1) * PAGE);
    const statuses = said("unit-status");
    const types = said("type");
    // The column that is filtered by comes first.
    const chosen = columns.findIndex((column) => column.id === by("casetype").value);
    const places = chosen < 0 ? shown : [chosen, ...shown.filter((place) => place !== chosen)];
    const withOwn = part.some((unit) => unit.own.length > 0);
    const table = by("enheter");
    table.tHead.replaceChildren(heads(places, withOwn));
    table.tBodies[0].replaceChildren(...part.map((unit) => row(unit, places, withOwn, statuses, types)));
    by("tabelltext").textContent = `Ärendetyper på mottagningarna: ${places.length} av ${number(columns.length)} visas`;
    by("valda-kolumner").textContent = `${shown.length} av ${number(columns.length)}`;
    const used = controls.filter((control) => control.value).length;
    by("valda-filter").textContent = used === 0 ? "inga valda" : used === 1 ? "ett valt" : `${used} valda`;
    const from = page * PAGE + 1;
    const sum = `${number(found.length)} av ${number(units.length)} mottagningar`;
    const shows = found.length > PAGE ? `. Visar ${number(from)}–${number(from + part.length - 1)}.` : ".";
    status.textContent = found.length ? sum + shows : `Ingen av ${number(units.length)} mottagningar stämmer med filtret.`;
    for (const nav of document.querySelectorAll(".bläddra")) {
      nav.hidden = last === 0;
      nav.querySelector("[data-page]").textContent = `Sida ${number(page + 1)} av ${number(last + 1)}`;
      for (const button of nav.querySelectorAll("button")) {
        // Not disabled, which would take away the focus of who has just pressed it.
        const isEnd = button.dataset.step === "1" ? page === last : page === 0;
        button.setAttribute("aria-disabled", String(isEnd));
      }
    }
  }

  function heads(places, withOwn) {
    const line = made("tr");
    for (const text of ["Mottagning", "Status", "Basutbud"]) line.append(made("th", text, { scope: "col" }));
    for (const place of places) {
      const head = made("th", undefined, { scope: "col" });
      const { href, name } = columns[place];
      head.append(href ? made("a", name, { href }) : name);
      line.append(head);
    }
    if (withOwn) line.append(made("th", nation ? "Regionens och mottagningens egna" : "Mottagningens egna", { scope: "col" }));
    return line;
  }

  function row(unit, places, withOwn, statuses, types) {
    const line = made("tr");
    const head = made("th", undefined, { scope: "row" });
    const where = [types.get(unit.type) ?? unit.type, unit.municipality, ...(nation ? [unit.region] : [])];
    head.append(made("a", unit.name, { href: unit.href }), " ", made("span", where.join(", "), { class: "dov" }));
    line.append(head, made("td", statuses.get(unit.status) ?? unit.status), made("td", unit.standing || "–"));
    for (const place of places) {
      const cell = made("td");
      const state = unit.states[place] ?? "-";
      if (state === "-") cell.append(made("span", "–", { class: "dov", "aria-hidden": "true" }), made("span", "Har inte", { class: "dold" }));
      else cell.append(made("a", WORDS[state], { href: nation ? unit.href : `${unit.href}#arende-${columns[place].id}`, class: state === "1" ? "aktiv" : "passiv" }));
      line.append(cell);
    }
    if (withOwn) line.append(made("td", unit.own.map((own) => (own.state === "1" ? own.name : `${own.name} (inte aktiv)`)).join(", ") || "–"));
    return line;
  }

  // The address after #, read and written. It may also be a place on the page, which says nothing of the table.
  function isQuery() {
    return location.hash === "" || location.hash.includes("=");
  }

  function read() {
    const query = new URLSearchParams(location.hash.slice(1));
    for (const control of controls) {
      const value = query.get(control.id) ?? "";
      if (control.id === "casetype" && value && ![...control.options].some((option) => option.value === value)) {
        control.append(made("option", ownName(value), { value }));
      }
      control.value = value;
      if (control.value !== value) control.value = "";
    }
    const ids = query.get("columns")?.split(",");
    const places = ids ? columns.flatMap((column, place) => (ids.includes(column.id) ? [place] : [])) : [];
    shown = places.length ? places : usual;
    page = (Number.parseInt(query.get("page") ?? "1", 10) || 1) - 1;
    const wanted = query.get("regions")?.split(",");
    return regions.filter(([id]) => !wanted || wanted.includes(id));
  }

  function ownName(id) {
    return units.flatMap((unit) => unit.own).find((own) => own.page === id)?.name ?? id;
  }

  function write() {
    const query = new URLSearchParams();
    for (const control of controls) if (control.value) query.set(control.id, control.value);
    if (shown !== usual) query.set("columns", shown.map((place) => columns[place].id).join(","));
    const chosen = chosenRegions();
    if (nation && chosen.length < regions.length) query.set("regions", chosen.map(([id]) => id).join(","));
    if (page > 0) query.set("page", String(page + 1));
    const hash = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%40", "@");
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", `#${hash}`);
  }

  function changed() {
    page = 0;
    filter();
    draw();
    write();
  }

  // Which columns are shown.
  function offerColumns() {
    if (by("kolumnval").children.length > 1) return;
    columns.forEach((column, place) => {
      const line = made("span", undefined, { class: "val" });
      const box = made("input", undefined, { type: "checkbox", id: `kolumn-${place}`, value: String(place) });
      line.append(box, made("label", column.name, { for: box.id }));
      by("kolumnval").append(line);
    });
    tickColumns();
  }

  function tickColumns() {
    for (const box of by("kolumnval").querySelectorAll("input")) box.checked = shown.includes(Number(box.value));
  }

  // Which regions are shown: each has a data script of its own, loaded when it is first asked for.
  function chosenRegions() {
    return regions.filter(([id]) => by(`region-${id}`)?.checked);
  }

  async function load(chosen) {
    asked += 1;
    const mine = asked;
    for (const [id] of regions) by(`region-${id}`).checked = chosen.some(([other]) => other === id);
    by("valda-regioner").textContent = chosen.length === regions.length ? "alla" : `${chosen.length} av ${regions.length}`;
    status.textContent = "Läser in mottagningarna …";
    const stocks = await Promise.all(chosen.map(([id]) => basutbud.load(`${id}/data/inventory.js`)));
    if (mine === asked) units = chosen.flatMap(([id, name], place) => unitsOf(id, name, stocks[place]));
    return mine === asked;
  }

  async function follow() {
    const chosen = read();
    if (nation && !(await guarded(load(chosen)))) return;
    read();
    tickColumns();
    filter();
    draw();
  }

  async function guarded(loading) {
    try {
      return await loading;
    } catch {
      status.textContent = "Det gick inte att läsa in mottagningarna. Ladda ner filen i stället, eller läs in sidan igen.";
      return false;
    }
  }

  function listen() {
    let waiting;
    by("q").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(changed, WAIT);
    });
    for (const control of controls.filter((each) => each.id !== "q")) control.addEventListener("change", changed);
    by("rensa").addEventListener("click", () => {
      for (const control of controls) control.value = "";
      changed();
    });
    by("kolumner").addEventListener("toggle", offerColumns);
    by("kolumnval").addEventListener("change", () => {
      const boxes = by("kolumnval").querySelectorAll("input:checked");
      shown = Array.from(boxes, (box) => Number(box.value));
      draw();
      write();
    });
    by("vanliga-kolumner").addEventListener("click", () => {
      shown = usual;
      tickColumns();
      draw();
      write();
    });
    for (const button of document.querySelectorAll(".bläddra button")) {
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        page += Number(button.dataset.step);
        draw();
        write();
        by("tabell").scrollIntoView();
      });
    }
    by("regioner")?.addEventListener("change", async () => {
      if (await guarded(load(chosenRegions()))) changed();
    });
    by("alla-regioner")?.addEventListener("click", async () => {
      if (await guarded(load(regions))) changed();
    });
    addEventListener("hashchange", async () => {
      if (!isQuery()) return;
      await follow();
      by("tabell").focus();
    });
  }

  // The numbers of the table below lead to the units that they count.
  function linkNumbers() {
    for (const table of document.querySelectorAll("[data-numbers]")) {
      const ways = table.dataset.numbers.split(" ");
      for (const line of table.querySelectorAll("[data-casetype]")) {
        ways.forEach((has, place) => {
          const count = line.cells[place + 1].firstChild;
          if (count.textContent === "0") return;
          const query = new URLSearchParams({ casetype: line.dataset.casetype });
          if (has !== "any") query.set("has", has);
          count.replaceWith(made("a", count.textContent, { href: `#${query}` }));
        });
      }
    }
  }

  async function start() {
    root.hidden = false;
    document.querySelector("[data-without-script]").hidden = true;
    by("filter").open = matchMedia("(min-width: 56rem)").matches;
    status.textContent = "Läser in mottagningarna …";
    const data = await basutbud.load(root.dataset.source);
    if (nation) {
      columns = data.columns.map(([id, name]) => ({ id, name, href: `templates/${id}.html` }));
      regions = data.regions;
    } else {
      columns = data.columns.map(([id, name, , hasPage]) => ({ id, name, href: hasPage ? `casetypes/${id}.html` : "" }));
      units = unitsOf("", "", data);
    }
    usual = data.shown;
    listen();
    linkNumbers();
    const isAsked = location.hash.includes("=");
    await follow();
    if (isAsked) by("tabell").scrollIntoView();
    return true;
  }

  guarded(start());
})();
