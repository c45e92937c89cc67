const KILO = 1024;

/** A size for reading: `512 bytes`, `64 KB`, `5.0 MB`. Sizes are counted in 1024s. */
export function byteWords(bytes: number): string {
  if (bytes < KILO) return `${String(bytes)} bytes`;
  const kilobytes = Math.round(bytes / KILO);
  if (kilobytes < KILO) return `${String(kilobytes)} KB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
