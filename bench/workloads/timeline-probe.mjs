// @ts-check
// Functions that run in the page.

/** Before anything else in the page: notes long tasks and slow interactions under the name of what goes on. */
export function watchTasks() {
  /** @type {Record<string, number>} */
  const taskMs = {};
  /** @type {Record<string, number>} */
  const interactionMs = {};
  const probe = { phase: "load", taskMs, interactionMs };
  Reflect.set(globalThis, "probe", probe);
  /** @param {Record<string, number>} into @param {PerformanceEntryList} entries */
  const keepLongest = (into, entries) => {
    for (const { duration } of entries) {
      into[probe.phase] = Math.max(into[probe.phase] ?? 0, duration);
    }
  };
  new PerformanceObserver((list) => keepLongest(taskMs, list.getEntries())).observe({
    type: "longtask",
  });
  const options = { type: "event", durationThreshold: 16 };
  new PerformanceObserver((list) => {
    const ofTheReader = list.getEntries().filter((entry) => Reflect.get(entry, "interactionId"));
    keepLongest(interactionMs, ofTheReader);
  }).observe(options);
}

/** @param {string} phase */
export function note(phase) {
  Reflect.get(globalThis, "probe").phase = phase;
}

/** The longest task (0 for none of 50 ms or more) and the slowest interaction of each phase, in milliseconds. */
export function longestTasks() {
  const { taskMs, interactionMs } = Reflect.get(globalThis, "probe");
  /** @param {Record<string, number>} found */
  const all = (found) => ({
    load: found["load"] ?? 0,
    update: found["update"] ?? 0,
    keys: found["keys"] ?? 0,
    search: found["search"] ?? 0,
  });
  return { taskMs: all(taskMs), interactionMs: all(interactionMs) };
}

/** How far the list is scrolled, where its selected row stands, and how many rows there are. */
export function scrollOf() {
  const rows = document.querySelectorAll("[data-step]");
  const row = document.querySelector("[data-step][aria-current]");
  let list = rows[0]?.parentElement ?? null;
  while (list !== null && getComputedStyle(list).overflowY !== "auto") list = list.parentElement;
  return {
    rows: rows.length,
    top: list?.scrollTop ?? 0,
    rowTop: row?.getBoundingClientRect().top ?? 0,
  };
}
