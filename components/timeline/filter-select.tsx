import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";

type FilterSelectProps = {
  name: string;
  label: string;
  Icon: LucideIcon;
  /** What the choice of everything is called. */
  all: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

/** A choice that is an icon until something is chosen. */
export function FilterSelect(props: FilterSelectProps) {
  const { name, label, Icon, all, value, options, onChange } = props;
  const isOn = value !== null;
  return (
    <span className="relative shrink-0">
      <select
        name={name}
        aria-label={label}
        title={label}
        value={value ?? ""}
        onChange={({ target }) => {
          onChange(target.value === "" ? null : target.value);
        }}
        className={clsx(
          "h-7 cursor-pointer appearance-none truncate rounded-md pl-7 text-xs",
          "[&>option]:bg-surface [&>option]:text-fg",
          isOn
            ? "w-24 bg-accent/10 pr-2 font-medium text-accent max-sm:w-20"
            : "w-7 text-transparent hover:bg-raised",
        )}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        aria-hidden="true"
        className={clsx(
          "pointer-events-none absolute top-1.5 left-1.5 size-4",
          isOn ? "text-accent" : "text-muted",
        )}
      />
    </span>
  );
}
