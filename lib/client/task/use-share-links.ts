"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BASE_PATH } from "@/lib/contract/base-path";
import type { NewShareLink, ShareLink, ShareLinks } from "@/lib/contract/share-link";
import { errorCodeOf } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { fetchShareLinks, makeShareLink, revokeShareLink } from "@/lib/client/api/share-links";

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
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({});
  const [made, setMade] = useState<ShareLink | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isChanging, setIsChanging] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["share-links", taskId],
    queryFn: ({ signal }) => fetchShareLinks(taskId, signal),
    refetchOnMount: "always",
  });
  const list = data ?? null;

  const change = async (act: () => Promise<void>) => {
    setIsChanging(true);
    setFailure(null);
    await act().catch((reason: unknown) => {
      setFailure(wordsOf(reason));
    });
    await refetch();
    setIsChanging(false);
  };
  return {
    list,
    addresses,
    made,
    failure: failure ?? (error === null ? null : wordsOf(error)),
    isBusy: isFetching || isChanging,
    reload: () => {
      void refetch();
    },
    make: (wish) => {
      void change(async () => {
        const { link, path } = await makeShareLink(taskId, wish, never());
        const base = list?.baseUrl ?? window.location.origin + BASE_PATH;
        setAddresses((known) => ({ ...known, [link.id]: `${base}${path}` }));
        setMade(link);
      });
    },
    revoke: (link) => {
      void change(async () => {
        await revokeShareLink(taskId, link.id, never());
        if (made?.id === link.id) setMade(null);
      });
    },
  };
}

/** What was begun is brought to its end, even when the dialog is closed. */
function never(): AbortSignal {
  return new AbortController().signal;
}

function wordsOf(error: unknown): string {
  return apiErrorTitle(errorCodeOf(error));
}
