"use client";

import {
  lazy,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type ComponentType,
} from "react";
import {
  readPreHydrationInput,
  replayPreHydrationInput,
  type PreHydrationInput,
} from "./pre-hydration-input";

type Script<Props> = {
  default: ComponentType<Props>;
  /** Brings what in the part is late itself, so that nothing of it is missing when it is taken over. */
  prepare?: (props: Props) => Promise<void>;
};

/**
 * A component in a script of its own, for what a page shows at first but nobody uses in the first moment. The server
 * draws it; the page takes it as it is, and takes it over when its script has come. `Suspense` is not up to that: it
 * may send a part after its place, which without JavaScript stays empty, and an update in between empties it again.
 * Without its script the part stays as the server drew it, or away.
 */
export function deferHydration<Props extends object>(
  load: () => Promise<Script<Props>>,
): ComponentType<Props> & { load: (props?: Props) => Promise<void> } {
  const OnServer = lazy(load);
  const listeners = new Set<() => void>();
  const waiting = new Set<() => void>();
  let loaded: ComponentType<Props> | null = null;
  const ask = async (props?: Props) => {
    const script = await load();
    if (props !== undefined) await script.prepare?.(props);
    for (const note of waiting) note();
    loaded = script.default;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const read = () => loaded;
  const readOnServer = () => null;

  function Deferred(props: Props) {
    const Part = useSyncExternalStore<ComponentType<Props> | null>(subscribe, read, readOnServer);
    const box = useRef<HTMLDivElement>(null);
    const early = useRef<PreHydrationInput | null>(null);
    const askNow = useEffectEvent(() => {
      // Where that fails, the next one asks again.
      ask(props).catch(() => undefined);
    });
    useLayoutEffect(() => {
      if (Part !== null) {
        if (box.current !== null && early.current !== null) {
          replayPreHydrationInput(box.current, early.current);
        }
        return;
      }
      const note = () => {
        early.current = box.current === null ? null : readPreHydrationInput(box.current);
      };
      // Where the script was there before the page, the next draw puts the part in the place of the server's.
      if (loaded !== null) note();
      waiting.add(note);
      askNow();
      return () => {
        waiting.delete(note);
      };
    }, [Part]);
    const isServer = typeof window === "undefined";
    if (isServer || Part !== null) {
      const Shown = Part ?? OnServer;
      return (
        <div ref={box} className="contents">
          <Shown {...props} />
        </div>
      );
    }
    // A text, even an empty one, keeps React from looking at what the server put in here.
    return (
      <div ref={box} className="contents" suppressHydrationWarning>
        {""}
      </div>
    );
  }
  return Object.assign(Deferred, { load: ask });
}
