type RunFieldProps = {
  side: "a" | "b";
  text: string;
  /** Words, or an empty text. */
  problem: string;
  onChange: (text: string) => void;
};

/** The field for one of the two runs. */
export function RunField({ side, text, problem, onChange }: RunFieldProps) {
  const id = `run-${side}`;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        Run {side.toUpperCase()}{" "}
        <span className="font-normal text-muted">– task ID, link, or any text with one</span>
      </label>
      <input
        id={id}
        name={side}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        placeholder="3c90c3cc-0d44-4b50-8888-8dd25736052a"
        value={text}
        aria-invalid={problem !== ""}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className="h-10 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-sm placeholder:text-faint/70 aria-invalid:border-failure"
      />
      <p id={`${id}-problem`} role="alert" className="mt-1 min-h-5 text-failure">
        {problem}
      </p>
    </div>
  );
}
