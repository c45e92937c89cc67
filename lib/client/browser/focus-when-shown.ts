/** Longer than a script takes to come; later, the focus would jump under the reader's hands. */
const WAITED_MS = 3000;

/** Focuses the element with an id as soon as it is drawn, and brings it into view; nothing is pressed. */
export function focusWhenShown(id: string): void {
  const tryNow = () => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "nearest" });
    element?.focus();
    return element !== null;
  };
  if (tryNow()) return;
  const observer = new MutationObserver(() => {
    if (tryNow()) stop();
  });
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    document.removeEventListener("pointerdown", stop);
    document.removeEventListener("keydown", stop);
  };
  const timer = setTimeout(stop, WAITED_MS);
  // Whoever goes on meanwhile is not called back.
  document.addEventListener("pointerdown", stop);
  document.addEventListener("keydown", stop);
  observer.observe(document.body, { childList: true, subtree: true });
}
