import type { JsonValue } from "./json";
import { endOfString, isDeeperThan } from "./json-depth";

/**
 * A JSON value as it was written: numbers keep their digits, objects their order and every key, a doubled one too.
 * `text` is the value's own part of the source.
 */
export type JsonNode = { text: string } & (
  | { kind: "object"; entries: readonly (readonly [key: string, value: JsonNode])[] }
  | { kind: "list"; items: readonly JsonNode[] }
  | { kind: "string"; value: string }
  | { kind: "literal" }
);

const SPACE = /[ \t\n\r]*/y;
const LITERAL = /-?\d[\d.eE+-]*|true|false|null/y;

/** Reads JSON text; `null` where it is none, or nests deeper than `deepest`. Linear in its length; never throws. */
export function readJsonTree(text: string, deepest: number): JsonNode | null {
  if (isDeeperThan(text, deepest)) return null;
  try {
    // What it accepts is JSON: the reader below needs no error of its own.
    JSON.parse(text);
  } catch {
    return null;
  }
  return new Reader(text).read();
}

/**
 * What `JSON.parse` makes of a node where that says all that the text says, else the text itself: digits that a number
 * of JavaScript cannot hold, trailing zeros, doubled keys and keys whose order it would change.
 */
export function exactValue(node: JsonNode): JsonValue {
  // JSON.parse is declared to return `any`; whatever it yields is a JsonValue by definition.
  const value = JSON.parse(node.text) as JsonValue;
  return compact(node.text) === JSON.stringify(value) ? value : node.text;
}

/** The text without white space, its strings spelt in one way. */
function compact(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[ \t\n\r]+/gs, (token) =>
    token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : "",
  );
}

/** Reads a text that is JSON. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  read(): JsonNode {
    this.skip(SPACE);
    const start = this.at;
    const textSoFar = () => this.text.slice(start, this.at);
    switch (this.text[start]) {
      case "{": {
        const entries = this.parts("}", (): readonly [string, JsonNode] => {
          const key = this.string();
          this.skip(SPACE);
          this.at += 1;
          return [key, this.read()];
        });
        return { kind: "object", entries, text: textSoFar() };
      }
      case "[": {
        const items = this.parts("]", () => this.read());
        return { kind: "list", items, text: textSoFar() };
      }
      case '"': {
        const value = this.string();
        return { kind: "string", value, text: textSoFar() };
      }
      default:
        this.skip(LITERAL);
        return { kind: "literal", text: textSoFar() };
    }
  }

  /** What stands between two brackets, with commas in between. */
  private parts<T>(end: string, readPart: () => T): T[] {
    const parts: T[] = [];
    this.at += 1;
    this.skip(SPACE);
    while (this.text[this.at] !== end) {
      parts.push(readPart());
      this.skip(SPACE);
      if (this.text[this.at] === ",") this.at += 1;
      this.skip(SPACE);
    }
    this.at += 1;
    return parts;
  }

  private string(): string {
    const start = this.at;
    this.at = endOfString(this.text, start) + 1;
    const value: unknown = JSON.parse(this.text.slice(start, this.at));
    return String(value);
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    this.at += pattern.exec(this.text)?.[0].length ?? 0;
  }
}
