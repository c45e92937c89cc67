/** A key press, as far as it matters to a shortcut. */
export type KeyPress = {
  /** What the press means on the reader's keyboard, as `KeyboardEvent.key` has it. */
  key: string;
  isCtrl: boolean;
  isMeta: boolean;
  isAlt: boolean;
  /** The key that brings the third signs of a keyboard, where there is one. */
  isAltGraph: boolean;
  /** The reader is writing: the key belongs to the text. */
  isTyping: boolean;
};

/**
 * The shortcut that a key press means, of those given by their `key`; `null` for none. Shift is not looked at:
 * which signs need it differs from keyboard to keyboard, and so do those behind Alt and AltGr.
 */
export function matchShortcut(press: KeyPress, keys: readonly string[]): string | null {
  if (press.isTyping || !keys.includes(press.key)) return null;
  const isSign = press.key.length === 1 && !/[\p{L}\p{N} ]/u.test(press.key);
  const isThirdSign = isSign && (press.isAltGraph || (press.isAlt && !press.isCtrl));
  if (isThirdSign && !press.isMeta) return press.key;
  return press.isCtrl || press.isMeta || press.isAlt ? null : press.key;
}
