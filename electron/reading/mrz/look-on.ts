import type { FormatName } from '../../../shared/mrz/formats.ts'
import { medianOf } from './find/text-line.ts'
import { type Frame, pointAt, sampleAt, type Sampler } from './line/frame.ts'
import { planeThrough } from './line/plane.ts'
import type { Looking } from './line/strip.ts'

/** A line's frame, and where its cells were found in it. */
export type Found = { readonly frame: Frame; readonly places: readonly number[] }

/** From one line to the next, in pitches (ICAO 9303-4, -5, -6: 6.35 and 4.23 mm). */
const APART = { TD3: 2.5, TD2: 2.5, TD1: 1.667 } as const

/** How the cells of each line are looked at: all lines on the plane on which they lie, or each in its own frame where they lie on none. */
export function looksOn(format: FormatName, found: readonly Found[], sample: Sampler): Looking[] {
  const matches = found.flatMap(({ frame, places }, line) =>
    places.map((place, cell) => {
      const [x, y] = pointAt(frame, place, 0)
      return { along: cell, down: line * APART[format], x, y }
    }),
  )
  const pitch = medianOf(found.map(({ frame }) => Math.hypot(frame.alongX, frame.alongY)))
  const place = planeThrough(matches, pitch)
  return found.map(({ frame, places }, line): Looking => {
    if (place === null)
      return (cell, along, down) => sampleAt(sample, frame, (places[cell] ?? 0) + along, down)
    return (cell, along, down) => sample(...place(cell + along, line * APART[format] + down))
  })
}
