import { endOf } from "@/lib/domain/text/truncate";

const ERROR_LINE = /^\s*(?:[\w.]*(?:Error|Exception)\b|[\w.]+: )/;

/**
 * The line of an output that names an error, when the output is the trace of one: the last line of Python's,
 * the first of others. `null` for any other output.
 */
export function endReason(output: string | null): string | null {
  const lines = endOf(output ?? "", 4000)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const isTrace = lines.some((line) => /^\s*(?:Traceback \(|File "|at \S+ ?\()/.test(line));
  if (!isTrace) return null;
  const isPython = lines.some((line) => /^\s*(?:Traceback \(|File ")/.test(line));
  const candidates = isPython ? lines.toReversed() : lines;
  return candidates.find((line) => ERROR_LINE.test(line))?.trim() ?? null;
}
