// The page: the question in its address, and the answers below it.
addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".search form");
  // Where a browser does not tell the style that there is script: the form, instead of what to do without.
  form.hidden = false;
  const [status, facts, articles, more] = document.querySelectorAll(".search :is([role=status], section, .more-results)");
  const { words, kinds, shards } = form.dataset;
  const [counted, first, partly, none, failed] = words.split("|");
  const field = form.elements.q;
  const heading = document.title;
  const language = document.documentElement.lang;
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" });
  let current = 0;

  // A text with the words that were asked for in bold; of a long one, what is around the first of them.
  const marked = (text, { bold, beginning }) => {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,\u200c]*[\p{L}\p{N}\p{M}])?/gu)) {
      if (![...termsOf(word)].some((term) => bold.some((wanted) => fits(term, wanted, beginning)))) continue;
      const strong = document.createElement("b");
      strong.textContent = word;
      pieces.push(text.slice(end, index), strong);
      end = index + word.length;
    }
    pieces.push(text.slice(end));
    if (text.length > 300) {
      const before = pieces[0];
      if (before.length > 90) pieces[0] = `… ${before.slice(before.indexOf(" ", before.length - 90) + 1)}`;
      const rest = pieces.pop();
      const room = Math.max(60, 300 - pieces.reduce((sum, piece) => sum + (piece.textContent ?? piece).length, 0));
      pieces.push(rest.length > room ? `${rest.slice(0, rest.lastIndexOf(" ", room))} …` : rest);
    }
    return pieces;
  };

  const write = ({ briefing: { slug, title, published, language: own }, kind, id, page, name, note, words: said }, question) => {
    const item = document.querySelector(".search template").content.firstElementChild.cloneNode(true);
    const [link, label, more, quoted, source, time] = item.querySelectorAll("h3 a, span, bdi, .words, .from a, time");
    const to = (path, fragment) => `../${slug}/${path}${location.protocol.startsWith("http") ? "" : "index.html"}${fragment}`;
    item.lang = own;
    link.href = to(`${page}/`, id && `#${id}`);
    link.append(...marked(name, question));
    label.textContent = kinds.split("|")["efqpolsa".indexOf(kind)];
    more.append(...marked(note, question));
    if (id) {
      quoted.firstChild.href = to("article/", `#words-${id}`);
      quoted.firstChild.firstChild.append(...marked(said, question));
      source.href = to("", "");
      source.textContent = title;
    } else quoted.replaceChildren(...marked(said, question));
    quoted.hidden = !said || name.includes(said);
    time.dateTime = published;
    time.textContent = day.format(new Date(published));
    return item;
  };

  const search = async () => {
    const mine = ++current;
    const text = field.value.trim();
    document.title = text ? `${text} · ${heading}` : heading;
    const all = [];
    let question, counts = [0], read = 0, shown = 0;

    const readOn = async ({ slugs, missing }) => {
      const answers = [];
      // Until something is found, but not for ever.
      for (const end = read + 24; read < Math.min(end, slugs.length) && !answers.length;) {
        const next = slugs.slice(read, read += 6);
        const loaded = await Promise.allSettled(next.map((slug) => load(slug, `../${slug}/search.js`)));
        if (loaded.every(({ value }) => !value)) throw loaded;
        loaded.forEach(({ value }, index) => {
          if (value) answers.push(...answersOf(next[index], value, question, missing));
        });
      }
      all.push(...answers.sort((a, b) => b.score - a.score));
    };

    const show = ({ slugs, missing }) => {
      counts = [facts, articles].map((section, index) => {
        const found = all.filter(({ kind }) => (kind === "a") === !!index);
        section.querySelector("ol").replaceChildren(...found.slice(0, shown).map((answer) => write(answer, question)));
        section.hidden = !found.length;
        return found.length;
      });
      const rest = read < slugs.length;
      more.hidden = !rest && Math.max(...counts) <= shown;
      const said = rest || all.length ? [missing ? partly : "", counted, rest ? first : ""] : [text && none];
      status.textContent = said.join(" ").trim().replace(/#(\d)/g, (_, place) => [...counts, read, slugs.length][place]);
    };

    try {
      learn(await load("/words", "words.js"));
      question = questionOf(text);
      const found = question.terms.length ? await findBriefings(question, shards) : { slugs: [] };
      more.onclick = async () => {
        if (Math.max(...counts) <= shown) await readOn(found);
        if (mine !== current) return;
        const before = shown && Math.min(shown, counts[0]);
        shown += 20;
        show(found);
        if (before) facts.querySelectorAll("h3 a")[before]?.focus();
      };
      await more.onclick();
    } catch {
      if (mine === current) status.textContent = failed;
    }
  };

  // From disk a browser may refuse to change the address; the search still works.
  const remember = (how) => {
    try { history[how](null, "", `?${new URLSearchParams({ q: field.value.trim() })}`); } catch {}
    search();
  };
  const arrive = () => {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    search();
  };
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, 250, "replaceState");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    remember("pushState");
  });
  addEventListener("popstate", arrive);
  arrive();
});
