// A form as a resident meets it: questions come and go with the answers, and what must be answered is checked.
// Nothing is saved or sent. The form's HTML says in data attributes what each question is and when it is shown.
"use strict";

basutbud.form = (() => {
  const LARGEST = 20 * 1024 * 1024;
  const FILES = /\.(pdf|gif|jpe?g|png)$/i;
  let forms = 0;

  function element(tag, properties = {}, ...inside) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...inside);
    return made;
  }

  const isHidden = (item) => item.closest("[data-unasked]") !== null;
  const own = (item, selector) => [...item.querySelectorAll(selector)];

  // What an item has been answered with, in the words of conditions; a question that is not asked has no answer.
  function answersOf(item) {
    if (isHidden(item)) return [];
    const type = item.dataset.type;
    if (["boolean", "choice", "open-choice"].includes(type)) {
      return own(item, "input:checked:not([data-own])").map((input) => input.value);
    }
    const field = item.querySelector("input:not([type=file]), textarea");
    return field && field.value.trim() ? [field.value.trim()] : [];
  }

  const number = (text) => Number(text.trim().replace(/\s/g, "").replace("\u2212", "-").replace(",", "."));

  function isAnswered(item, wanted) {
    const given = answersOf(item);
    const alike = ["integer", "decimal"].includes(item.dataset.type) ? (a, b) => number(a) === number(b) : (a, b) => a === b;
    return wanted.some((want) => given.some((have) => alike(have, want)));
  }

  // What is wrong with the answer to a question, or nothing.
  function faultOf(item) {
    const { type, required } = item.dataset;
    if (["boolean", "choice", "open-choice"].includes(type)) {
      const ownAnswer = item.querySelector("input[data-own]:checked");
      if (ownAnswer && !item.querySelector(".eget input").value.trim()) return "Skriv ditt eget svar";
      return required !== undefined && !item.querySelector("input:checked") ? "Välj ett svar" : "";
    }
    const field = item.querySelector("input, textarea");
    if (!field) return "";
    if (type === "attachment") {
      const [file] = field.files;
      if (file && !FILES.test(file.name)) return "Välj en fil av typen PDF, GIF, JPEG eller PNG";
      if (file && file.size > LARGEST) return "Välj en fil som är högst 20 MB";
      return required !== undefined && !file ? "Välj en fil" : "";
    }
    const text = field.value.trim();
    if (field.validity.badInput) return "Skriv ett datum som finns";
    if (!text) return required === undefined ? "" : type === "date" ? "Välj ett datum" : "Skriv ett svar";
    if (type === "integer" && !/^[-\u2212]?\d[\d\s]*$/.test(text)) return "Skriv ett heltal, till exempel 3";
    if (type === "decimal" && !/^[-\u2212]?\d[\d\s]*([.,]\d+)?$/.test(text)) return "Skriv ett tal, till exempel 37,5";
    return "";
  }

  function words(item) {
    const asked = item.querySelector("legend, label").cloneNode(true);
    asked.querySelectorAll(".krav").forEach((note) => note.remove());
    return asked.textContent.trim();
  }

  // Shows the fault at its question and tells assistive technology of it, or takes away what was there.
  function mark(item, fault) {
    const id = `${item.querySelector("input, textarea").id}-fel`;
    const told = item.matches("fieldset") ? item : item.querySelector("input, textarea");
    const notes = (told.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
    if (fault) notes.unshift(id);
    if (notes.length) told.setAttribute("aria-describedby", notes.join(" "));
    else told.removeAttribute("aria-describedby");
    if (told !== item) told.setAttribute("aria-invalid", String(Boolean(fault)));
    item.classList.toggle("felaktig", Boolean(fault));
    document.getElementById(id)?.remove();
    if (fault) {
      const heading = item.querySelector("legend") ?? item.querySelector("p");
      heading.after(element("p", { id, className: "felrad" }, `Fel: ${fault}.`));
    }
  }

  function enliven(form) {
    if (form.dataset.alive !== undefined) return;
    form.dataset.alive = "";
    forms += 1;
    const items = own(form, ".fråga");
    const byId = new Map();
    for (const item of items) if (!byId.has(item.dataset.question)) byId.set(item.dataset.question, item);
    const conditional = items.filter((item) => item.dataset.asks !== undefined);
    const told = element("p", { className: "dold" });
    told.setAttribute("role", "status");
    const all = element("input", { type: "checkbox", id: `alla-${forms}` });

    // In the order of the form: a condition asks about what stands above it.
    function arrange() {
      for (const item of conditional) {
        const asked = byId.get(item.dataset.asks);
        const isAsked = asked !== undefined && isAnswered(asked, JSON.parse(item.dataset.answers));
        item.toggleAttribute("data-unasked", !isAsked);
      }
      form.classList.toggle("alla", all.checked);
      for (const item of items) {
        const unasked = isHidden(item);
        item.hidden = unasked && !all.checked;
        own(item, "input, textarea").forEach((field) => (field.disabled = isHidden(field)));
        if (unasked && item.classList.contains("felaktig")) mark(item, "");
      }
      own(form, ".eget").forEach((each) => {
        each.hidden = !each.closest(".fråga").querySelector("input[data-own]:checked");
      });
    }

    const shown = () => items.filter((item) => !isHidden(item)).length;

    form.addEventListener("input", (event) => {
      if (event.target === all) return arrange();
      const before = shown();
      arrange();
      const more = shown() - before;
      if (more) told.textContent = more > 0 ? "Fler frågor visas nedanför." : "Färre frågor visas.";
      const item = event.target.closest(".fråga");
      if (item?.classList.contains("felaktig") && !faultOf(item)) mark(item, "");
    });

    if (conditional.length) {
      form.classList.add("växlar");
      const label = element("label", { htmlFor: all.id }, "Visa också de frågor som bara ställs vid vissa svar");
      form.prepend(element("div", { className: "val visa-alla" }, all, label));
    }
    form.append(told, sending(form, items));
    arrange();
  }

  // The button that tries to send, with a list of what is wrong above it all.
  function sending(form, items) {
    const result = element("p", { className: "resultat", tabIndex: -1 });
    const list = element("ul");
    const title = element("p", { className: "del", id: `fel-${forms}` });
    const faults = element("div", { className: "fellista", tabIndex: -1, hidden: true }, title, list);
    faults.setAttribute("role", "group");
    faults.setAttribute("aria-labelledby", title.id);
    form.prepend(faults);
    const button = element("button", { type: "button" }, "Skicka (provar bara)");
    button.addEventListener("click", () => {
      const asked = items.filter((item) => !isHidden(item) && !["group", "display"].includes(item.dataset.type));
      const wrong = asked.map((item) => [item, faultOf(item)]);
      wrong.forEach(([item, fault]) => mark(item, fault));
      const found = wrong.filter(([, fault]) => fault);
      list.replaceChildren(...found.map(([item, fault]) => element("li", {}, linkTo(item, fault))));
      title.textContent = found.length === 1 ? "En fråga behöver rättas" : `${found.length} frågor behöver rättas`;
      faults.hidden = !found.length;
      result.textContent = found.length ? "" : "Formuläret är rätt ifyllt. Ingenting har skickats eller sparats.";
      (found.length ? faults : result).focus();
    });
    return element("div", { className: "skicka" }, button, result);
  }

  function linkTo(item, fault) {
    const field = item.querySelector("input:checked, input, textarea");
    const link = element("a", { href: `#${field.id}` }, `${words(item)} ${fault}.`);
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the page's address may say what is shown
      field.focus();
    });
    return link;
  }

  document.querySelectorAll(".formulär").forEach(enliven);
  return { enliven };
})();
