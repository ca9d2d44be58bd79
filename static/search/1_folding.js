// Text as it is searched, as dateline/pages/search/folding.py has it: a test runs both on the same cases.
// Its tables are in search/words.js: what a letter is evened out to, the powers of ten that words stand
// for, and the numbers of the months.
let EVEN, POWERS, MONTHS, SCALE, BEFORE_YEAR;
const learn = (tables) => {
  [EVEN, POWERS, MONTHS] = tables;
  const either = (names) => Object.keys(names).sort((a, b) => b.length - a.length).join("|");
  SCALE = RegExp(String.raw`^[ -]?(${either(POWERS)})(?![\p{L}\p{N}])`, "u");
  BEFORE_YEAR = RegExp(String.raw`(?:(?<![\p{L}\p{N}.,])([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?(?<![\p{L}\p{N}])`
    + String.raw`(${either(MONTHS)})\.?(?: ([0-9]{1,2})(?:st|nd|rd|th)?)?,? $`, "u");
};
const fold = (text) => text.toLowerCase().normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
  .replace(/[^\0-\x7f]/g, (letter) => EVEN[letter] ?? letter)
  // Those that are written without spaces.
  .replace(/[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/g, " $& ");

const WORD = RegExp(String.raw`[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?`
  + String.raw`|(?:[\p{L}\p{Nl}\p{No}]\.)+[\p{L}\p{Nl}\p{No}]?(?![\p{L}\p{N}])`
  + String.raw`|(?![0-9])[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*`, "gu");

const wordsOf = (folded) => folded.match(WORD) ?? [];

const shorten = (number) => number.includes(".") ? number.replace(/\.?0*$/, "") : number;

const termOf = (word) => {
  if (/^[0-9]/.test(word)) return shorten(word.replaceAll(",", ""));
  word = word.replace(/'s$/, "").replace(/^(?:[ldjnscmt]|qu)'/, "").replace(/['.]/g, "");
  if (!/^[\0-\x7f]{3,}s$/.test(word)) return word;
  return word.replace(/ies$/, "ys").replace(/(?<=x|ch|sh|ss)es$|(?<![sui])s$/, "");
};

// Numbers that are written in two words, and dates.
const NUMBER = /[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?/g;
const IN_WORD = /[\p{L}\p{N}]$/u;
const THOUSANDS = /^(?: [0-9]{3})+(?![0-9,]|\.[0-9])/;
const AFTER_YEAR = /^-([0-9]{2})(?:-([0-9]{2}))?(?![0-9])/;

const times = (number, power) => {
  const [whole, part = ""] = number.split(".");
  const digits = (whole + part.padEnd(power, "0").slice(0, power)).replace(/^0+(?=.)/, "");
  return shorten(`${digits}.${part.slice(power)}`);
};

// Every date or number that is written in several words: its terms, and where it is.
function* compoundsOf(folded) {
  let spaced = 0;
  for (const { 0: number, index } of folded.matchAll(NUMBER)) {
    if (IN_WORD.test(folded.slice(Math.max(0, index - 2), index))) continue;
    const end = index + number.length;
    const rest = folded.slice(end, end + 30);
    const scale = SCALE.exec(rest);
    if (scale) yield { terms: [times(number.replaceAll(",", ""), POWERS[scale[1]])], index, end: end + scale[0].length };
    if (/^[0-9]{1,3}$/.test(number) && end > spaced) {
      const more = THOUSANDS.exec(rest);
      if (more) {
        spaced = end + more[0].length;
        yield { terms: [(number + more[0]).replaceAll(" ", "")], index, end: spaced };
      }
    } else if (/^[0-9]{4}$/.test(number)) {
      const before = BEFORE_YEAR.exec(folded.slice(Math.max(0, index - 30), index));
      const after = AFTER_YEAR.exec(rest);
      if (before) {
        const terms = dateTerms(number, MONTHS[before[2]], before[1] ?? before[3]);
        yield { terms, index: index - before[0].length, end };
      } else if (after) {
        yield { terms: dateTerms(number, after[1], after[2]), index, end: end + after[0].length };
      }
    }
  }
}

const dateTerms = (year, month, day = "0") => {
  if (month < 1 || month > 12) return [];
  const whole = `${year}-${String(month).padStart(2, "0")}`;
  return day >= 1 && day <= 31 ? [whole, `${whole}-${day.padStart(2, "0")}`] : [whole];
};

const termsOf = (text) => {
  const folded = fold(text);
  return new Set([...wordsOf(folded).map(termOf), ...[...compoundsOf(folded)].flatMap(({ terms }) => terms)]);
};

// What a reader asks for. A date or a number in several words is the one thing that they say together.
const termsAsked = (text) => {
  let folded = fold(text);
  const terms = new Set();
  for (const { terms: named, index, end } of compoundsOf(folded)) {
    if (!named.length) continue;
    terms.add(named.at(-1));
    folded = folded.slice(0, index) + " ".repeat(end - index) + folded.slice(end);
  }
  for (const word of wordsOf(folded)) terms.add(termOf(word));
  return [...terms];
};
