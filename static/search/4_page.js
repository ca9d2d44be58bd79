// The page: the question in its address, and the answers below it.
addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".search form");
  // Where a browser does not tell the style that there is script: the form, instead of what to do without.
  form.hidden = false;
  const [status, facts, articles, more, model] = document.querySelectorAll(".search > :is(.found, section, button, template)");
  const { words, shards, language } = form.dataset;
  const [first, partly, none, failed, ...nouns] = words.split("|");
  const { q: field, kind: only } = form.elements;
  const heading = document.title;
  let current = 0;

  // A text with the words that were asked for in bold; of a long one, from shortly before the first of them.
  // The style cuts it after some lines.
  const marked = (text, { bold, beginning }) => {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}](?:['’.,\u200c]*[\p{L}\p{N}\p{M}])*/gu)) {
      if (![...termsOf(word)].some((term) => bold.some((wanted) => fits(term, wanted, beginning)))) continue;
      const strong = document.createElement("strong");
      strong.textContent = word;
      pieces.push(text.slice(end, index), strong);
      end = index + word.length;
    }
    pieces.push(text.slice(end));
    if (text.length > 300) pieces[0] = pieces[0].replace(/^.{40,}? (?=.{60,90}$)/, "… ");
    return pieces;
  };

  const write = (answers, question) => {
    const [{ briefing: { slug, language: own }, kind, id, page, name, note, words: said }] = answers;
    const item = model.content.firstElementChild.cloneNode(true);
    const [link, label, more, quoted, source] = item.querySelectorAll("h3 a, span, bdi, .words, .from");
    const to = (slug, path, fragment = "") => `../${slug}/${path}${location.host ? "" : "index.html"}${fragment}`;
    item.lang = own;
    item.className = kind;
    link.href = to(slug, `${page}/`, id && `#${id}`);
    link.append(...marked(name, question));
    label.textContent = form.dataset[kind];
    more.append(...marked(note, question));
    quoted.firstChild.href = to(slug, "article/", id && `#words-${id}`);
    quoted.firstChild.firstChild.append(...marked(said, question));
    quoted.hidden = name.includes(said);
    source.replaceWith(...answers.map(({ briefing: { slug, title, published } }) => {
      const line = source.cloneNode(true);
      const [link, time] = line.children;
      link.href = to(slug, "");
      link.textContent = title;
      time.dateTime = published;
      time.textContent = new Date(published).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
      return line;
    }));
    return item;
  };

  // A number with its noun, whose forms go by number: as many as there are, after the place of each.
  const say = (count, noun) => {
    const [places, ...forms] = nouns[noun].split("/");
    return forms[places[count] ?? places[100 + count % 100]].replace("#", count);
  };

  const search = async () => {
    const mine = ++current;
    const text = field.value.trim();
    document.title = (text && `${text} · `) + heading;
    const all = {};
    let question, counts, most = 0, read = 0, shown = 0;

    const readOn = async ({ slugs, missing }) => {
      let answers = [];
      // Until something is found, but not for ever.
      for (const end = read + 24; read < Math.min(end, slugs.length) && !answers.length;) {
        const next = slugs.slice(read, read += 6);
        const loaded = await Promise.allSettled(next.map(async (slug) =>
          answersOf(slug, await load(slug, `../${slug}/search.js`), question, missing)));
        if (loaded.every(({ value }) => !value)) throw loaded;
        answers = loaded.flatMap(({ value }) => value ?? []);
      }
      // What several briefings say alike is one answer, and so is whom or what they name.
      for (const answer of answers.sort((a, b) => b.score - a.score)) {
        const { kind, id, name, note, words } = answer;
        (all["pol".includes(kind) ? [id, name] : [name, note, words]] ??= []).push(answer);
      }
    };

    const show = ({ slugs, missing }) => {
      // To a sentence an article is the better answer; where there is one column, the few articles are first.
      facts[innerWidth < 1024 || question.phrase.split(" ")[3] ? "before" : "after"](articles);
      counts = [facts, articles].map((section, index) => {
        const found = Object.values(all).filter(([{ kind }]) => index == (kind === "a") && kind.startsWith(only.value));
        section.querySelector("ol").replaceChildren(...found.slice(0, shown).map((answers) => write(answers, question)));
        section.hidden = !found.length;
        return found.length;
      });
      const rest = read < slugs.length;
      most = Math.max(...counts);
      more.hidden = !rest && most <= shown;
      const said = counts.map(say);
      const counted = new Intl.ListFormat(language).format(said.filter((_, noun) => counts[noun])) || said[0];
      status.textContent = rest || most
        ? (missing ? partly : "") + (rest ? first.replace("#1", read).replace("#2", slugs.length).replace("#0", counted) : counted)
        : text && none;
      if (missing || status.textContent === none) {
        load("/nearest", form.dataset.nearest).then((offer) => offer(question, form.dataset, status));
      }
    };

    try {
      learn(await load("/words", "words.js"));
      question = questionOf(text);
      const found = question.terms.length ? await findBriefings(question, shards) : { slugs: [] };
      more.onclick = async () => {
        if (most <= shown) await readOn(found);
        if (mine !== current) return;
        const before = shown && Math.min(shown, counts[0]);
        shown += 10;
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
    field.value = new URLSearchParams(location.search).get("q");
    search();
  };
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, 250, "replaceState");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember("pushState");
  });
  only.addEventListener("change", search);
  addEventListener("popstate", arrive);
  arrive();
});
