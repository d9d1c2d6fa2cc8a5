import { z } from 'zod'
import { command, query, WORK } from './define.ts'
import { bytes, id, isoDate, line, nothing, text, work } from './fields.ts'
import { PASSBOOK_PAGE_ERRORS, passbookPage } from './passbooks.ts'

/** What a workstation prints. The window's own paper, the recovery sheet, is printed by its dialog: its words leave the screen by no other way. */
export const PAPERS = ['RECEIPT', 'STATEMENT', 'PROOF', 'PASSBOOK'] as const
export type Paper = (typeof PAPERS)[number]

/** What each way prints: a roll is too narrow for pages, and a system neither takes the size of a book nor tells what came of it. */
export const PAPERS_BY: Readonly<Record<'ESCPOS' | 'CUPS' | 'SYSTEM', readonly Paper[]>> = {
  ESCPOS: ['RECEIPT'],
  CUPS: PAPERS,
  SYSTEM: ['RECEIPT', 'STATEMENT', 'PROOF'],
}

/** Something for each kind of paper: a kind that is added does not compile without. */
export const forEachPaper = <T>(of: (paper: Paper) => T): Record<Paper, T> => ({
  RECEIPT: of('RECEIPT'),
  STATEMENT: of('STATEMENT'),
  PROOF: of('PROOF'),
  PASSBOOK: of('PASSBOOK'),
})

