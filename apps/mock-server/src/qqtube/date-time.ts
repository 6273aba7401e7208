/** `2021-12-30 23:59:59`. The document names no zone; taken as UTC. */
export function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}
