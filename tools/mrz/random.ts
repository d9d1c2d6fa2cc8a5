/** Numbers that a seed repeats on every machine. */
export type Random = {
  /** At least 0 and less than 1. */
  uniform: () => number
  /** Between these two. */
  between: (least: number, most: number) => number
  /** A whole number from 0 to `count - 1`. */
  below: (count: number) => number
  /** From the normal distribution with mean 0 and deviation 1 (Box and Muller). */
  normal: () => number
  /** True in this share of cases. */
  chance: (share: number) => boolean
}

/** sfc32 (Doty-Humphrey): 128 bits of state, passes PractRand, and needs integers of 32 bits only. */
export function seededRandom(seed: number, stream = 0): Random {
  let a = seed >>> 0
  let b = stream >>> 0
  let c = 0x9e3779b9
  let counter = 1
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let i = 0; i < 16; i++) next()
  const uniform = () => next() / 2 ** 32
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return {
    uniform,
    between: (least, most) => least + (most - least) * uniform(),
    below: (count) => Math.floor(uniform() * count),
    normal,
    chance: (share) => uniform() < share,
  }
}
