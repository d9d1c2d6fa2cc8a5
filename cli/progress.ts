/** Where progress and sentences for people are written: the error output. */
export type Screen = {
  readonly isTTY?: boolean | undefined
  readonly write: (text: string) => unknown
}

/** How far a piece of work is. `label` names the step that is under way; without one there is only one. */
export type Progress = (done: number, of: number, label?: string) => void

/** Takes away what stands on the last line of a terminal. */
const CLEAR = '\r\u001B[K'

/** What people read while a command works: on a terminal one line that is written over, elsewhere a line for each tenth of a step. */
export class Sayer {
  readonly #screen: Screen
  #isOnLine = false
  #last = ''

  constructor(screen: Screen) {
    this.#screen = screen
  }

  readonly say = (line: string): void => {
    this.clear()
    this.#screen.write(`${line}\n`)
  }

  readonly progress: Progress = (done, of, label = '') => {
    const percent = of === 0 ? 0 : Math.min(100, Math.floor((100 * done) / of))
    const words = label === '' ? '' : `${label} `
    if (this.#screen.isTTY === true) this.#over(`${words}${percent} % (${done} of ${of})`)
    else this.#once(`${words}${Math.floor(percent / 10) * 10} %`)
  }

  /** Before something else is written. */
  readonly clear = (): void => {
    if (this.#isOnLine) this.#screen.write(CLEAR)
    this.#isOnLine = false
  }

  #over(line: string): void {
    if (line === this.#last) return
    this.#screen.write(`${CLEAR}${line}`)
    this.#isOnLine = true
    this.#last = line
  }

  #once(line: string): void {
    if (line !== this.#last) this.#screen.write(`${line}\n`)
    this.#last = line
  }
}
