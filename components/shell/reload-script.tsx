import { RELOADED_KEY, reloadOldPage } from "@/lib/client/browser/reload-old-page";

/** Loads a page of an earlier deployment anew when a part of it is gone. */
export function ReloadScript({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {`(${reloadOldPage.toString()})(${JSON.stringify(RELOADED_KEY)},()=>location.reload())`}
    </script>
  );
}
