/** One fault that is planted in a copy of the product, and the tests that have to see it. */
export type Mutant = {
  /** What is broken, in the words of somebody who would suffer from it. */
  readonly fault: string
  readonly file: string
  /** The text that is replaced; it stands exactly once in the file. */
  readonly find: string
  readonly replace: string
  /** Test files of vitest, or journeys of Playwright (`*.spec.ts`), one of which has to fail. */
  readonly tests: readonly string[]
  /** Runs only the tests of vitest whose title has this text: for files that take long. */
  readonly titled?: string
}

/** The file with the fault planted. Throws where the text to replace does not stand there exactly once. */
export function planted(text: string, { fault, file, find, replace }: Mutant): string {
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`"${fault}": the text to replace stands ${text.split(find).length - 1} times in ${file}`)
  return `${before}${replace}${after}`
}

export const isJourney = (file: string) => file.endsWith('.spec.ts')

/** A pattern for exactly this text. */
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
