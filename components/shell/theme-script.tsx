import { startTheme } from "@/lib/client/storage/start-theme";
import { THEME_KEY } from "@/lib/client/storage/theme-key";

/** Sets the colour scheme before the first paint. */
export function ThemeScript({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {`(${startTheme.toString()})(${JSON.stringify(THEME_KEY)})`}
    </script>
  );
}
