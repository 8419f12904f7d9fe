// A case type as a resident meets it on a unit: the texts with their placeholders filled in, the fold, the box to tick
// and the form. The HTML is made with the site and escaped there; here it is put together, and filled in as text.
"use strict";

basutbud.preview = (() => {
  const VISIBLE = 300;
  const ID = /^[a-z0-9-]+(@[a-z0-9-]+)?$/;
  const site = new URL(basutbud.top || ".", location.href).href;
  const region = location.href.slice(site.length).split("/")[0];
  let shown = 0;

  // What is wrong with what was asked for, in words for the reader.
  class Unknown extends Error {}

  function element(tag, properties = {}, ...inside) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  }

  async function data(name) {
    try {
      return await basutbud.load(`${region}/data/${name}.js`);
    } catch {
      throw new Unknown(`Filen ${region}/data/${name}.js saknas eller går inte att läsa.`);
    }
  }

  // HTML of the site's own, with ids and names that nothing else in the page has.
  function fragment(html, mark) {
    const template = element("template");
    template.innerHTML = html;
    for (const each of template.content.querySelectorAll("[id], [for], [name], [aria-describedby]")) {
      for (const attribute of ["id", "for", "name", "aria-describedby"]) {
        const value = each.getAttribute(attribute);
        if (value) each.setAttribute(attribute, value.split(" ").map((id) => `${mark}-${id}`).join(" "));
      }
    }
    return template.content;
  }

  function fill(root, values) {
    for (const place of [...root.querySelectorAll(".platshållare")]) {
      const name = place.textContent.slice(1, -1);
      if (values.has(name)) place.replaceWith(values.get(name));
    }
    root.normalize();
    return root;
  }

  // Extra points stand last: in the box while it has room, then behind the fold.
  function addPoints(text, points) {
    const box = text.querySelector(".ruta");
    if (!points.length || !box) return;
    const isBooking = text.querySelector(".ingress") === null;
    for (const point of points) {
      const list = box.querySelector(":scope > ul");
      if (!isBooking && !list) box.prepend(element("ul", {}, point));
      else if (!isBooking && list.children.length < 2) list.append(point);
      else folded(box, list).append(isBooking ? opened(point) : point);
    }
  }

  // What a point is where there is no list.
  function opened(point) {
    const made = element("div", {}, ...point.childNodes);
    made.dataset.part = point.dataset.part;
    return made;
  }

  // The place behind "Visa fullständig information", made where there is none.
  function folded(box, after) {
    const there = box.querySelector(":scope > details");
    if (there) return there.querySelector(":scope > ul") ?? there;
    const details = element("details", {}, element("summary", {}, "Visa fullständig information"));
    if (after) {
      after.after(details);
      return details.appendChild(element("ul"));
    }
    const own = box.querySelector('[data-part="unit_text"]');
    if (own) own.after(details);
    else box.prepend(details);
    return details;
  }

  // Folds the unit's own text after its first characters, at a word, as the site does in `texts.py`.
  function foldOwnText(text) {
    const own = text.querySelector('[data-part="unit_text"]');
    if (!own) return;
    const signs = [...[...own.children].map((paragraph) => paragraph.textContent).join("\n")];
    if (signs.length <= VISIBLE) return;
    const start = signs.slice(0, VISIBLE + 1).join("");
    const word = Math.max(start.lastIndexOf(" "), start.lastIndexOf("\n"));
    const rest = document.createRange();
    rest.setStart(...placeOf(own, word > 0 ? word : signs.slice(0, VISIBLE).join("").length));
    rest.setEnd(own, own.childNodes.length);
    const hidden = rest.extractContents();
    for (const side of [own, hidden]) {
      for (const paragraph of [...side.children]) if (!paragraph.textContent.trim()) paragraph.remove();
    }
    const details = folded(text.querySelector(".ruta"));
    const more = element("div", {}, hidden);
    more.dataset.part = "unit_text";
    details.querySelector("summary").after(more);
  }

  // The text node and the offset in it of a place in the paragraphs' text, a line break counted between them.
  function placeOf(root, index) {
    let left = index;
    for (const paragraph of root.children) {
      const length = paragraph.textContent.length;
      if (left <= length) {
        const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          if (left <= node.length) return [node, left];
          left -= node.length;
        }
      }
      left -= length + 1;
    }
    return [root, root.childNodes.length];
  }

  // What is to be shown: everything known of a case type on a unit, in one version of its text.
  async function find({ casetype, unit = "", version = "" }) {
    if (!ID.test(casetype)) throw new Unknown(`Ärendetypen ”${casetype}” finns inte i regionen.`);
    const [units, types] = await Promise.all([data("units"), data("casetypes")]);
    const titles = new Map(types.casetypes);
    if (!titles.has(casetype)) throw new Unknown(`Ärendetypen ”${casetype}” finns inte i regionen.`);
    const type = await data(`casetypes/${casetype}`);
    const known = units.units.find(([id]) => id === unit);
    const offer = type.offers.find((each) => each.units.includes(unit));
    if (unit && !known) throw new Unknown(`Mottagningen ”${unit}” finns inte i regionen.`);
    if (unit && !offer) throw new Unknown(`${known[1]} har inte ärendetypen ${titles.get(casetype)}.`);
    const look = type.looks[offer ? offer.look : type.plain];
    const versions = look.terms ? (await data(look.terms)).versions : [];
    const terms = versions.find((each) => each.id === version);
    if (version && !terms) throw new Unknown(`Texten har ingen version från ändringen ${version}.`);
    const values = new Map();
    if (known) {
      const [, name, phone, municipality] = known;
      values.set("enhet", name).set("telefon", phone).set("kommun", units.municipalities[municipality]);
    }
    values.set("region", units.region);
    for (const [name, value] of Object.entries(offer ? offer.values : {})) values.set(name, value);
    return { casetype, type, look, terms, versions, values, unit: known, offer };
  }

  // What a reviewer must know that a resident does not see.
  function notes({ unit, offer, look, terms }) {
    const told = [];
    if (unit && unit[4]) told.push(`Mottagningens status är ${unit[4]}.`);
    if (offer && !offer.active) told.push("Ärendetypen är inte aktiv här. Invånaren ser den inte nu.");
    if (terms?.draft) told.push("Villkorstexten är ett utkast, som aldrig visas för invånare.");
    if (!look.terms) told.push("Villkorstext saknas.");
    if (terms && !terms.html) told.push(`${terms.state} i den här versionen.`);
    return told.map((text) => element("p", { className: "obs" }, text));
  }

  // The resident's view of what was found, with the case type's name as a heading of a level.
  function build(found, level) {
    shown += 1;
    const mark = `vy${shown}`;
    const view = element("div", { className: "invånare" });
    const name = element(`h${level}`, { className: "ärende" }, found.look.name);
    name.dataset.part = "_name";
    const text = fragment(found.terms?.html ?? "", mark);
    addPoints(text, found.look.extra.map((html) => fragment(html, mark).firstElementChild));
    fill(text, found.values);
    foldOwnText(text);
    const isBooking = text.querySelector(".ingress") === null && text.querySelector(".ruta") !== null;
    const hasOwn = text.querySelector('[data-part="unit_text"]') !== null;
    const first = element("div", { className: "steg" }, text);
    const next = second(found, mark);
    view.append(name, first, next);
    if (isBooking && !hasOwn) {
      first.prepend(element("p", { className: "dov" }, "Mottagningens text saknas. Invånaren kommer direkt till steg 2."));
    }
    const box = first.querySelector('.ruta input[type="checkbox"]');
    first.append(stepping(box, next, mark));
    next.hidden = true;
    return view;
  }

  function second(found, mark) {
    const title = element("p", { className: "del", tabIndex: -1 }, found.type.form ? "Formuläret" : "Nästa steg");
    const next = element("div", { className: "steg" }, title);
    if (found.type.form) {
      next.append(fragment(found.type.form, mark));
      basutbud.form.enliven(next.querySelector(".formulär"));
    } else {
      next.append(element("p", {}, fragment(found.type.after, mark)));
    }
    return next;
  }

  // The button that leads on, once the box is ticked where there is one.
  function stepping(box, next, mark) {
    const fault = element("p", { className: "felrad", id: `${mark}-fel`, hidden: true }, "Fel: Kryssa i rutan först.");
    const button = element("button", { type: "button" }, "Nästa");
    box?.setAttribute("aria-describedby", fault.id);
    button.addEventListener("click", () => {
      const stopped = box !== null && !box.checked;
      fault.hidden = !stopped;
      box?.setAttribute("aria-invalid", String(stopped));
      next.hidden = stopped;
      (stopped ? box : next.querySelector(".del")).focus();
    });
    box?.addEventListener("change", () => {
      fault.hidden ||= box.checked;
      box.setAttribute("aria-invalid", "false");
      if (!box.checked) next.hidden = true;
    });
    return element("div", { className: "skicka" }, fault, button);
  }

  // On a unit's page, a preview is made the first time that it is opened.
  async function open(details) {
    if (!details.open || details.dataset.made !== undefined) return;
    details.dataset.made = "";
    const [casetype, unit] = details.dataset.preview.split("/");
    const place = element("div");
    details.append(place);
    try {
      const found = await find({ casetype, unit });
      place.append(...notes(found), build(found, Number(details.dataset.level ?? 4)));
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      place.append(element("p", { className: "obs" }, error.message));
    }
  }

  for (const details of document.querySelectorAll("details[data-preview]")) {
    details.addEventListener("toggle", () => open(details));
    open(details);
  }
  return { Unknown, build, data, element, fill, find, fragment, notes };
})();
