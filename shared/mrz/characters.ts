/** What a machine-readable zone is written in (ICAO 9303-3, 4.3), by value: digits, letters, and the filler, whose value is 0. */
export const MRZ_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
export const FILLER = '<'

/** By what the characters of a field are multiplied, in turn, before they are added up. */
export const MRZ_WEIGHTS = [7, 3, 1]
const valueOf = (character: string) => (character === FILLER ? 0 : MRZ_CHARACTERS.indexOf(character))

export const remainderOf = (character: string) => valueOf(character) % 10

/** The check digit of a field: its values weighted 7, 3, 1 in turn, modulo 10 (ICAO 9303-3, 4.9). */
export function mrzCheckDigit(field: string): string {
  let sum = 0
  for (let at = 0; at < field.length; at++) sum += valueOf(field.charAt(at)) * (MRZ_WEIGHTS[at % 3] ?? 0)
  return String(sum % 10)
}

/**
 * Whether a check digit cannot tell these two apart: their values leave the same remainder of 10, and no weight changes that. A and K
 * are such a pair, and G and 6, which look alike too.
 */
export const haveOneRemainder = (one: string, other: string) => remainderOf(one) === remainderOf(other)
