import type { FormatName } from '../../../shared/mrz/formats.ts'
import { type MrzTexts, writeLines } from '../../../shared/mrz/write-lines.ts'
import type { Random } from '../random.ts'

/** A made-up document: its format and what its zone says. */
export type Holder = {
  readonly format: FormatName
  readonly texts: MrzTexts
  readonly lines: readonly string[]
}

const STATES = [
  'D',
  'FRA',
  'SWE',
  'UTO',
  'USA',
  'GBR',
  'ESP',
  'ITA',
  'POL',
  'TUR',
  'NGA',
  'IND',
  'CHN',
  'BRA',
  'KWT',
]
const SYLLABLES = [
  'AN',
  'BE',
  'CHI',
  'DOR',
  'EL',
  'FA',
  'GUS',
  'HAN',
  'IS',
  'JO',
  'KA',
  'LU',
  'MA',
  'NI',
  'OLA',
  'PE',
  'QUI',
  'ROS',
  'SVE',
  'TRI',
  'UR',
  'VIC',
  'WAL',
  'XEN',
  'YU',
  'ZAR',
]
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const oneOf = <T>(items: readonly T[], random: Random, otherwise: T): T =>
  items[random.below(items.length)] ?? otherwise
const nameOf = (random: Random) =>
  Array.from({ length: 2 + random.below(3) }, () => oneOf(SYLLABLES, random, 'A')).join('')
const dayOf = (from: number, years: number, random: Random) => {
  const day = new Date(Date.UTC(from + random.below(years), random.below(12), 1 + random.below(28)))
  return day.toISOString().slice(2, 10).replaceAll('-', '')
}
const numberOf = (length: number, random: Random) =>
  Array.from({ length }, () => LETTERS.charAt(random.below(LETTERS.length))).join('')

/** Somebody with a passport, or a card of two or three lines, whose texts differ in length and letters as those of people do. */
export function someHolder(random: Random): Holder {
  const format = oneOf(['TD3', 'TD3', 'TD1', 'TD2'] as const, random, 'TD3')
  const given = Array.from({ length: 1 + random.below(3) }, () => nameOf(random)).join('<')
  const surname = random.chance(0.2) ? `${nameOf(random)}<${nameOf(random)}` : nameOf(random)
  const state = oneOf(STATES, random, 'UTO')
  const isLong = format !== 'TD3' && random.chance(0.1)
  const texts: MrzTexts = {
    code: format === 'TD3' ? 'P' : oneOf(['I', 'ID', 'AC'], random, 'I'),
    issuer: state,
    name: random.chance(0.03) ? surname : `${surname}<<${given}`,
    number: numberOf(isLong ? 12 : random.chance(0.2) ? 8 : 9, random),
    nationality: random.chance(0.9) ? state : oneOf(STATES, random, 'UTO'),
    birth: dayOf(1935, 75, random),
    sex: oneOf(['M', 'F', 'X', '<'], random, 'M'),
    expiry: dayOf(2024, 12, random),
    ...(random.chance(0.4) ? { optional: numberOf(format === 'TD3' ? 10 : 5, random) } : {}),
  }
  return { format, texts, lines: writeLines(format, texts) }
}
