/**
 * One normalisation for each kind of text, used for keeping, for uniqueness and for search. The database has the same in
 * migrations/code/common/text-rules.sql, because a workstation cannot be trusted with it; a test compares the two.
 */

/** What is not seen: format characters, and what a font may leave out (UTS 51, UAX 44: Cf, Default_Ignorable_Code_Point). */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const BLANKS = /[\p{White_Space}\p{Cc}]+/gu

const inOneLine = (text: string) => text.replace(BLANKS, ' ').trim()

/** A line of free text: no invisible and no control characters, one blank where there are several. */
export const cleanText = (typed: string): string =>
  inOneLine(typed.toWellFormed().replace(INVISIBLE, '').normalize('NFC'))

/** A name, a number or an address as it is kept: also without what is only typography, such as full-width letters (NFKC). */
export const cleanName = (typed: string): string =>
  inOneLine(typed.toWellFormed().replace(INVISIBLE, '').normalize('NFKC'))

/** A password as it is hashed and compared: keyboards write one letter in several forms (NIST SP 800-63B, 3.1.1.2). */
export const plainPassword = (typed: string): string => typed.toWellFormed().normalize('NFKC')

/** Alphabets with letters that look like those of another one. */
const ALPHABETS: readonly RegExp[] = [
  /[A-Za-z\u00C0-\u02AF\u1E00-\u1EFF\u2C60-\u2C7F\uA722-\uA7FF\uAB30-\uAB64]/,
  /[\u0370-\u03FF\u1F00-\u1FFF]/,
  /[\u0400-\u052F\u1C80-\u1C8F\uA640-\uA69F]/,
  /[\u0530-\u058F]/,
  /[\u13A0-\u13FF\uAB70-\uABBF]/,
]

/** The first letter that is not of the alphabet of the letters before it, such as a Cyrillic `а` in `Аnna`; null when there is none. */
export function mixedLetter(text: string): string | null {
  const letters = Array.from(text).map((letter) => ({
    letter,
    alphabet: ALPHABETS.findIndex((one) => one.test(letter)),
  }))
  const known = letters.filter(({ alphabet }) => alphabet >= 0)
  return known.find(({ alphabet }) => alphabet !== known[0]?.alphabet)?.letter ?? null
}

/** Whether there is a letter of any script in it. */
export const hasLetter = (text: string): boolean => /\p{Alphabetic}/u.test(text)
