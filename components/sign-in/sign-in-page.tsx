import { LockKeyhole } from "lucide-react";
import { SignInForm } from "./sign-in-form";

type SignInPageProps = {
  /** Where to go on, a path of ours. */
  returnTo: string;
  /** False where a proxy in front signs people in and there is no password. */
  takesPasswords: boolean;
};

/** The page of whoever has not signed in. It says nothing about what is behind it. */
export function SignInPage({ returnTo, takesPasswords }: SignInPageProps) {
  return (
    <main id="main" className="flex grow items-center justify-center p-6">
      <div className="w-full max-w-sm">
        <div className="mb-4 inline-flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-muted">
          <LockKeyhole aria-hidden="true" className="size-5" />
        </div>
        <h1 className="text-lg font-semibold tracking-tight">Sign in</h1>
        {takesPasswords ? (
          <>
            <p className="mt-1.5 text-sm text-muted">
              This Sightglass is open to those who know its password. Whoever runs the server can
              tell you.
            </p>
            <noscript>
              <p className="mt-3 rounded-md border border-waiting/40 bg-surface px-3 py-2 text-sm text-fg">
                Signing in needs JavaScript. Switch it on for this page, then load the page again.
              </p>
            </noscript>
            <SignInForm returnTo={returnTo} />
          </>
        ) : (
          <p className="mt-1.5 text-sm text-muted">
            A proxy in front of this server signs you in, and this request did not come through it.
            Open Sightglass at the address that you were given.
          </p>
        )}
      </div>
    </main>
  );
}
