// The index of what can be found, with the words of swedish.js and the library MiniSearch.
"use strict";

// An entry as a data script has it, with the region that it belongs to ("" for what stands above the regions).
function searchEntry([kind, title, path, id = "", place = "", text = "", has = []], names, region) {
  const key = swedish.words(title).flatMap((word) => swedish.terms(word)[0] || []).join(" ");
  return { kind, title, path, id, place, text, has: has.map((number) => names[number]), region, key };
}

class SearchIndex {
  constructor() {
    this.entries = [];
    this.vocabulary = new Map(); // each word that stands anywhere, with its folded form
    this.stems = new Set(); // of the words that stand anywhere, and of their folded forms
    this.reachable = { of: 0, words: new Map() }; // what was worked out for words that were typed
    this.index = new MiniSearch({
      idField: "number",
      fields: ["title", "id", "place", "has", "text"],
      extractField: (document, field) => (field === "number" ? document.number : this.entries[document.number][field]),
      stringifyField: (value) => (Array.isArray(value) ? value.join("\n") : value),
      tokenize: (text, field) => (field === "id" ? SearchIndex.ids(text) : swedish.words(text)),
      processTerm: (word, field) => (field === "id" ? word : this.learn(word)),
      searchOptions: { boost: { title: 5, id: 5, place: 1, has: 0.5, text: 1 } },
      autoVacuum: false,
    });
  }

  // The ways in which an id is looked for: whole, and from after its first hyphen.
  static ids(id) {
    const whole = id.toLowerCase();
    const cut = whole.indexOf("-") + 1;
    return whole ? (cut ? [whole, whole.slice(cut)] : [whole]) : [];
  }

  learn(word) {
    const terms = swedish.terms(word);
    if (!this.vocabulary.has(word)) {
      this.vocabulary.set(word, swedish.fold(word));
      terms.forEach((term) => this.stems.add(term));
    }
    return terms;
  }

  // Takes in the rows of a data script, with a pause now and then in which the page answers.
  async add({ names, rows }, region) {
    let since = performance.now();
    for (const row of rows) {
      const number = this.entries.push(searchEntry(row, names, region)) - 1;
      this.index.add({ number });
      if (performance.now() - since > 25) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    }
  }

  // How near a word that stands somewhere is to the one that was typed: 1 for the same word in another form, 0 for
  // another word.
  static nearness(typed, stem, word, itsStem) {
    if (itsStem === stem) return 1;
    if (word.startsWith(typed)) return typed.length > 1 ? 0.7 * (typed.length / word.length) : 0;
    if (stem.length > 3 && itsStem.startsWith(stem)) return 0.5 * (stem.length / itsStem.length);
    // The last part of a compound: `intyg` in `läkarintyg`.
    if (stem.length > 4 && itsStem.endsWith(stem) && itsStem.length - stem.length > 2) return 0.3;
    return 0;
  }

  // The terms of the index that a typed word stands for, with their weights. One that was typed without dots and rings
  // stands for those with them too, with less weight; the other way around never.
  reach(typed) {
    if (this.reachable.of !== this.vocabulary.size) this.reachable = { of: this.vocabulary.size, words: new Map() };
    const { words } = this.reachable;
    if (!words.has(typed)) words.set(typed, this.weights(typed));
    return words.get(typed);
  }

  weights(typed) {
    const weights = new Map();
    const weigh = (term, weight) => {
      if (weight > (weights.get(term) || 0)) weights.set(term, weight);
    };
    const plain = swedish.fold(typed) === typed;
    const [stem] = swedish.terms(typed);
    for (const [word, folded] of this.vocabulary) {
      const [itsStem, itsFolded] = swedish.terms(word);
      if (!itsStem) continue;
      weigh(itsStem, SearchIndex.nearness(typed, stem, word, itsStem));
      if (plain && itsFolded) weigh(itsFolded, 0.6 * SearchIndex.nearness(typed, stem, folded, itsFolded.slice(1)));
    }
    return new Map([...weights].sort(([, one], [, other]) => other - one).slice(0, 200));
  }

