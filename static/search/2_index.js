// From a question to the briefings that may answer it. Data comes as scripts, since from disk a page may
// load scripts but no data.
const arrived = { __proto__: null };
const loading = { __proto__: null };
window.found = (name, data) => { arrived[name] = data; };

const load = (name, path) => loading[name] ??= new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.onload = () => resolve(arrived[name]);
  script.onerror = () => { delete loading[name]; reject(); };
  script.src = path;
  document.head.append(script);
});

const crc32 = (text) => {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc >>> 1 ^ (crc & 1 && 0xedb88320);
  }
  return ~crc >>> 0;
};

// Places in the list of briefings, each a few letters of sixty-four.
const placesOf = (letters, width) => (letters.match(RegExp(`.{${width}}`, "g")) ?? [])
  .map((place) => [...place].reduce((sum, letter) => sum * 64 + letter.charCodeAt() - 63, 0));

const shardOf = (term, shards) =>
  (crc32(/^[0-9]/.test(term) ? term.slice(0, 7) : [...term].slice(0, 3).join("")) >>> 24) * shards >> 8;
const linesOf = async (shard, shards) => (await load(`${shards}/${shard}`, `${shards}/${shard}.js`)).split(";");

// What the index says of a term: by the place of a briefing, 1 where it has the term, and 2 where it has
// it in a title or a name.
const lookUp = async (term, isBeginning, shards) => {
  const width = shards > 255 ? 3 : 2;
  const has = [];
  for (const line of await linesOf(shardOf(term, shards), shards)) {
    if (!line.startsWith(isBeginning ? term : `${term} `)) continue;
    const [, all, strong = ""] = line.split(" ");
    if (all[0] === "*") {
      for (let place = 0; place < all.length * 6; place++) {
        has[place] ||= all.charCodeAt(1 + place / 6) - 63 >> place % 6 & 1;
      }
    } else for (const place of placesOf(all, width)) has[place] ||= 1;
    for (const place of placesOf(strong, width)) has[place] = 2;
  }
  return has;
};

// The briefings that have all of the longest words, which tell most, or as many as there are: the best
// first, then the newest. `missing` is how many of the words each of them lacks.
const findBriefings = async ({ terms, beginning }, shards) => {
  const chosen = [...terms].sort((a, b) => b.length - a.length).slice(0, 5);
  const [slugs, ...lists] = await Promise.all([
    load("/briefings", "briefings.js"),
    ...chosen.map((term) => lookUp(term, term === beginning, shards)),
  ]);
  const all = slugs.split(" ").map((slug, place) => {
    const ranks = lists.map((has) => has[place] | 0);
    return { slug, missing: ranks.filter((rank) => !rank).length, rank: ranks.reduce((a, b) => a + b) };
  }).reverse();
  const missing = Math.min(chosen.length - 1, ...all.map((briefing) => briefing.missing));
  const best = all.filter((briefing) => briefing.missing === missing);
  return { slugs: best.sort((a, b) => b.rank - a.rank).map(({ slug }) => slug), missing };
};
