/** Something that must never be, as the upstream's own list shows. */
export class Violation extends Error {}

export function expectTo(holds: boolean, otherwise: string): void {
  if (!holds) throw new Violation(otherwise)
}
