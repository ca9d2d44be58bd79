// The facts and the article of a briefing that answer a question, each with how well it does.
const PAGES = { e: "timeline", f: "key-figures", s: "sources" };

const questionOf = (text) => {
  const terms = termsAsked(text);
  const words = wordsOf(fold(text));
  const last = termOf(words.at(-1) ?? "-");
  // The last word may not be finished. Short words in a sentence are not shown in bold.
  const beginning = terms.includes(last) && /^[^0-9]{3}/.test(last) ? last : "";
  const bold = [...words.map(termOf), ...terms].filter((term) => words.length < 4 || /\d|.{4}/.test(term));
  return { terms, beginning, phrase: words.join(" "), bold };
};

const fits = (term, wanted, beginning) => wanted === beginning ? term.startsWith(wanted) : term === wanted;

// How many of the terms a text has, and whether it has them one after the other.
const read = (text, { terms, beginning, phrase }) => {
  const own = [...termsOf(text)];
  const has = terms.filter((wanted) => own.some((term) => fits(term, wanted, beginning)));
  return { has, score: has.length + 2 * wordsOf(fold(text)).join(" ").includes(phrase) };
};

const answersOf = (slug, [title, standfirst, published, language, text, kinds], question, missing) => {
  const briefing = { slug, title, published, language };
  const wanted = question.terms.length - missing;
  // What the headline and the places say is true of the facts too, but they must not bring all of them.
  const about = read([title, kinds.l?.map((found) => found[1])].join("\n"), question);
  const facts = Object.entries(kinds).flatMap(([kind, found]) => found.map(([id, name, note = "", start = 0, length = 0, more = ""]) => {
    const words = text.slice(start, start + length);
    const whole = read([name, note, words, more].join("\n"), question);
    const fitting = new Set([...whole.has, ...about.has]).size >= wanted && whole.has.length * 2 >= wanted;
    const called = read(name, question);
    const isNamed = "pol".includes(kind) && called.has.length === wanted;
    const score = fitting && 4 * (called.score + isNamed) + whole.score;
    return { briefing, kind, id, page: PAGES[kind] ?? "who-and-where", name, note, words, score };
  }));
  const whole = read([title, standfirst, published, text].join("\n"), question);
  const paragraphs = [standfirst, ...text.split("\n")];
  const scores = paragraphs.map((paragraph) => read(paragraph, question).score);
  const article = {
    briefing, kind: "a", id: "", page: "article", name: title, note: "",
    words: paragraphs[scores.indexOf(Math.max(...scores))],
    score: whole.has.length >= wanted && 4 * read(title, question).score + whole.score,
  };
  return [...facts, article].filter(({ score }) => score);
};
