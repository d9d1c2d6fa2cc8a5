/**
 * Where a line lies in the picture: its first cell's left edge at the middle of its height, one pitch along it, and one pitch down.
 * Places on a line are told in pitches: `along` from the first cell's left edge, `down` from the middle.
 */
export type Frame = {
  readonly startX: number
  readonly startY: number
  readonly alongX: number
  readonly alongY: number
}
type Point = readonly [x: number, y: number]
export type Sampler = (x: number, y: number) => number

export function frameBetween([startX, startY]: Point, [endX, endY]: Point, cells: number): Frame {
  return { startX, startY, alongX: (endX - startX) / cells, alongY: (endY - startY) / cells }
}

/** Down is a quarter turn clockwise from along, and a pitch is as long that way. */
export function pointAt({ startX, startY, alongX, alongY }: Frame, along: number, down: number): Point {
  return [startX + along * alongX - down * alongY, startY + along * alongY + down * alongX]
}

export const sampleAt = (sample: Sampler, frame: Frame, along: number, down: number): number =>
  sample(...pointAt(frame, along, down))
