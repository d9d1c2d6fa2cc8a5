import { FILLER } from './characters.ts'

/** How a state writes the letters for which ICAO 9303-3, table 6-1 has a choice: Müller is MUELLER, MULLER or MUXXLLER. */
export const SPELLINGS = ['long', 'short', 'marked'] as const
export type Spelling = (typeof SPELLINGS)[number]

const CHOICES: Readonly<Record<string, Readonly<Record<Spelling, string>>>> = {
  Ä: { long: 'AE', short: 'A', marked: 'AE' },
  Ö: { long: 'OE', short: 'O', marked: 'OE' },
  Ü: { long: 'UE', short: 'U', marked: 'UXX' },
  Å: { long: 'AA', short: 'A', marked: 'AA' },
  Ñ: { long: 'N', short: 'N', marked: 'NXX' },
  Ø: { long: 'OE', short: 'O', marked: 'OE' },
}

/** Letters that are more, or other, than a base letter with a sign on it. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  ẞ: 'SS',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ħ: 'H',
  ı: 'I',
  Ĳ: 'IJ',
  ĸ: 'K',
  Ł: 'L',
  Ŀ: 'L',
  Ŋ: 'N',
  Ŧ: 'T',
}

const DROPPED = /[’'ʼ‘`´.]/u

function characterOf(letter: string, spelling: Spelling): string | null {
  const chosen = CHOICES[letter]?.[spelling] ?? LETTERS[letter]
  if (chosen !== undefined) return chosen
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
  if (/^[A-Z0-9]*$/.test(base)) return base
  if (DROPPED.test(letter)) return ''
  return /\p{L}|\p{N}/u.test(letter) ? null : FILLER
}

/**
 * A name in the letters of the zone (ICAO 9303-3, 4.6 and table 6-1): an apostrophe goes, a hyphen or a blank is a filler. Null when a
 * letter is not Latin, because then only the issuing state knows how it wrote it.
 */
export function toMrzText(typed: string, spelling: Spelling): string | null {
  const upper = typed.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase()
  const parts = Array.from(upper, (letter) => characterOf(letter, spelling))
  if (parts.includes(null)) return null
  return parts.join('').replace(/<+/g, FILLER).replace(/^<|<$/g, '')
}
