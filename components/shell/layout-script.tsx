import { LAYOUT_KEY, LAYOUT_PARTS, LAYOUT_VALUE } from "@/lib/client/storage/layout-parts";

const SCRIPT = `try{for(const part of ${JSON.stringify(LAYOUT_PARTS)}){const value=localStorage.getItem(${JSON.stringify(LAYOUT_KEY)}+part);if(${String(LAYOUT_VALUE)}.test(value)){const root=document.documentElement;root.setAttribute("data-"+part,value);root.style.setProperty("--"+part,value)}}}catch{}`;

/** Puts the remembered layout on the root element before the first paint: server HTML can carry no style. */
export function LayoutScript({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {SCRIPT}
    </script>
  );
}
