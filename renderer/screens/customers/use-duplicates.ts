import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { currentIf, mapAnswer, type Answer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import type { FormControl } from '../../components/form/use-field.tsx'
import { duplicateSearchOf, type DuplicateSearch } from './duplicate-search.ts'
import type { PersonForm } from './person-schema.ts'

export type Duplicates = {
  readonly search: DuplicateSearch | null
  /** Null while too little is typed to search. It is current only if it answers what is typed now. */
  readonly people: Answer<readonly CustomerRow[]> | null
}

/** People who may be the same as the one in the form, searched while it is filled in. */
export function useDuplicates(control: FormControl<PersonForm>): Duplicates {
  const [firstName, oneName, company, lastName, dateOfBirth, phone, email, country] = useWatch({
    control,
    name: ['firstName', 'oneName', 'company', 'lastName', 'dateOfBirth', 'phone', 'email', 'country'],
  })
  const typed = useMemo(
    () => duplicateSearchOf({ firstName, oneName, company, lastName, dateOfBirth, phone, email, country }),
    [firstName, oneName, company, lastName, dateOfBirth, phone, email, country],
  )
  const [search] = useDebouncedValue(typed, 250)
  const found = useQueryCall(
    'customers.findDuplicates',
    search ?? { firstName: '', lastName: '', phone: null, email: null },
    { enabled: search !== null, keep: true },
  )
  return {
    search,
    people:
      search === null
        ? null
        : currentIf(
            search === typed,
            mapAnswer(found.answer, ({ customers }) => customers),
          ),
  }
}
