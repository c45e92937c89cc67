import "server-only";

/** A value with where it belongs. Kinds are words of ours, ids and groups what the kind says they are. */
export type DataRecord = {
  kind: string;
  id: string;
  /** What it is listed by, such as a task's id. */
  group: string;
  /** Well-formed text without the character NUL, such as JSON. */
  value: string;
  /** It is forgotten from then on, epoch milliseconds. */
  until: number;
};

/**
 * What this program remembers beside settings: small texts that people or the program itself decided on, such as a
 * share link. Nothing that a task says is kept in it. Every call rejects when the store cannot be used, and what was
 * not confirmed was not kept.
 */
export type DataStore = {
  /** Keeps a record in place of one with its kind and id. */
  put(record: DataRecord): Promise<void>;
  /** The value; `null` for none, and for one whose time is over. */
  get(kind: string, id: string): Promise<string | null>;
  /** The records of a group, in no order. */
  list(kind: string, group: string): Promise<readonly { id: string; value: string }[]>;
  /** Forgets a record; `false` where there was none. */
  remove(record: { kind: string; id: string; group: string }): Promise<boolean>;
};

/** A store of this process alone. */
export type LocalData = DataStore & {
  /** Whether it outlives the process. */
  isKept: boolean;
  /** A random secret, made up at the first question: 32 bytes as base64url. Another one at each start unless `isKept`. */
  rootSecret: () => string;
  close: () => void;
};
