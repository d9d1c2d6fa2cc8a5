/** A page as a picture, with its size on paper in points. */
export type DrawnPage = { readonly png: Uint8Array; readonly width: number; readonly height: number }

/** What is printed, under the title by which the system's list of jobs shows it. */
export type DrawnPaper = { readonly title: string; readonly pages: readonly DrawnPage[] }

/** What the system said of a paper: that it took it, or why not, in words of its own. SILENT: nothing. */
export type SystemAnswer =
  { readonly is: 'TAKEN' } | { readonly is: 'REFUSED'; readonly reason: string } | { readonly is: 'SILENT' }

/** The printers that the operating system knows: what it calls each, and what it shows of it. */
export type SystemPrinters = {
  readonly list: () => Promise<readonly { readonly device: string; readonly name: string }[]>
  /** Answers SILENT when `signal` aborts before the system has answered. */
  readonly print: (device: string, paper: DrawnPaper, signal: AbortSignal) => Promise<SystemAnswer>
}
