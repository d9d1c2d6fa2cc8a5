import type { PrintLimits } from '../../electron/printers/printer.ts'

/** A test's printer answers at once, or not at all. */
export const QUICK_PRINT_LIMITS: PrintLimits = { connect: 1_000, answer: 300, print: 1_500, look: 20 }
