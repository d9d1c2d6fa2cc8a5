/** The most likely next business date: today, or the day after the last one if that was today or later. */
export function proposeNextDate(last: string | null, today: string): string {
  if (last === null || today > last) return today
  const next = new Date(`${last}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
