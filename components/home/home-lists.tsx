"use client";

import type { ReactNode } from "react";
import { TabPanel } from "@/components/ui/tab-panel";
import { TabList, type Tab } from "@/components/ui/tabs";
import { changeUrlSearch, useUrlSearch } from "@/lib/client/url/url-search";
import { FirstSteps } from "./first-steps";
import { RecentTasks } from "./recent-tasks";

const LISTS = [
  { name: "runs", label: "Runs" },
  { name: "opened", label: "Opened here" },
] as const satisfies readonly Tab<string>[];
type ListName = (typeof LISTS)[number]["name"];

/** What there is to open without an ID in hand: the account's runs, or the tasks that this browser opened last. */
export function HomeLists({ runs }: { runs: ReactNode }) {
  const given = useUrlSearch().get("list");
  const selected: ListName = given === "opened" ? "opened" : "runs";
  return (
    <section aria-label="Tasks to open" className="mt-4">
      <TabList
        id="home"
        label="Tasks to open"
        tabs={LISTS}
        selected={selected}
        onSelect={(name) => {
          changeUrlSearch({ list: name === "runs" ? null : name }, "push");
        }}
        className="h-9 border-b border-line"
      />
      <TabPanel id="home" name={selected} className="pt-3">
        {selected === "runs" ? runs : <RecentTasks whenNone={<FirstSteps />} />}
      </TabPanel>
    </section>
  );
}
