// @ts-check
import process from "node:process";

const ENOUGH_MS = 300;
const WARM_ROUNDS = 3;

/**
 * Processor time of `JSON.parse` for a document, from its bytes, in milliseconds: what it costs to read it and no more.
 * @param {readonly Buffer[]} documents
 */
export function parseMs(documents) {
  const once = () => {
    for (const bytes of documents) JSON.parse(bytes.toString());
  };
  for (let round = 0; round < WARM_ROUNDS; round++) once();
  const start = process.cpuUsage();
  for (let rounds = 1; ; rounds++) {
    once();
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms >= ENOUGH_MS) return ms / (rounds * documents.length);
  }
}
