/** The steps of a start. Each is told when it is done; the line for the log says after how many milliseconds of the process. */
export type StartSteps = {
  readonly done: (step: string) => void
  readonly line: () => string
}

export function startSteps(): StartSteps {
  const steps: string[] = []
  return {
    done: (step) => void steps.push(`${step} ${Math.round(performance.now())} ms`),
    line: () => `Started: ${steps.join(', ')}`,
  }
}
