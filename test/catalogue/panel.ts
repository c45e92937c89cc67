import type { ReactNode } from "react";

/** A panel of the product in every state that a person can meet, by the name of the state. */
export type Panel = {
  /** Names its pictures. */
  id: string;
  title: string;
  /** A state gets at least this width where the screen has it, in rem. */
  width: number;
  /** For what fills the room that it is given, in rem. */
  height?: number;
  /** It stands in a column that it may fill, as a page does, and not in a block. */
  isColumn?: boolean;
  states: Readonly<Record<string, ReactNode>>;
};

/** For buttons of which nothing is to come. */
export const nothing = () => undefined;
