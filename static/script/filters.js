// Filters of a timeline. The form is in the page, hidden without script; the choice is kept in the
// address.
addEventListener("DOMContentLoaded", () => {
  const filters = document.querySelector(".filters");
  if (!filters) return;
  const form = filters.querySelector("form");
  const status = form.querySelector("[role=status]");
  const words = status.dataset.counted;
  const events = [...document.querySelectorAll(".event[data-topic]")];
  const fields = [...form.querySelectorAll("select")];
  const asked = new URLSearchParams(location.search);

  for (const field of fields) {
    const value = asked.get(field.name);
    if ([...field.options].some((option) => option.value === value)) field.value = value;
  }

  // An event is past unless it says otherwise; topics and names are always there.
  const fits = (event) => fields.every(({ name, value }) =>
    !value || (event.dataset[name] ?? "past").split("|").includes(value));

  const address = () => {
    const chosen = new URLSearchParams(location.search);
    for (const { name, value } of fields) value ? chosen.set(name, value) : chosen.delete(name);
    const query = String(chosen);
    return location.pathname + (query && `?${query}`) + location.hash;
  };

  const show = () => {
    const all = fields.every((field) => !field.value);
    for (const event of events) event.hidden = !fits(event);
    for (const gap of document.querySelectorAll(".gap")) gap.hidden = !all;
    for (const part of document.querySelectorAll(".together, .period")) {
      part.hidden = !part.querySelector(".event:not([hidden])");
    }
    for (const mark of document.querySelectorAll(".strip a")) {
      const ids = (mark.dataset.events ?? mark.getAttribute("href").slice(1)).split("|");
      const left = ids.filter((id) => !document.getElementById(id).hidden);
      mark.toggleAttribute("hidden", !left.length);
      if (ids.length < 2 || !left.length) continue;
      // A place for several counts those that are left, and leads to the first of them.
      mark.setAttribute("href", `#${left[0]}`);
      for (const counted of mark.querySelectorAll("title, .many")) {
        counted.textContent = counted.textContent.replace(/\d+(?!.*\d)/, left.length);
      }
      mark.querySelector(".label")?.toggleAttribute("hidden", left.length < ids.length);
    }
    const shown = events.filter((event) => !event.hidden).length;
    status.textContent = words.replace("#", shown);
    form.querySelector("[type=reset]").hidden = all;
  };

  // From disk a browser may refuse to change the address; the filter still works.
  const remember = () => { try { history.replaceState(null, "", address()); } catch {} };

  const showAll = () => {
    for (const field of fields) field.value = "";
    show();
    remember();
  };

  // An event that is linked to is shown, whatever was chosen.
  const arrive = () => {
    const id = fragment();
    const target = id && document.getElementById(id);
    if (!target || !target.closest("[hidden]")) return;
    showAll();
    target.scrollIntoView();
  };

  // On a phone one line until it is asked for.
  filters.open = matchMedia("(width >= 48rem)").matches || fields.some((field) => field.value);
  form.addEventListener("change", () => { show(); remember(); });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    showAll();
    fields[0].focus();
  });
  addEventListener("hashchange", arrive);
  show();
  arrive();
});
