// Swedish words as the search knows them. What is searched and what is asked for go the same way, so that they agree.
"use strict";

const swedish = (() => {
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  // Words that stand everywhere and say nothing of a text.
  const SMALL = new Set(
    ("alla att av blir de dem den denna det detta dig din dina ditt du då där efter eller en er ett finns från för " +
      "har här hos i inte kan med men mot man när och om oss på samt ska som så till under upp ut vad var vi vid vår " +
      "är").split(" "),
  );
  // What Snowball's stemmer leaves of Swedish endings; tried in this order, one at a time.
  const ENDINGS = [
    [/(?<=.{3}[^aeiouyåäö])(?:et|en|an)s$/, ""], // barnmorskans
    [/(?<=..[^aeiouyåäö][^aeiouyåäöh])et$/, ""], // receptet, barnet
    [/(?<=.{3}[^aeiouyåäö])an$/, ""], // barnmorskan, bilagan
    [/(?<=.{3}(?:el|or|i))n$/, ""], // regeln, kuratorn, psykiatrin
    [/(?<=..[^aeiouyåäö])el$/, "l"], // regel as regler
    [/(?<=.{2}i[vg])t$/, ""], // aktivt
    [/(?<=..[^aeiouyåäö])ning$/, ""], // bokning as boka
    [/(?<=...[^aeiouyåäö])ing$/, ""], // ändring as ändra
  ];
  const stemmer = new SwedishStemmer();
  const known = new Map();

  // The word without its endings: taken away until nothing more comes off.
  function stem(word) {
    for (let last = ""; last !== word; ) {
      last = word;
      word = stemmer.stemWord(word);
      const ending = word === last ? ENDINGS.find(([form]) => form.test(word)) : undefined;
      if (ending) word = word.replace(...ending);
    }
    return word;
  }

  // The word in letters that any keyboard has: `forlangning`.
  function fold(word) {
    return word.normalize("NFD").replace(/\p{M}/gu, "");
  }

  // The words of a text, in lower case.
  function words(text) {
    return text.normalize("NFC").toLowerCase().match(WORD) || [];
  }

  // What a word is found by: its stem, and after `~` the stem of the folded word where that is another one.
  // A small word is found by nothing.
  function terms(word) {
    let made = known.get(word);
    if (made === undefined) {
      const plain = fold(word);
      made = SMALL.has(word) ? [] : plain === word ? [stem(word)] : [stem(word), `~${stem(plain)}`];
      known.set(word, made);
    }
    return made;
  }

  // Each word of a text with where it stands: [start, end, what it is found by].
  function* places(text) {
    for (const match of text.matchAll(WORD)) {
      yield [match.index, match.index + match[0].length, terms(match[0].normalize("NFC").toLowerCase())];
    }
  }

  return { fold, places, stem, terms, words };
})();
