/** What was cut: for each field its whole size in bytes, as UTF-8. Of a list, the size of all its texts. */
export type Cut<Field extends string> = Readonly<Partial<Record<Field, number>>>;
