/** Pictures that are held in memory, decoded, for what comes next. */
const MOST = 8;
const held = new Map<string, Promise<void>>();

/** Loads and decodes a picture ahead of its turn. Settles when it is there or cannot be had. */
export function preloadImage(src: string): Promise<void> {
  const known = held.get(src);
  if (known !== undefined) return known;
  const image = new Image();
  image.src = src;
  const ready = image.decode().catch(() => {
    // The stage says that a picture is missing; it is asked for again there.
    held.delete(src);
  });
  held.set(src, ready);
  const [oldest] = held.keys();
  if (held.size > MOST && oldest !== undefined) held.delete(oldest);
  return ready;
}
