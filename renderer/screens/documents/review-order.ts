type Waiting = { readonly id: string }

/** The document that is shown: the chosen one while it waits, otherwise the first. */
export const currentOf = <D extends Waiting>(shown: readonly D[], chosen: string | null): D | undefined =>
  shown.find(({ id }) => id === chosen) ?? shown[0]

/** The document `by` places further down the queue, or undefined at its ends. */
export function neighbourOf<D extends Waiting>(
  shown: readonly D[],
  current: D | undefined,
  by: 1 | -1,
): D | undefined {
  return current === undefined ? undefined : shown[shown.indexOf(current) + by]
}

/** Which document comes after the current one is decided: the next, at the end of the queue the one before. */
export const nextAfter = <D extends Waiting>(shown: readonly D[], current: D | undefined): D | undefined =>
  neighbourOf(shown, current, 1) ?? neighbourOf(shown, current, -1)
