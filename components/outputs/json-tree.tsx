"use client";

import { useState } from "react";
import { UntrustedText } from "@/components/ui/untrusted-text";
import { LongText } from "@/components/ui/long-text";
import type { JsonNode } from "@/lib/domain/text/json-tree";

/** More members than this are drawn when they are asked for. */
const PART = 200;
const LONGEST_STRING = 2000;

/**
 * JSON as a tree as it was written, its first levels open. Ready-made trees take values of JavaScript, which hold
 * neither long integers nor trailing zeros, doubled keys or the order of keys that look like numbers.
 */
export function JsonTree({ tree, openLevels }: { tree: JsonNode; openLevels: number }) {
  return (
    <div className="thin-scroll overflow-x-auto font-mono text-xs leading-relaxed">
      <Node name={null} node={tree} openLevels={openLevels} />
    </div>
  );
}

type NodeProps = { name: string | null; node: JsonNode; openLevels: number };

function Node({ name, node, openLevels }: NodeProps) {
  const [isOpen, setIsOpen] = useState(openLevels > 0);
  const label = name === null ? null : <Label name={name} />;
  if (node.kind === "string") {
    return (
      <p>
        {label}
        <span dir="auto" className="json-string foreign-text">
          &quot;
          <LongText text={node.value} limit={LONGEST_STRING} />
          &quot;
        </span>
      </p>
    );
  }
  if (node.kind === "literal") {
    return (
      <p>
        {label}
        <span className={node.text === "null" ? "json-null" : "json-number"}>{node.text}</span>
      </p>
    );
  }
  const count = node.kind === "list" ? node.items.length : node.entries.length;
  const [open, close] = node.kind === "list" ? "[]" : "{}";
  if (count === 0) {
    return (
      <p>
        {label}
        <span className="json-punctuation">
          {open}
          {close}
        </span>
      </p>
    );
  }
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setIsOpen(currentTarget.open);
      }}
    >
      <summary className="json-summary">
        {label}
        <span className="json-punctuation">
          {open}
          {!isOpen && `… ${close}`} {count.toLocaleString("en")}{" "}
          {node.kind === "list" ? (count === 1 ? "item" : "items") : count === 1 ? "key" : "keys"}
        </span>
      </summary>
      {isOpen && <Members node={node} openLevels={openLevels - 1} />}
    </details>
  );
}

type Branch = Extract<JsonNode, { kind: "object" | "list" }>;

function Members({ node, openLevels }: { node: Branch; openLevels: number }) {
  const [shown, setShown] = useState(PART);
  const members: readonly (readonly [string | null, JsonNode])[] =
    node.kind === "list" ? node.items.map((item) => [null, item] as const) : node.entries;
  const left = members.length - shown;
  return (
    <div className="json-children">
      {members.slice(0, shown).map(([name, part], index) => (
        // Members have no identity but their place: keys may be doubled.
        <Node key={index} name={name} node={part} openLevels={openLevels} />
      ))}
      {left > 0 && (
        <button
          type="button"
          className="font-sans text-accent underline decoration-dotted"
          onClick={() => {
            setShown(shown + PART);
          }}
        >
          Show {Math.min(PART, left).toLocaleString("en")} more of {left.toLocaleString("en")}
        </button>
      )}
    </div>
  );
}

function Label({ name }: { name: string }) {
  return (
    <bdi className="json-label">
      <UntrustedText text={name} />:
    </bdi>
  );
}