/** As CUPS lets a queue be called, and nothing that a program would take for an option. */
export const printerQueue = z.string().regex(/^[^\s/#\p{C}-][^\s/#\p{C}]{0,126}$/u, 'A name of a queue')

/** As the operating system calls a printer, which is not always what it shows of it. */
export const printerDevice = z.string().regex(/^[^\p{Cc}]{1,200}$/u, 'A name of a printer')

/** ESC/POS of the network, with the width of its roll in millimetres; a queue of CUPS on this computer; or a printer of a system without CUPS. */
const printerWay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ESCPOS'), host: z.string(), port: z.number().int(), roll: z.enum(['80', '58']) }),
  z.object({ by: z.literal('CUPS'), queue: printerQueue }),
  z.object({ by: z.literal('SYSTEM'), device: printerDevice }),
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

/** Why nothing is on paper. */
const NOT_BEGUN = ['PRINTER_NOT_FOUND', 'PRINTER_NOT_READY', 'PRINTER_UNREACHABLE'] as const

/** Why nothing, or not all, is on paper. */
export const PRINT_ERRORS = [...NOT_BEGUN, 'PRINT_STOPPED'] as const

const printed = z.object({
  printer: z.string(),
  /** Whether it is known to be on paper, or only that the operating system took it. */
  told: z.enum(['PRINTED', 'TAKEN']),
})
export type PrintTold = z.infer<typeof printed>['told']

/** What can be looked at before it is printed. */
const looked = z.discriminatedUnion('of', [
  z.object({ of: z.literal('RECEIPT'), transactionId: id }),
  z.object({
    of: z.literal('STATEMENT'),
    accountId: id,
    from: isoDate.nullable(),
    to: isoDate.nullable(),
  }),
  z.object({ of: z.literal('PROOF'), businessDate: isoDate }),
])

const EVERYBODY = ['TELLER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'] as const
const READERS = ['TELLER', 'SUPERVISOR', 'AUDITOR'] as const
const KEEPERS = ['TELLER', 'SUPERVISOR', 'ADMIN'] as const

export const printers = {
  /** The printers of this workstation, by name, and what each kind of paper is printed by. */
  'printers.list': query({
    input: nothing,
    output: z.object({
      printers: z.array(printerView),
      choices,
      /** The bank sets them for this computer: nobody adds, removes or chooses. */
      isSetByPolicy: z.boolean(),
    }),
    roles: EVERYBODY,
    errors: [],
  }),
  /**
   * The queues of this computer; null where CUPS is not installed. Only where there are none the printers of the system are asked for, by what
   * it calls and shows them; null where they are not, or where it does not answer.
   */
  'printers.discover': query({
    input: nothing,
    output: z.object({
      queues: z.array(z.string()).nullable(),
      devices: z.array(z.object({ device: printerDevice, name: z.string() })).nullable(),
    }),
    roles: KEEPERS,
    errors: [],
  }),
  /** Adds a printer, by its address and port in the network, 9100 where none is named, by its queue, or by what the system calls it; it need not be on. */
  'printers.add': command({
    input: z.object({
      name: text(60),
      way: z.discriminatedUnion('by', [
        z.object({ by: z.literal('CUPS'), queue: printerQueue }),
        z.object({ by: z.literal('SYSTEM'), device: printerDevice }),
        z.object({ by: z.literal('ESCPOS'), address: line.trim().max(300), roll: z.enum(['80', '58']) }),
      ]),
    }),
    output: printerView,
    roles: KEEPERS,
    errors: ['PRINTER_ADDRESS_INVALID', 'SET_BY_BANK'],
  }),
  /** Forgets a printer, also where it is chosen; one that is not known any more is forgotten already. */
  'printers.remove': command({
    input: z.object({ printerId: id }),
    output: nothing,
    roles: KEEPERS,
    errors: ['SET_BY_BANK'],
  }),
  'printers.choose': command({
    input: z.object({ paper: z.enum(PAPERS), printerId: id.nullable() }),
    output: nothing,
    roles: KEEPERS,
    errors: ['PRINTER_NOT_FOUND', 'PRINTER_UNSUITABLE', 'SET_BY_BANK'],
  }),
  /** Prints a receipt; answered when what came of it is known. From the second time on it says that it is a copy. */
  'printers.printReceipt': command({
    input: z.object({ transactionId: id }),
    output: printed.extend({ isCopy: z.boolean() }),
    roles: READERS,
    errors: [...PRINT_ERRORS, 'OTHER_BRANCH', 'PRINTER_NOT_CHOSEN', 'TRANSACTION_NOT_FOUND'],
  }),
  /** Prints the statement of a period, both days included; null leaves that end open. */
  'printers.printStatement': command({
    input: z.object({ accountId: id, from: isoDate.nullable(), to: isoDate.nullable() }),
    output: printed,
    roles: READERS,
    errors: [
      ...PRINT_ERRORS,
      'ACCOUNT_NOT_FOUND',
      'OTHER_BRANCH',
      'PRINTER_NOT_CHOSEN',
      'STATEMENT_TOO_LONG',
    ],
  }),
  /** Prints the proof of a closed day, as it was kept. */
  'printers.printProof': command({
    input: z.object({ businessDate: isoDate }),
    output: printed,
    roles: READERS,
    errors: [...PRINT_ERRORS, 'PRINTER_NOT_CHOSEN', 'PROOF_DAMAGED', 'PROOF_NOT_FOUND'],
  }),
  /** Prints what is not in a passbook yet, as far as the page goes. It is on record when it is known to stand there. */
  'printers.printPassbook': command({
    input: passbookPage,
    output: z.object({ printer: z.string(), lines: z.number().int() }),
    roles: ['TELLER', 'SUPERVISOR'],
    errors: [...NOT_BEGUN, ...PASSBOOK_PAGE_ERRORS, 'PASSBOOK_STOPPED', 'PRINTER_NOT_CHOSEN'],
  }),
  /** Draws a paper as its printer would print it now, to be looked at page by page. Nothing is printed, and nothing is on record as that. */
  'printers.preview': query({
    large: WORK,
    input: z.object({ work: work.optional(), paper: looked }),
    output: z.object({
      previewId: id,
      /** Null: none is chosen for this paper, which is saved as a PDF. */
      printer: z.string().nullable(),
      /** Width of the roll in millimetres; null for pages. */
      roll: z.enum(['80', '58']).nullable(),
    }),
    roles: READERS,
    errors: [
      'ACCOUNT_NOT_FOUND',
      'OTHER_BRANCH',
      'PRINTER_NOT_FOUND',
      'PROOF_DAMAGED',
      'PROOF_NOT_FOUND',
      'STATEMENT_TOO_LONG',
      'TRANSACTION_NOT_FOUND',
    ],
  }),
  /** A page of the paper that is looked at, counted from 1; the last one where there are not so many. */
  'printers.previewPage': query({
    input: z.object({ previewId: id, pageNumber: z.number().int().min(1).max(10_000) }),
    /** A PNG, its size on paper in millimetres, and which page it is of how many. */
    output: z.object({
      content: bytes,
      width: z.number(),
      height: z.number(),
      page: z.number().int(),
      pages: z.number().int(),
    }),
    roles: READERS,
    errors: ['PREVIEW_GONE'],
  }),
  /** Lets the next paper that lacks these letters, and no others, go out with boxes in their place. */
  'printers.allowBoxes': command({
    input: z.object({ letters: line.max(2_000) }),
    output: nothing,
    roles: EVERYBODY,
    errors: [],
  }),
  /** Prints a page that says which printer it is, with letters of several scripts. */
  'printers.test': command({
    input: z.object({ printerId: id }),
    output: printed,
    roles: KEEPERS,
    errors: PRINT_ERRORS,
  }),
}
