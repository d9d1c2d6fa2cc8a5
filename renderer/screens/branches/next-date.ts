const two = (part: number) => String(part).padStart(2, '0')

/** Today where this workstation stands, as `2026-11-22`. */
export function localToday(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What the next business date most likely is: today, unless the last one was today or later; then the day after it. */
export function proposeNextDate(last: string | null, today: string): string {
  if (last === null || today > last) return today
  const next = new Date(`${last}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
