/** What a task is called where several are listed: its prompt, or how its id begins where there is none. */
export function taskName({ id, prompt }: { id: string; prompt: string }): string {
  return prompt.trim() || `Task ${id.slice(0, 8)}`;
}
