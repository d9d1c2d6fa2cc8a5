import { Pause } from '../pause.ts'

/** Does the same work again and again: after a rest, or at once when it is woken meanwhile. */
export class Rounds {
  #isOver = false
  readonly #pause = new Pause()

  async run(work: () => Promise<void>, restMs: () => number): Promise<void> {
    while (!this.#isOver) {
      this.#pause.begin()
      await work()
      await this.#pause.rest(restMs())
    }
  }

  wake(): void {
    this.#pause.wake()
  }

  /** What is being done is finished. */
  end(): void {
    this.#isOver = true
    this.wake()
  }
}
