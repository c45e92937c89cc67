/**
 * Loads the page anew when the server says that a part of it is not there any more: after a deployment, an old tab asks
 * for files of the build that it came from. Its address keeps its place. Once a minute at most, so that nothing goes
 * round in a circle; not where the server cannot be reached, as there would be no page at all then. It runs as a
 * script before all others, as the text it is: nothing from outside may be used in it.
 */
export function reloadOldPage(key: string, reload: () => void): void {
  addEventListener(
    "error",
    ({ target }) => {
      const isScript = target instanceof HTMLScriptElement;
      const file = isScript ? target.src : target instanceof HTMLLinkElement ? target.href : "";
      if (!file.includes("/_next/static/")) return;
      fetch(file, { method: "HEAD", cache: "no-store" })
        .then(({ status }) => {
          const isLately = Date.now() - Number(sessionStorage.getItem(key)) < 60_000;
          if (status !== 404 || isLately) return;
          sessionStorage.setItem(key, String(Date.now()));
          reload();
        })
        // Without a connection, or without a memory of what was tried, the page stays as it is.
        .catch(() => undefined);
    },
    true,
  );
}

/** Where it is kept when the page was last loaded anew, epoch milliseconds. */
export const RELOADED_KEY = "sightglass.reloaded-at";
