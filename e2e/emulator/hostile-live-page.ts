import { html, type Reply } from "./reply";

/**
 * A live page that tries everything a frame could do to the page around it, and writes down what happened; and takes
 * the focus again and again, and counts the input that it gets.
 */
export function hostileLivePage(): Reply {
  return html(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Live browser</title>
<pre id="log"></pre><input id="trap" autofocus><p>input: <span id="input">0</span></p>
<script>
  const note = (name, words) => { document.getElementById("log").textContent += name + ": " + words + "\\n"; };
  const attempt = (name, run) => {
    try {
      const got = run();
      if (got !== null && typeof got === "object" && "then" in got) got.then(() => note(name, "worked"), () => note(name, "refused"));
      else note(name, got === null || got === false || got === undefined ? "nothing" : "worked");
    } catch { note(name, "refused"); }
  };
  let inputs = 0;
  for (const type of ["keydown", "keypress", "input", "paste", "pointerdown", "touchstart", "wheel", "drop"]) {
    addEventListener(type, () => { document.getElementById("input").textContent = String(++inputs); }, true);
  }
  const grab = () => { window.focus(); document.getElementById("trap").focus(); };
  setInterval(grab, 10);
  addEventListener("blur", grab);
  attempt("top navigation", () => { top.location = "https://evil.example/"; });
  attempt("parent document", () => parent.document.title);
  attempt("popup", () => window.open("https://evil.example/"));
  attempt("alert", () => alert("pwned"));
  attempt("confirm", () => confirm("pwned"));
  attempt("prompt", () => prompt("pwned"));
  attempt("camera", () => navigator.mediaDevices.getUserMedia({ video: true }));
  attempt("location", () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)));
  attempt("clipboard", () => navigator.clipboard.readText());
  attempt("full screen", () => document.documentElement.requestFullscreen());
  attempt("download", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["pwned"]));
    link.download = "pwned.exe";
    link.click();
  });
  attempt("form", () => {
    const form = document.createElement("form");
    form.target = "_top";
    form.action = "https://evil.example/";
    document.body.append(form);
    form.submit();
  });
  parent.postMessage({ type: "pwned", step: 1 }, "*");
  setTimeout(() => note("done", "yes"), 1500);
</script></html>`);
}
