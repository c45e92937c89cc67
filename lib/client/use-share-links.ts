"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { NewShareLink, ShareLink, ShareLinks } from "@/lib/contract/share-link";
import { ApiError, apiErrorTitle } from "./api-error";
import { fetchShareLinks, makeShareLink, revokeShareLink } from "./share-links";

/** The share links of a task, as a dialog shows and changes them. */
export type ShareLinksState = {
  /** `null` until the server has told them. */
  list: ShareLinks | null;
  /** The whole addresses of links made here, by id: nobody tells them a second time. */
  addresses: Readonly<Record<string, string>>;
  /** The link made last; `null` before the first. */
  made: ShareLink | null;
  /** Why the last request failed, in words; `null` when it did not. */
  failure: string | null;
  isBusy: boolean;
  reload: () => void;
  make: (wish: NewShareLink) => void;
  revoke: (link: ShareLink) => void;
};

/** Reads the share links of a task, makes new ones and revokes them. */
export function useShareLinks(taskId: string): ShareLinksState {
  const [list, setList] = useState<ShareLinks | null>(null);
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({});
  const [made, setMade] = useState<ShareLink | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const controller = useRef<AbortController | null>(null);

  const settle = async (act: (signal: AbortSignal) => Promise<void>) => {
    const { signal } = (controller.current ??= new AbortController());
    try {
      await act(signal);
    } catch (error) {
      const words = apiErrorTitle(error instanceof ApiError ? error.code : "unreadable");
      if (!signal.aborted) setFailure(words);
    }
    if (!signal.aborted) setIsBusy(false);
  };
  const run = (act: (signal: AbortSignal) => Promise<void>) => {
    setIsBusy(true);
    setFailure(null);
    void settle(act);
  };
  const load = async (signal: AbortSignal) => {
    setList(await fetchShareLinks(taskId, signal));
  };
  const loadFirst = useEffectEvent(() => {
    void settle(load);
  });
  useEffect(() => {
    loadFirst();
    return () => {
      controller.current?.abort();
      controller.current = null;
    };
  }, []);

  return {
    list,
    addresses,
    made,
    failure,
    isBusy,
    reload: () => {
      run(load);
    },
    make: (wish) => {
      run(async (signal) => {
        const { link, path } = await makeShareLink(taskId, wish, signal);
        const base = list?.baseUrl ?? window.location.origin;
        setAddresses((known) => ({ ...known, [link.id]: `${base}${path}` }));
        setMade(link);
        await load(signal);
      });
    },
    revoke: (link) => {
      run(async (signal) => {
        await revokeShareLink(taskId, link.id, signal);
        if (made?.id === link.id) setMade(null);
        await load(signal);
      });
    },
  };
}
