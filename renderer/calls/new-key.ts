/**
 * A key for what is posted once, however often it is sent: a UUID of RFC 9562, version 7 (section 5.7). Its first 48 bits are this computer's
 * milliseconds since 1970, by which the database writes the keys of one day side by side (`posting_key()`); the counter of section 6.2 is 0,
 * and 62 random bits make it nobody else's.
 */
export function newKey(now: number = Date.now()): string {
  const moment = now.toString(16).padStart(12, '0')
  const random = crypto.randomUUID().slice(18)
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000${random}`
}
