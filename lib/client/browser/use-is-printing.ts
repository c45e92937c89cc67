import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is printed. What is drawn for it then is there before the browser lays the paper out. */
export function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const begin = () => {
      // The browser goes on as soon as its listeners have returned.
      flushSync(() => {
        setIsPrinting(true);
      });
    };
    const end = () => {
      setIsPrinting(false);
    };
    // Whoever prints before this script has come is not told by an event any more.
    const media = window.matchMedia("print");
    const follow = () => {
      setIsPrinting(media.matches);
    };
    follow();
    media.addEventListener("change", follow);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      media.removeEventListener("change", follow);
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
