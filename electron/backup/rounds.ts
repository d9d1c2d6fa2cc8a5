/** Does the same work again and again: after a rest, or at once when it is woken meanwhile. */
export class Rounds {
  #isOver = false
  #isWoken = false
  #go: (() => void) | null = null

  async run(work: () => Promise<void>, restMs: () => number): Promise<void> {
    while (!this.#isOver) {
      this.#isWoken = false
      await work()
      await this.#rest(restMs())
    }
  }

  wake(): void {
    this.#isWoken = true
    this.#go?.()
  }

  /** What is being done is finished. */
  end(): void {
    this.#isOver = true
    this.wake()
  }

  #rest(ms: number): Promise<void> {
    if (this.#isWoken) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#go = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
