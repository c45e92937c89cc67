/** Aborts as soon as the page is hidden; `end` stops listening. Nobody needs an answer held for a hidden page. */
export function abortWhenHidden(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const check = () => {
    if (document.visibilityState === "hidden") controller.abort();
  };
  document.addEventListener("visibilitychange", check);
  return {
    signal: controller.signal,
    end: () => {
      document.removeEventListener("visibilitychange", check);
    },
  };
}
