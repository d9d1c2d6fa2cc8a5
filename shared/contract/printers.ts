import { z } from 'zod'
import { command, query } from './define.ts'
import { id, line, nothing, text } from './fields.ts'

/** What a workstation prints. The window's own paper, the recovery sheet, is printed by its dialog: its words leave the screen by no other way. */
export const PAPERS = ['RECEIPT', 'STATEMENT', 'PROOF'] as const
export type Paper = (typeof PAPERS)[number]

/** ESC/POS of the network, with the width of its roll in millimetres. */
const printerWay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ESCPOS'), host: z.string(), port: z.number().int(), roll: z.enum(['80', '58']) }),
])

/** A printer that this workstation uses. */
export const printerView = z.object({
  id,
  name: z.string(),
  way: printerWay,
  /** What it can print: a roll takes receipts. */
  papers: z.array(z.enum(PAPERS)).min(1),
})
export type PrinterView = z.infer<typeof printerView>

/** Which printer prints each kind of paper; null: it is saved as a file. */
const choices = z.record(z.enum(PAPERS), id.nullable())

/** Why nothing, or not all, is on paper. */
export const PRINT_ERRORS = [
  'PRINTER_NOT_FOUND',
  'PRINTER_NOT_READY',
  'PRINTER_UNREACHABLE',
  'PRINT_STOPPED',
] as const

const EVERYBODY = ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'] as const
const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const
const KEEPERS = ['TELLER', 'SUPERVISOR', 'ADMIN'] as const

export const printers = {
  /** The printers of this workstation, by name, and what each kind of paper is printed by. */
  'printers.list': query({
    input: nothing,
    output: z.object({ printers: z.array(printerView), choices }),
    roles: EVERYBODY,
    errors: [],
  }),
  /** Adds a printer, by its address and port in the network, 9100 where none is named; it need not be on. */
  'printers.add': command({
    input: z.object({
      name: text(60),
      way: z.discriminatedUnion('by', [
        z.object({ by: z.literal('ESCPOS'), address: line.trim().max(300), roll: z.enum(['80', '58']) }),
      ]),
    }),
    output: printerView,
    roles: KEEPERS,
    errors: ['PRINTER_ADDRESS_INVALID'],
  }),
  /** Forgets a printer, also where it is chosen; one that is not known any more is forgotten already. */
  'printers.remove': command({
    input: z.object({ printerId: id }),
    output: nothing,
    roles: KEEPERS,
    errors: [],
  }),
  'printers.choose': command({
    input: z.object({ paper: z.enum(PAPERS), printerId: id.nullable() }),
    output: nothing,
    roles: KEEPERS,
    errors: ['PRINTER_NOT_FOUND', 'PRINTER_UNSUITABLE'],
  }),
  /** Prints a receipt; answered when what came of it is known. From the second time on it says that it is a copy. */
  'printers.printReceipt': command({
    input: z.object({ transactionId: id }),
    output: z.object({ printer: z.string(), isCopy: z.boolean() }),
    roles: READERS,
    errors: [...PRINT_ERRORS, 'OTHER_BRANCH', 'PRINTER_NOT_CHOSEN', 'TRANSACTION_NOT_FOUND'],
  }),
  /** Prints a page that says which printer it is, with letters of several scripts. */
  'printers.test': command({
    input: z.object({ printerId: id }),
    output: nothing,
    roles: KEEPERS,
    errors: PRINT_ERRORS,
  }),
}
