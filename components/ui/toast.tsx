/** Words for what a key just did, over the page for as long as there are some; heard as well. */
export function Toast({ text }: { text: string }) {
  return (
    <p
      role="status"
      className="pointer-events-none absolute inset-x-3 bottom-3 z-20 flex justify-center"
    >
      {text !== "" && (
        <span className="rounded-full bg-fg px-3.5 py-1.5 text-xs font-medium text-bg shadow-lg">
          {text}
        </span>
      )}
    </p>
  );
}
