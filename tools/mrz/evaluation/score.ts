import { readFields } from '../../../shared/mrz/read-fields.ts'
import { judgeField } from '../../../shared/mrz/vouched.ts'
import type { MrzRead } from '../../../electron/reading/mrz/read-mrz.ts'
import type { Holder } from '../photograph/holder.ts'

/** What came of one photograph, in fields and characters. */
export type Score = {
  /** Fields that have a check digit, and how many of them were read right. */
  readonly fields: number
  readonly right: number
  readonly vouched: number
  /** Read wrong, and vouched for all the same. */
  readonly wronglyVouched: number
  readonly names: number
  readonly rightNames: number
  /** Each character that was read as another: what it is, and what was read. */
  readonly confused: readonly string[]
}

const NOTHING: Score = {
  fields: 0,
  right: 0,
  vouched: 0,
  wronglyVouched: 0,
  names: 0,
  rightNames: 0,
  confused: [],
}

export const addScores = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, score) => ({
      fields: sum.fields + score.fields,
      right: sum.right + score.right,
      vouched: sum.vouched + score.vouched,
      wronglyVouched: sum.wronglyVouched + score.wronglyVouched,
      names: sum.names + score.names,
      rightNames: sum.rightNames + score.rightNames,
      confused: [...sum.confused, ...score.confused],
    }),
    NOTHING,
  )

/** What each character was read as, where it was read as another. A line that slipped by a cell says nothing of its characters. */
function confusedIn(line: string, read: string): string[] {
  const pairs = Array.from(line, (character, at) => `${character}${read.charAt(at)}`)
  const confused = pairs.filter(([is, as]) => as !== undefined && is !== as)
  return confused.length > line.length / 2 ? [] : confused
}

/** Compares a reading with what the document says. */
export function scoreRead({ format, lines }: Holder, read: MrzRead | null): Score {
  const truth = Object.entries(readFields(format, lines).fields)
  const judged = new Map(
    Object.entries(read?.format === format ? read.fields : {}).map(
      ([field, own]) => [field, judgeField(own, read?.seen ?? [])] as const,
    ),
  )
  const digits = truth.filter(([, { digit }]) => digit === 'right')
  const isRight = ([field, { text }]: (typeof truth)[number]) => judged.get(field)?.text === text
  const isVouched = ([field]: (typeof truth)[number]) => judged.get(field)?.vouching === 'vouched'
  const characters = lines.flatMap((line, i) =>
    confusedIn(line, read?.format === format ? (read.lines[i] ?? '') : ''),
  )
  return {
    fields: digits.length,
    right: digits.filter(isRight).length,
    vouched: digits.filter(isVouched).length,
    wronglyVouched: digits.filter((field) => isVouched(field) && !isRight(field)).length,
    names: 1,
    rightNames: truth.some((field) => field[0] === 'name' && isRight(field)) ? 1 : 0,
    confused: characters,
  }
}
