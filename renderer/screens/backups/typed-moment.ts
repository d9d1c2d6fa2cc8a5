const FORM = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?$/

/** A second as it is typed, by this computer's clock; null where it is none. */
export function momentTyped(text: string): string | null {
  const [, day, minute, second = ':00'] = FORM.exec(text.trim()) ?? []
  if (day === undefined) return null
  const moment = new Date(`${day}T${minute}${second}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

const two = (n: number) => String(n).padStart(2, '0')

/** A moment as it is typed. */
export function typedMoment(isoTime: string): string {
  const at = new Date(isoTime)
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
