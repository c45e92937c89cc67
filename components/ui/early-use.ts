/** What a reader did with a part of the page before its script came: where the focus is, what stands in the fields. */
export type EarlyUse = { focused: number; texts: readonly (string | null)[] };

const USABLE = "a, button, input, select";

/** Reads what was done with a part as the server drew it. */
export function readEarlyUse(box: HTMLElement): EarlyUse {
  const all = [...box.querySelectorAll(USABLE)];
  return {
    focused: all.findIndex((element) => element === document.activeElement),
    texts: all.map((element) =>
      element instanceof HTMLInputElement && element.value !== element.defaultValue
        ? element.value
        : null,
    ),
  };
}

/** Does the same with the part that has taken its place. */
export function repeatEarlyUse(box: HTMLElement, { focused, texts }: EarlyUse): void {
  box.querySelectorAll<HTMLElement>(USABLE).forEach((element, index) => {
    const text = texts[index] ?? null;
    if (index === focused) element.focus({ preventScroll: true });
    if (text === null || !(element instanceof HTMLInputElement)) return;
    // Past the setter that React has put on the field, so that it takes this for typing.
    Reflect.set(HTMLInputElement.prototype, "value", text, element);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