  // A part of the query: any of some terms.
  static anyOf(weights, options = {}) {
    return {
      queries: [[...weights.keys()].join("\n")],
      combineWith: "OR",
      tokenize: (terms) => terms.split("\n").filter(Boolean),
      processTerm: (term) => term,
      boostTerm: (term) => weights.get(term),
      ...options,
    };
  }

  // What was typed between two blanks: words, and where it has a digit or a hyphen perhaps the beginning of an id.
  part(typed, word) {
    const words = { combineWith: "AND", queries: swedish.words(typed).filter((each) => swedish.terms(each)[0]).map(word) };
    if (!/[\d-]/.test(typed)) return words;
    const id = SearchIndex.anyOf(new Map([[typed.toLowerCase(), 1]]), { fields: ["id"], prefix: true });
    return { combineWith: "OR", queries: words.queries.length ? [id, words] : [id] };
  }

  // The two words that a compound is made of, where both stand somewhere: `recept` and `förnyelse`, of whose forms
  // `förnya` is one.
  split(typed) {
    const stands = ([stem]) => this.stems.has(stem) || this.stems.has(`~${stem}`);
    for (let cut = typed.length - 3; cut >= 3; cut--) {
      const parts = [typed.slice(0, cut), typed.slice(cut)];
      if (parts.every((part) => stands(swedish.terms(part)))) return parts;
    }
    return [];
  }

  // The ways of searching, the strict first: every word; every word, or the parts of a compound, or one that is written
  // nearly so; some of the words.
  static ways = ["all", "near", "some"];

  query(typed, way) {
    const near = (word) => {
      const weights = this.reach(word);
      const [stem] = swedish.terms(word);
      const misspelt = new Map([[stem, 0.5], ...(swedish.fold(word) === word ? [[`~${stem}`, 0.4]] : [])]);
      const fuzzy = stem.length > 5 ? 2 : stem.length > 3 ? 1 : false;
      const queries = [SearchIndex.anyOf(weights), SearchIndex.anyOf(misspelt, { fuzzy })];
      const parts = this.split(word).map((part) => SearchIndex.anyOf(this.reach(part)));
      if (parts.length) queries.push({ combineWith: "AND", queries: parts });
      return { combineWith: "OR", queries };
    };
    const exact = (word) => SearchIndex.anyOf(this.reach(word));
    const parts = typed.normalize("NFC").split(/\s+/).filter((each) => swedish.words(each).some((word) => swedish.terms(word)[0]));
    return {
      combineWith: way === "some" ? "OR" : "AND",
      queries: parts.map((each) => this.part(each, way === "near" ? near : exact)),
    };
  }

  // What is found in a region and above the regions, or everywhere, best first: titles that are what was typed, titles
  // that hold it, and the rest by weight; what is the region's own before what all have.
  search(typed, way, region = "") {
    const query = this.query(typed, way);
    if (!query.queries.length) return [];
    const key = swedish.words(typed).flatMap((word) => swedish.terms(word)[0] || []).join(" ");
    const hits = [];
    for (const { id, score, terms } of this.index.search(query)) {
      const entry = this.entries[id];
      if (region && entry.region && entry.region !== region) continue;
      const rank = SearchIndex.rank(entry.key, key) + (region && entry.region ? 0.5 : 0);
      hits.push({ entry, score, terms: new Set(terms), rank });
    }
    return hits.sort((one, other) => other.rank - one.rank || other.score - one.score);
  }

  static rank(title, typed) {
    if (!typed) return 0;
    const within = (one, other) => ` ${one} `.includes(` ${other} `);
    if (title === typed) return 4;
    const plain = swedish.fold(typed) === typed;
    if (plain && swedish.fold(title) === typed) return 3;
    if (within(title, typed)) return 2;
    return plain && within(swedish.fold(title), typed) ? 1 : 0;
  }
}
