import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { proposedFormat, proposedWeekend } from './proposed-format.ts'
import type { BranchAnswers, BranchFields } from './setup-schema.ts'
import { weekendChoice } from './weekends.ts'

/** Another currency proposes the number format and the weekend of its country, until somebody has chosen one. */
export function useProposals(form: UseFormReturn<BranchFields, unknown, BranchAnswers>): void {
  const { watch, setValue, getFieldState } = form
  useEffect(() => {
    const { unsubscribe } = watch(({ currency }, { name }) => {
      if (name !== 'currency' || currency === undefined) return
      if (!getFieldState('numberFormat').isDirty) setValue('numberFormat', proposedFormat(currency))
      if (!getFieldState('weekend').isDirty) setValue('weekend', weekendChoice(proposedWeekend(currency)))
    })
    return unsubscribe
  }, [watch, setValue, getFieldState])
}
