"use client";

import { createContext, useContext, useState } from "react";
import {
  Virtualizer,
  type CustomContainerComponentProps,
  type CustomItemComponentProps,
} from "virtua";
import { useIsDesktop } from "@/lib/client/browser/use-is-desktop";
import { useShortcuts } from "@/lib/client/browser/use-shortcuts";
import type { ChangesByStep } from "@/lib/client/task/use-known-changes";
import { ChangeBar } from "./change-bar";
import { FilmPreview } from "./film-preview";
import type { FilmStep } from "./film-step";
import { FilmstripItem } from "./filmstrip-item";
import { useFilmstrip } from "./use-filmstrip";

type FilmstripProps = {
  taskId: string;
  steps: readonly FilmStep[];
  /** The place of the step on the stage; `null` when none is. */
  current: number | null;
  /** The current step is the newest, chosen by nobody. */
  isFollowing: boolean;
  suspectSteps: ReadonlySet<number>;
  changes: ChangesByStep;
  onSelect: (number: number) => void;
};

/** Widths of an item with its gap, in pixels. */
const ITEM = { desktop: 104, mobile: 80 };
const GAP = 8;
/** Items that are drawn ahead, so that a short scroll shows no gap. */
const AHEAD = 8;

/** Every screenshot of a run in a row. Arrows move the focus, which enlarges as the pointer does; Enter selects. */
export function Filmstrip(props: FilmstripProps) {
  const { taskId, steps, current, isFollowing, suspectSteps, changes, onSelect } = props;
  const itemWidth = useIsDesktop() ? ITEM.desktop : ITEM.mobile;
  const { tabStop, scrollProps, virtualizerProps } = useFilmstrip({
    count: steps.length,
    current,
    isFollowing,
  });
  const [peeked, setPeeked] = useState<{ index: number; middle: number; width: number } | null>(
    null,
  );
  const peekedStep = peeked === null ? undefined : steps[peeked.index];
  const peek = (index: number, item: HTMLElement) => {
    const box = item.getBoundingClientRect();
    const strip = scrollProps.ref.current?.getBoundingClientRect();
    if (strip === undefined) return;
    setPeeked({ index, middle: box.left + box.width / 2 - strip.left, width: strip.width });
  };
  const hide = () => {
    setPeeked(null);
  };
  useShortcuts(peeked === null ? {} : { Escape: hide });
  return (
    <div className="relative h-full" onPointerLeave={hide} onBlur={hide}>
      <div
        className="h-full thin-scroll overflow-x-auto overflow-y-hidden px-3 pt-2"
        {...scrollProps}
      >
        <ItemCount value={steps.length}>
          <Virtualizer
            key={itemWidth}
            horizontal
            as={Strip}
            item={StripItem}
            data={steps}
            itemSize={itemWidth}
            bufferSize={AHEAD * itemWidth}
            {...virtualizerProps}
          >
            {(step, index) => {
              const change = changes.get(step.number);
              return (
                <div
                  key={step.number}
                  className="relative"
                  style={{ width: itemWidth - GAP, marginRight: GAP }}
                  onPointerEnter={(event) => {
                    if (event.pointerType !== "touch") peek(index, event.currentTarget);
                  }}
                  onFocus={(event) => {
                    if (event.target.matches(":focus-visible")) peek(index, event.currentTarget);
                  }}
                >
                  <FilmstripItem
                    taskId={taskId}
                    step={step}
                    index={index}
                    isCurrent={index === current}
                    isSuspect={suspectSteps.has(step.number)}
                    isTabStop={index === tabStop}
                    isDead={change?.effect === "none"}
                    onSelect={onSelect}
                  />
                  {change !== undefined && <ChangeBar {...change} />}
                </div>
              );
            }}
          </Virtualizer>
        </ItemCount>
      </div>
      {peeked !== null && peekedStep !== undefined && (
        <FilmPreview
          taskId={taskId}
          step={peekedStep}
          middle={peeked.middle}
          stripWidth={peeked.width}
        />
      )}
    </div>
  );
}

const ItemCount = createContext(0);

function Strip({ style, children, ref }: CustomContainerComponentProps) {
  return (
    <ol
      aria-label="Filmstrip"
      // A click counts while the strip still moves, too.
      style={{ ...style, height: undefined, pointerEvents: undefined }}
      className="h-[45px] lg:h-[60px]"
      ref={ref}
    >
      {children}
    </ol>
  );
}

function StripItem({ style, index, children, ref }: CustomItemComponentProps) {
  const count = useContext(ItemCount);
  return (
    <li
      // All are equally wide, so none has to be measured before it is seen, and can take the focus.
      style={{ ...style, visibility: undefined }}
      ref={ref}
      aria-setsize={count}
      aria-posinset={index + 1}
    >
      {children}
    </li>
  );
}
