import type { DrawLines } from './escpos/roll-parts.ts'
import type { DrawnPage } from './system/system-printers.ts'

/** What draws where a printer has no letters of its own. */
export type Draw = {
  readonly lines: DrawLines
  /** The pages of a PDF. */
  readonly pages: (pdf: Uint8Array) => Promise<readonly DrawnPage[]>
}
