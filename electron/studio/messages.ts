import { z } from 'zod'
import { MOST_PAGES } from '../../shared/rules/documents.ts'
import { corners, page } from '../../shared/reading/page.ts'
import { reading } from '../../shared/reading/reading.ts'
import { bytes } from '../../shared/contract/fields.ts'

/** Why a file is refused whose content was looked at. */
const FILE_REFUSALS = [
  'FILE_DAMAGED',
  'FILE_EMPTY',
  'FILE_HAS_PASSWORD',
  'FILE_TOO_LARGE',
  'FILE_TOO_MANY_PAGES',
  'FILE_TOO_MANY_PIXELS',
  'FILE_TYPE_NOT_ALLOWED',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/** What the studio can be asked for. Both sides check what the other one sends: a hostile picture may have taken over the one that draws it. */
export const operations = {
  /** Makes pages of a file. */
  prepare: {
    input: z.object({ content: bytes }),
    output: z.union([
      z.object({ pages: z.array(page).min(1).max(MOST_PAGES) }),
      z.object({
        refused: z.enum(FILE_REFUSALS),
        /** The facts of the refusal: shared/errors.ts. */
        details: z.record(z.string(), z.string()),
      }),
    ]),
    seconds: 120,
  },
  /** Cuts a page to four corners, then turns it clockwise by quarters. */
  adjust: {
    input: z.object({ jpeg: bytes, corners: corners.nullable(), quarters: z.number().int().min(0).max(3) }),
    output: z.object({ page }),
    seconds: 30,
  },
  /** Reads what a machine reads of the pages; `today` decides the century of a date. */
  read: {
    input: z.object({ pages: z.array(bytes), today: z.iso.date() }),
    output: z.object({ readings: z.array(reading).max(MOST_PAGES) }),
    seconds: 60,
  },
  /** Draws a page of a PDF of the application's own, for a printer or to be looked at before; `of` is how many pages it has. */
  drawPage: {
    input: z.object({
      pdf: bytes,
      /** From 0; the last one where there are not so many. */
      at: z.number().int().min(0),
      /** It shows what a receipt printer makes, and is drawn by whole dots of it. */
      isRoll: z.boolean().optional(),
    }),
    output: z.object({
      /** Its size on paper in points. */
      page: z.object({ png: bytes, width: z.number().positive(), height: z.number().positive() }),
      of: z.number().int().min(1),
    }),
    seconds: 30,
  },
  /** Draws lines of text, each as a grey picture as wide as the paper, a byte a dot. */
  drawLines: {
    input: z.object({
      lines: z
        .array(
          z.object({
            left: z.string().max(2_000),
            right: z.string().max(2_000),
            bold: z.boolean(),
            large: z.boolean(),
            /** A font of this computer with letters that others may lack; null where none is needed. */
            fontFile: z.string().nullable(),
          }),
        )
        .max(200),
      width: z.number().int().multipleOf(8).max(2_048),
    }),
    output: z.object({
      pictures: z.array(z.object({ width: z.number(), height: z.number().max(512), grey: bytes })).max(200),
    }),
    seconds: 30,
  },
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type OperationInput<N extends OperationName> = z.output<Operations[N]['input']>
export type OperationOutput<N extends OperationName> = z.output<Operations[N]['output']>

export const request = z.discriminatedUnion('operation', [
  z.object({ id: z.number(), operation: z.literal('prepare'), input: operations.prepare.input }),
  z.object({ id: z.number(), operation: z.literal('adjust'), input: operations.adjust.input }),
  z.object({ id: z.number(), operation: z.literal('read'), input: operations.read.input }),
  z.object({ id: z.number(), operation: z.literal('drawPage'), input: operations.drawPage.input }),
  z.object({ id: z.number(), operation: z.literal('drawLines'), input: operations.drawLines.input }),
])
export type StudioRequest = z.infer<typeof request>

export const answer = z.union([
  z.object({ id: z.number(), done: z.number(), of: z.number() }),
  z.object({ id: z.number(), output: z.unknown() }),
  z.object({ id: z.number(), fault: z.string() }),
])
export type StudioAnswer = z.infer<typeof answer>
