// @ts-check

/**
 * Values by name from the text format of Prometheus; those that differ in labels alone are added up.
 * @param {string} text
 * @returns {ReadonlyMap<string, number>}
 */
export function parseMetrics(text) {
  /** @type {Map<string, number>} */
  const values = new Map();
  for (const line of text.split("\n")) {
    const [, name, value] = /^([a-z_]\w*)(?:\{.*\})? (\S+)$/i.exec(line) ?? [];
    if (name !== undefined) values.set(name, (values.get(name) ?? 0) + Number(value));
  }
  return values;
}
