/**
 * Runs `act` at once, and once more when it was asked for meanwhile, but not twice within so many milliseconds: whoever asks a
 * thousand times causes little.
 */
export function atMostEvery(milliseconds: number, act: () => void): () => void {
  let resting = false
  let askedAgain = false
  const run = () => {
    resting = true
    askedAgain = false
    setTimeout(() => {
      resting = false
      if (askedAgain) run()
    }, milliseconds).unref()
    act()
  }
  return () => {
    if (resting) askedAgain = true
    else run()
  }
}
