import type { ScreeningRun } from '../../../shared/contract/screening.ts'
import { call } from '../../calls/api.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSteps } from '../../calls/use-steps.ts'

/** Screens all customers call by call while it is looked at, by whoever may. */
export function useRun({ id, ...run }: ScreeningRun) {
  const mayGoOn = useMay('screening.goOn')
  const { progress, ...steps } = useSteps<ScreeningRun>({
    status: run.status,
    begins: mayGoOn,
    next: () => call('screening.goOn', { id }),
  })
  // Somebody else may have gone on with it meanwhile.
  const shown = progress !== null && progress.done >= run.done ? progress : run
  return { ...steps, shown, mayGoOn }
}
