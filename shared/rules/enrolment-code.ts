/** Digits and letters without I, L, O and U, which are confused when they are read aloud or copied from paper (Crockford). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LETTERS = 24
const GROUP = 5

/** Multiplies by 2 in the field of 32 elements, with the polynomial x⁵ + x² + 1. */
const doubled = (value: number): number => ((value << 1) ^ (value >= 16 ? 0b100101 : 0)) & 31

/** What the letters come to; 0 for a code with its check letter. No single wrong letter and no two that changed places leave it the same. */
const remainder = (values: readonly number[]): number =>
  values.reduce((sum, value) => doubled(sum) ^ value, 0)

/** A code of 120 random bits and a check letter, such as `8K2WD-…`. `fill` fills an array with random bytes. */
export function makeCode(fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const values = [...fill(new Uint8Array(RANDOM_LETTERS))].map((byte) => byte & 31)
  const letters = [...values, doubled(remainder(values))].map((value) => ALPHABET.charAt(value)).join('')
  return inGroups(letters)
}

const inGroups = (letters: string): string => letters.replaceAll(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')

/** A code as the database knows it, whichever way it was typed; null for one that cannot be: a letter is wrong or missing. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = Array.from(letters, (letter) => ALPHABET.indexOf(letter))
  const isWhole = values.length === RANDOM_LETTERS + 1 && !values.includes(-1)
  return isWhole && remainder(values) === 0 ? letters : null
}
