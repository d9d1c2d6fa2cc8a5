import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { Failure } from '../../calls/api.ts'
import { i18n } from '../../i18n/i18n.ts'
import { messageFor } from '../../feedback/messages.ts'

/** A form checked by a zod schema, the contract's own where one fits. Errors appear when a field is left. */
export function useContractForm<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  defaultValues: DefaultValues<I>,
): UseFormReturn<I, unknown, O> {
  return useForm<I, unknown, O>({ resolver: zodResolver(schema), defaultValues, mode: 'onTouched' })
}

/**
 * Puts a refusal of the main process beside the fields that it names. `byCode` says which field a code is about. True
 * when it stands beside a field; otherwise the screen shows the failure as a note.
 */
export function showFailure<I extends FieldValues, O>(
  form: UseFormReturn<I, unknown, O>,
  failure: Failure,
  byCode: Partial<Record<Failure['code'], Path<I>>> = {},
): boolean {
  const known = Object.keys(form.getValues())
  const isKnown = (path: string): path is Path<I> => known.includes(path.split('.')[0] ?? '')
  const paths = (failure.fields ?? []).map(({ path }) => path).filter(isKnown)
  for (const path of paths) form.setError(path, { message: i18n.t('components:invalid') })
  const field = byCode[failure.code]
  if (field !== undefined) form.setError(field, { message: messageFor(failure) }, { shouldFocus: true })
  return field !== undefined || paths.length > 0
}
