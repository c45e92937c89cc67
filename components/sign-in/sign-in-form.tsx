"use client";

import { LoaderCircle } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ApiErrorCode } from "@/lib/client/api/api-error";
import { signIn } from "@/lib/client/api/session";
import { useCountdown } from "@/lib/client/browser/use-countdown";
import { useIsHydrated } from "@/lib/client/browser/use-is-hydrated";
import { addressOf } from "@/lib/contract/base-path";
import { signInWords } from "./sign-in-words";

type Problem = { code: ApiErrorCode | "empty" } | null;

/** One field for the password. Signed in, the page is loaded anew at the path where the reader wanted to go. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { seconds, start } = useCountdown();
  const isHydrated = useIsHydrated();
  const field = useRef<HTMLInputElement>(null);

  const submit = async () => {
    if (isBusy || seconds > 0) return;
    if (password === "") {
      setProblem({ code: "empty" });
      field.current?.focus();
      return;
    }
    setIsBusy(true);
    setProblem(null);
    const answer = await signIn(password, new AbortController().signal);
    if (answer.ok) {
      window.location.replace(addressOf(returnTo));
      return;
    }
    setIsBusy(false);
    setProblem({ code: answer.code });
    start(answer.retryAfterSeconds ?? 0);
    field.current?.select();
  };

  return (
    <form
      className="mt-5"
      // Never in an address, should the script be late.
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor="password" className="mb-1.5 block font-medium">
        Password
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id="password"
          name="password"
          type="password"
          autoFocus
          autoComplete="current-password"
          maxLength={1024}
          value={password}
          aria-invalid={problem !== null}
          aria-describedby="password-problem"
          onChange={(event) => {
            setPassword(event.target.value);
          }}
          className="h-10 min-w-0 grow rounded-md border border-line-strong bg-surface px-3 text-sm aria-invalid:border-failure"
        />
        <Button
          type="submit"
          look="primary"
          className="h-10 px-4 tabular-nums"
          aria-busy={isBusy}
          disabled={!isHydrated || seconds > 0}
        >
          {isBusy && <LoaderCircle aria-hidden="true" className="animate-spin" />}
          {seconds > 0 ? `Wait ${String(seconds)} s` : "Sign in"}
        </Button>
      </div>
      <p id="password-problem" role="alert" className="mt-1.5 min-h-5 text-failure">
        {problem !== null && signInWords(problem.code, seconds > 0)}
      </p>
    </form>
  );
}
