import { encode } from "uqr";

/** A text as a QR code, dark on light in every colour scheme, as readers of such codes want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { ecc: "L", border: 4 });
  const path = data
    .flatMap((row, y) =>
      row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : "")),
    )
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
      className="size-52 shrink-0 self-center rounded-md bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
