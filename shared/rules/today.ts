const two = (part: number) => String(part).padStart(2, '0')

/** The date by this computer's calendar, as `2026-11-22`. The database's own is local_date(), by the branch's time zone. */
export const localToday = (now = new Date()): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
