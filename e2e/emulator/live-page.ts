import { isSessionActive, observe, type EmulatedTask } from "./emulated-task";
import { html, json, type Reply } from "./reply";
import { signed, type Scene } from "./shape-common";

/** The state that the live page asks for every second. */
export function liveState(scene: Scene): Reply {
  const { task, now } = scene;
  const { stepsDone } = observe(task, now);
  const last = lastShown(task, stepsDone);
  return json({
    isActive: isSessionActive(task, now),
    goal: task.script.steps[stepsDone]?.goal ?? "",
    address: task.script.steps[stepsDone - 1]?.url ?? "about:blank",
    image: last === 0 ? null : signed(scene, "steps", String(last), "live.png"),
    key: last,
  });
}

function lastShown(task: EmulatedTask, stepsDone: number): number {
  const shown = task.script.steps
    .slice(0, stepsDone)
    .map((step) => step.screenshot !== null && !("broken" in step.screenshot));
  return shown.lastIndexOf(true) + 1;
}

/** A page that looks like a browser at work and moves by itself; a click on it is counted. */
export function livePage(token: string): Reply {
  return html(`<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Live browser</title>
<style>
  html, body { margin: 0; height: 100%; font: 13px system-ui, sans-serif; background: #dfe3ea; color: #1c2430; }
  body { display: flex; flex-direction: column; }
  #bar { display: flex; gap: 8px; align-items: center; padding: 8px 12px; background: #eef1f5; border-bottom: 1px solid #cbd2dc; }
  #address { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; background: #fff; border: 1px solid #cbd2dc; border-radius: 14px; padding: 4px 12px; }
  #view { position: relative; flex: 1; min-height: 0; overflow: hidden; }
  #shot { width: 100%; height: 100%; object-fit: cover; object-position: top; display: block; }
  #cursor { position: absolute; width: 18px; height: 18px; border-radius: 50%; background: #4a45d6aa; border: 2px solid #fff; box-shadow: 0 1px 6px #0006; transition: all .9s ease-in-out; left: 40%; top: 40%; }
  #over { position: absolute; inset: 0; display: none; place-items: center; background: #1c2430d0; color: #fff; font-size: 18px; }
</style>
<div id="bar"><span id="clock"></span><span id="address">about:blank</span><span id="clicks">clicks: 0</span></div>
<div id="view"><img id="shot" alt=""><div id="cursor"></div><div id="over">session ended</div></div>
<script>
  const $ = (id) => document.getElementById(id);
  let clicks = 0, key = -1;
  document.addEventListener("click", () => { $("clicks").textContent = "clicks: " + ++clicks; });
  setInterval(() => {
    $("clock").textContent = new Date().toTimeString().slice(0, 8);
    $("cursor").style.left = 10 + Math.random() * 75 + "%";
    $("cursor").style.top = 10 + Math.random() * 75 + "%";
  }, 1000);
  async function refresh() {
    const answer = await fetch("/live/${token}/state").catch(() => null);
    if (answer === null) { setTimeout(refresh, 1000); return; }
    const state = await answer.json();
    $("over").style.display = state.isActive ? "none" : "grid";
    $("address").textContent = state.address;
    if (state.image !== null && state.key !== key) { key = state.key; $("shot").src = state.image; }
    if (state.isActive) setTimeout(refresh, 1000);
  }
  refresh();
</script></html>`);
}
