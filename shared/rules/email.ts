import { decodePunycode } from './punycode.ts'
import { cleanName, mixedLetter } from './text.ts'

/** RFC 5321 with the letters of every language (RFC 6531), without quoted local parts and comments. */
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u
const LABEL = /^(?!xn--)[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u
const TOP_LEVEL = /^\p{L}[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]$/u

const inOwnLetters = (label: string): string | null =>
  label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label

/**
 * An e-mail address as it is kept and compared: in small letters, without what is only typography, and the domain in its own
 * letters (`xn--bcher-kva.example` is `bücher.example`). Null when it is none, or when a part of it mixes alphabets that look alike.
 */
export function readEmail(typed: string): string | null {
  const [local = '', domain = '', ...more] = cleanName(typed).toLowerCase().split('@')
  const labels = domain.split('.').map(inOwnLetters)
  const valid =
    more.length === 0 &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => label !== null && LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '') &&
    [local, ...labels].every((part) => mixedLetter(part ?? '') === null)
  return valid ? cleanName(`${local}@${labels.join('.')}`).toLowerCase() : null
}
