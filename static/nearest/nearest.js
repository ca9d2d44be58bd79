// “Did you mean”: words of the index that are like one that it lacks, by a letter, or two of a longer word.
// This is loaded only where a word is not found. A number that is like another one is another number.
found("/nearest", async ({ terms, beginning, phrase }, { shards, language, mean }, status) => {
  const said = status.textContent;

  // As many letters as are to be added, left out, replaced or exchanged with the next.
  const distance = (one, other) => {
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (exchanged) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  // A small index is read whole. Of a large one, where the word would be filed without one of its first letters, or
  // with two of them exchanged.
  const filed = (term) => {
    if (shards <= 8) return Array(+shards).keys();
    const others = [0, 1, 2, 3].flatMap((at) =>
      [term.slice(0, at) + term.slice(at + 1), term.slice(0, at) + (term[at + 1] ?? "") + term[at] + term.slice(at + 2)]);
    return new Set([term, ...others].map((word) => shardOf(word, shards)));
  };

  const like = async (term) => {
    const most = term.length < 4 || /^[0-9]/.test(term) ? 0 : term.length < 6 ? 1 : 2;
    const lines = (await Promise.all([...filed(term)].map((shard) => linesOf(shard, shards)))).flat();
    if (lines.some((line) => line.startsWith(term === beginning ? term : `${term} `))) return [];
    return lines.map((line) => line.split(" "))
      .filter(([word]) => Math.abs(word.length - term.length) <= most && !/^[0-9]/.test(word))
      // Of those that are as near, the one that is in more titles and names.
      .map(([word, , strong = ""]) => [distance(term, word) - Math.min(strong.length, 999) / 1000, word])
      .filter(([far]) => far <= most)
      .sort(([one], [other]) => one - other)
      .slice(0, 3).map(([, word]) => word);
  };

  const near = await Promise.all(terms.map(like));
  const count = Math.max(...near.map((words) => words.length));
  if (!count || status.textContent !== said) return;
  const [before, after] = mean.split("#");
  const links = Array.from({ length: count }, (_, place) => {
    const link = document.createElement("a");
    link.textContent = phrase.split(" ").map((word) => {
      const [best, ...others] = near[terms.indexOf(termOf(word))] ?? [];
      return others[place - 1] ?? best ?? word;
    }).join(" ");
    link.href = `?${new URLSearchParams({ q: link.textContent })}`;
    return link;
  });
  const parts = new Intl.ListFormat(language, { type: "disjunction" }).formatToParts(links.map((link) => link.textContent));
  status.append(document.createElement("br"), before, ...parts.map(({ type, value }) => type === "element" ? links.shift() : value), after);
});
