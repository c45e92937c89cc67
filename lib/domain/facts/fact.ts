/** What a fact is: a number, an amount of money, a day or a time, a link, a mail address, words in quotes, a name. */
export type FactKind = "number" | "price" | "date" | "link" | "mail" | "quote" | "name";

/** Something in a text that can be looked for elsewhere. */
export type Fact = {
  kind: FactKind;
  /** As it is written. */
  text: string;
  /** What it may mean, each in one spelling: two texts speak of one fact where they share a key. */
  keys: readonly string[];
};

/** A piece of a text that was read as a fact, in UTF-16 units. */
export type FactToken = Fact & { from: number; to: number };
