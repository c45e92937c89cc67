"use client";

import { CircleUserRound, LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { PopPanel } from "@/components/ui/pop-panel";
import { errorCodeOf } from "@/lib/client/api/api-error";
import { apiErrorTitle } from "@/lib/client/api/api-error-title";
import { signOut } from "@/lib/client/api/session";

type State = { kind: "idle" } | { kind: "busy" } | { kind: "failed"; words: string };

/** Signs out, here or everywhere. */
export default function AccountMenu() {
  const [state, setState] = useState<State>({ kind: "idle" });
  const leave = (where: "here" | "everywhere") => {
    setState({ kind: "busy" });
    signOut(where, new AbortController().signal).catch((error: unknown) => {
      const code = errorCodeOf(error);
      setState({ kind: "failed", words: apiErrorTitle(code) });
    });
  };
  const isBusy = state.kind === "busy";
  return (
    <PopPanel
      label="Account"
      size="menu"
      buttonClassName="inline-flex size-8 items-center justify-center rounded-md text-muted transition-colors hover:bg-raised hover:text-fg [&_svg]:size-4"
      face={<CircleUserRound aria-hidden="true" />}
    >
      {() => (
        <section aria-label="Account" className="flex flex-col gap-1">
          <Button
            look="quiet"
            className="justify-start"
            disabled={isBusy}
            onClick={() => {
              leave("here");
            }}
          >
            <LogOut aria-hidden="true" />
            Sign out
          </Button>
          <Button
            look="quiet"
            className="justify-start"
            disabled={isBusy}
            onClick={() => {
              leave("everywhere");
            }}
          >
            <LogOut aria-hidden="true" />
            Sign out everywhere
          </Button>
          <p className="px-2.5 pb-1 text-xs text-faint">
            “Everywhere” signs out everybody who uses this server's password.
          </p>
          <p role="alert" className="px-2.5 text-xs text-failure empty:hidden">
            {state.kind === "failed" && `${state.words}.`}
          </p>
        </section>
      )}
    </PopPanel>
  );
}
