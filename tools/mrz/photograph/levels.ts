/** How much a photograph suffers. Lengths are parts of a character's pitch, angles radians, brightness from 0 to 1. */
export type Level = {
  readonly name: LevelName
  /** Pixels that a pitch has, from and to. */
  readonly pitch: readonly [number, number]
  readonly turn: number
  /** How far each corner is from where a camera straight above would see it, as a part of the page. */
  readonly perspective: number
  readonly blur: number
  readonly smear: number
  readonly grain: number
  readonly unevenLight: number
  readonly glare: number
  readonly quality: readonly [number, number]
}
export const LEVEL_NAMES = ['flatbed', 'good', 'ordinary', 'poor', 'worst'] as const
export type LevelName = (typeof LEVEL_NAMES)[number]

export const LEVELS: readonly Level[] = [
  {
    name: 'flatbed',
    pitch: [20, 30],
    turn: 0.03,
    perspective: 0,
    blur: 0.02,
    smear: 0,
    grain: 0.01,
    unevenLight: 0.03,
    glare: 0,
    quality: [80, 95],
  },
  {
    name: 'good',
    pitch: [16, 36],
    turn: 0.05,
    perspective: 0.02,
    blur: 0.05,
    smear: 0,
    grain: 0.015,
    unevenLight: 0.15,
    glare: 0,
    quality: [75, 95],
  },
  {
    name: 'ordinary',
    pitch: [13, 32],
    turn: 0.09,
    perspective: 0.04,
    blur: 0.09,
    smear: 0.08,
    grain: 0.03,
    unevenLight: 0.3,
    glare: 0.2,
    quality: [60, 92],
  },
  {
    name: 'poor',
    pitch: [11, 26],
    turn: 0.13,
    perspective: 0.06,
    blur: 0.13,
    smear: 0.14,
    grain: 0.045,
    unevenLight: 0.4,
    glare: 0.4,
    quality: [45, 85],
  },
  {
    name: 'worst',
    pitch: [9.5, 20],
    turn: 0.16,
    perspective: 0.08,
    blur: 0.16,
    smear: 0.2,
    grain: 0.06,
    unevenLight: 0.5,
    glare: 0.6,
    quality: [35, 75],
  },
]
