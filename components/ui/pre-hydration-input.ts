/**
 * What a reader did with a part of the page before its script came: where the focus is, what stands in the fields,
 * which details were opened or closed.
 */
export type PreHydrationInput = {
  focused: number;
  texts: readonly (string | null)[];
  areOpen: readonly boolean[];
};

const USABLE = "a, button, input, select, summary, [tabindex]";

/** Reads what was done with a part as the server drew it. */
export function readPreHydrationInput(box: HTMLElement): PreHydrationInput {
  const all = [...box.querySelectorAll(USABLE)];
  return {
    focused: all.findIndex((element) => element === document.activeElement),
    texts: all.map((element) => {
      const drawn = drawnValue(element);
      return isField(element) && element.value !== drawn ? element.value : null;
    }),
    areOpen: [...box.querySelectorAll("details")].map((element) => element.open),
  };
}

function isField(element: Element): element is HTMLInputElement | HTMLSelectElement {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
}

/** What the server put in a field. */
function drawnValue(element: Element): string | null {
  if (element instanceof HTMLInputElement) return element.defaultValue;
  if (!(element instanceof HTMLSelectElement)) return null;
  const drawn = [...element.options].find((option) => option.defaultSelected);
  return (drawn ?? element.options[0])?.value ?? "";
}

/** Does the same with the part that has taken its place. */
export function replayPreHydrationInput(
  box: HTMLElement,
  { focused, texts, areOpen }: PreHydrationInput,
): void {
  box.querySelectorAll("details").forEach((element, index) => {
    element.open = areOpen[index] ?? element.open;
  });
  box.querySelectorAll<HTMLElement>(USABLE).forEach((element, index) => {
    const text = texts[index] ?? null;
    if (index === focused) element.focus({ preventScroll: true });
    if (text === null || !isField(element)) return;
    const isChoice = element instanceof HTMLSelectElement;
    const { prototype } = isChoice ? HTMLSelectElement : HTMLInputElement;
    // Past the setter that React has put on the field, so that it takes this for the reader's doing.
    Reflect.set(prototype, "value", text, element);
    element.dispatchEvent(new Event(isChoice ? "change" : "input", { bubbles: true }));
  });
}
