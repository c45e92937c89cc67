import { THEME_KEY } from "@/lib/client/theme-key";

const KEY = JSON.stringify(THEME_KEY);
// No colour fades into another while all of them change.
const SCRIPT = `{const root=document.documentElement,query=matchMedia("(prefers-color-scheme: dark)");const apply=()=>{const theme=root.dataset.theme,dark=theme==="dark"||theme!=="light"&&query.matches;if(root.classList.contains("dark")===dark)return;root.classList.add("still");root.classList.toggle("dark",dark);getComputedStyle(root).color;setTimeout(()=>root.classList.remove("still"),1)};const choose=(theme)=>{root.dataset.theme=theme??"system";apply()};let kept=null;try{kept=localStorage.getItem(${KEY})}catch{}choose(kept);query.addEventListener("change",apply);addEventListener("storage",(event)=>{if(event.key===${KEY})choose(event.newValue)})}`;

/** Sets the colour scheme before the first paint, and again when the reader, another tab or the system changes it. */
export function ThemeScript({ nonce }: { nonce: string }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {SCRIPT}
    </script>
  );
}
