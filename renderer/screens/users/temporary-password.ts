import { PASSWORD_ALPHABET as ALPHABET } from '../../../shared/rules/temporary-password.ts'

const GROUPS = 4
const GROUP_LENGTH = 4
/** Two groups and the dash between them. */
const HALF_LENGTH = 2 * GROUP_LENGTH + 1
/** The largest multiple of the alphabet's length in a byte: larger bytes are discarded, so that no letter is likelier. */
const FAIR = 256 - (256 % ALPHABET.length)

/** A password of four groups of four, about 79 bits, such as `k7pm-x2ah-9tqe-wd4z`. `fill` fills an array with random bytes. */
export function makePassword(
  fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const letters: string[] = []
  while (letters.length < GROUPS * GROUP_LENGTH) {
    const fair = [...fill(new Uint8Array(32))].filter((byte) => byte < FAIR)
    letters.push(...fair.map((byte) => ALPHABET.charAt(byte % ALPHABET.length)))
  }
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-')
}

/** Half of one, for a password of which two people hand over one half each. */
export const makeHalf = (): string => makePassword().slice(0, HALF_LENGTH)
