import { z } from 'zod'
import { isSheetLine } from '../../../shared/rules/sheet-lines.ts'

export const LINE_NAMES = Array.from({ length: 8 }, (_, at) => `line${at + 1}`)

/** Each line is checked as soon as it is left: it knows its number and whether a character is wrong. */
export const sheetSchema = (wrong: string) =>
  z.object(
    Object.fromEntries(
      LINE_NAMES.map((name, at) => [
        name,
        z.string().refine((typed) => isSheetLine(at + 1, typed), { message: wrong }),
      ]),
    ),
  )
