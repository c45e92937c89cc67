import { startTheme, THEME_KEY } from "@/lib/client/storage/start-theme";

/** Sets the colour scheme before the first paint. */
export function ThemeScript({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {`(${startTheme.toString()})(${JSON.stringify(THEME_KEY)})`}
    </script>
  );
}
