/** How a key of the bar behaves where not all have room: those of the frame go first, then those that matter less, the others never. */
export type Yielding = 'frame' | 'minor' | 'never'

export type MeasuredKey = { readonly name: string; readonly yields: Yielding; readonly width: number }

/** Between two keys, as the styles of the bar have it. */
export const GAP = 4

const widthOf = (keys: readonly MeasuredKey[]) =>
  keys.reduce((sum, { width }) => sum + width + GAP, keys.length === 0 ? 0 : -GAP)

/** The keys that have room in so many pixels. What has to go goes from the end, and stands in the help. */
export function fittingKeys(keys: readonly MeasuredKey[], room: number): readonly MeasuredKey[] {
  let shown = keys
  for (const yielding of ['frame', 'minor'] as const)
    while (widthOf(shown) > room) {
      const last = shown.findLastIndex(({ yields }) => yields === yielding)
      if (last === -1) break
      shown = shown.toSpliced(last, 1)
    }
  return shown
}
