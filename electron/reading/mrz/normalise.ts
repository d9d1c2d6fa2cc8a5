/** Added to the deviation, so that blank paper does not become noise. */
export const LEAST_CONTRAST = 0.02

/** Moves a window's mean to 0 and its deviation to 1, in place: what the network is trained on and asked with. */
export function normalise(window: Float64Array): void {
  let sum = 0
  for (const value of window) sum += value
  const mean = sum / window.length
  let squares = 0
  for (const value of window) squares += (value - mean) ** 2
  const deviation = Math.sqrt(squares / window.length) + LEAST_CONTRAST
  for (let i = 0; i < window.length; i++) window[i] = ((window[i] ?? 0) - mean) / deviation
}
