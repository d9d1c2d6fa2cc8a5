/** A pause between two rounds of the same work, which a wake ends. */
export class Pause {
  #isWoken = false
  #go = () => {}

  /** A wake from now on counts also when it comes before the pause: the pause is then over at once. */
  begin(): void {
    this.#isWoken = false
  }

  rest(ms: number): Promise<void> {
    if (this.#isWoken) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#go = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  wake(): void {
    this.#isWoken = true
    this.#go()
  }
}
