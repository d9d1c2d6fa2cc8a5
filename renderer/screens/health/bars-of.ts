export const CHART = { width: 300, height: 80 } as const

/** A day is drawn at its place from the left, thirty to the whole width. */
const DAYS = 30
const GAP = 2

export type Bar = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Bars as high as their part of the highest one; of something at least a line is seen. */
export function barsOf(values: readonly number[]): Bar[] {
  const most = Math.max(...values, 1)
  const step = CHART.width / Math.max(DAYS, values.length)
  return values.map((value, at) => {
    const height = value === 0 ? 0 : Math.max((CHART.height * value) / most, 1)
    return { x: at * step, y: CHART.height - height, width: step - GAP, height }
  })
}
