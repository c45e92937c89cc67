"use client";

import { noteServerTime } from "@/lib/client/api/clock";
import { TaskRoutesContext } from "@/lib/client/url/task-routes";
import { NOW } from "@/test/factories/run";
import type { Panel } from "./panel";
import { PANELS } from "./panels";
import { OWN_ROUTES } from "./pictures";

// What counts the seconds begins at the moment that the states are of, whenever they are looked at.
if (typeof window !== "undefined") noteServerTime(new Date(NOW).toUTCString());

/** Every panel in every state, with a heading each. The look of this page itself is its own: no class of it is the product's. */
export function Catalogue() {
  return (
    <TaskRoutesContext value={OWN_ROUTES}>
      <div style={{ padding: "1rem" }}>
        <h1 className="text-lg font-semibold">Every state of every panel</h1>
        {PANELS.map((panel) => (
          <PanelStates key={panel.id} {...panel} />
        ))}
      </div>
    </TaskRoutesContext>
  );
}

function PanelStates({ id, title, width, height, isColumn = false, states }: Panel) {
  return (
    <section
      id={`panel-${id}`}
      aria-labelledby={`${id}-title`}
      data-panel={id}
      style={{ padding: "1rem 0" }}
    >
      <h2 id={`${id}-title`} className="text-sm font-semibold">
        {title}
      </h2>
      <div
        style={{
          display: "grid",
          gap: "1rem",
          marginTop: "0.5rem",
          gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${String(width)}rem), 1fr))`,
        }}
      >
        {Object.entries(states).map(([name, drawn]) => (
          <section key={name} aria-label={name} style={{ minWidth: 0 }}>
            <p className="text-xs text-faint">{name}</p>
            <div
              className="border border-line"
              style={{
                ...(isColumn ? { display: "flex", flexDirection: "column" } : {}),
                // What is fixed to the window stays in its box.
                contain: "layout",
                overflow: "auto",
                ...(height === undefined ? {} : { height: `${String(height)}rem` }),
              }}
            >
              {drawn}
            </div>
          </section>
        ))}
      </div>
    </section>
  );
}
