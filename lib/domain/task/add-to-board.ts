/** Which of the tasks found in a text come onto a board, and what its reader is told. */
export function addToBoard(
  onBoard: readonly string[],
  found: readonly string[],
  most: number,
): { added: readonly string[]; words: string } {
  const fresh = found.filter((id) => !onBoard.includes(id));
  const added = fresh.slice(0, Math.max(0, most - onBoard.length));
  const known = found.length - fresh.length;
  const leftOut = fresh.length - added.length;
  if (found.length === 0) return { added, words: "There is no task ID in this text." };
  if (added.length === 0 && leftOut === 0) {
    return { added, words: `${these(known)} on the board already.` };
  }
  const parts = [
    added.length > 0 ? `Added ${tasks(added.length)}.` : "",
    known > 0 ? `${these(known)} there already.` : "",
    leftOut > 0
      ? `Left out ${tasks(leftOut)}: a board holds ${String(most)}. Take some off first.`
      : "",
  ];
  return { added, words: parts.filter((part) => part !== "").join(" ") };
}

function tasks(count: number): string {
  return count === 1 ? "1 task" : `${String(count)} tasks`;
}

function these(count: number): string {
  return count === 1 ? "1 task is" : `${String(count)} tasks are`;
}
