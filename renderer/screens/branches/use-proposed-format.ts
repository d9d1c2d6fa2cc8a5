import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { proposedFormat } from './proposed-format.ts'
import type { BranchAnswers, BranchFields } from './setup-schema.ts'

/** Another currency proposes the number format of its country, until somebody has chosen one. */
export function useProposedFormat(form: UseFormReturn<BranchFields, unknown, BranchAnswers>): void {
  const { watch, setValue, getFieldState } = form
  useEffect(() => {
    const { unsubscribe } = watch(({ currency }, { name }) => {
      if (name === 'currency' && currency !== undefined && !getFieldState('numberFormat').isDirty)
        setValue('numberFormat', proposedFormat(currency))
    })
    return unsubscribe
  }, [watch, setValue, getFieldState])
}
