import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Mutant } from './mutant.ts'

/** The test that saw a fault, or null; and what kept the tests from running, which is no test that sees a fault. */
export type Outcome = { readonly caughtBy: string | null; readonly broken: string | null }

/** What is known from runs before, in .cache/, so that a run goes on where it stopped. */
export class Outcomes {
  readonly #root: string
  readonly #file: string
  #known: Record<string, Outcome>

  constructor(root: string, again: boolean) {
    this.#root = root
    this.#file = join(root, '.cache/mutants.json')
    this.#known = again ? {} : this.#read()
  }

  #read(): Record<string, Outcome> {
    return JSON.parse(textOf(this.#file) ?? '{}') as Record<string, Outcome>
  }

  of(mutant: Mutant): Outcome | undefined {
    return this.#known[this.#keyOf(mutant)]
  }

  /** Another run may have kept outcomes meanwhile. */
  keep(mutant: Mutant, outcome: Outcome): void {
    this.#known = { ...this.#read(), ...this.#known, [this.#keyOf(mutant)]: outcome }
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, JSON.stringify(this.#known, null, 2))
  }

  /** What an outcome depends on: the fault, the file that it is planted in, and the tests. */
  #keyOf(mutant: Mutant): string {
    const texts = [mutant.file, ...mutant.tests].map((file) => textOf(join(this.#root, file)))
    return createHash('sha256')
      .update(JSON.stringify([mutant, texts]))
      .digest('hex')
      .slice(0, 16)
  }
}

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)
