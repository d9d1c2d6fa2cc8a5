import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '../../../shared/contract.ts'
import { FormText } from '../../components/form/form-text.tsx'

/** What a branch is called, as the contract takes it; an empty address is none. */
export const namesSchema = contract['branches.proposeChange'].input.pick({
  name: true,
  code: true,
  address: true,
})

/** The fields that are refused in what is typed there, or where another branch has the same. */
export const NAME_FIELDS = {
  NAME_MIXES_ALPHABETS: 'name',
  BRANCH_NAME_TAKEN: 'name',
  BRANCH_CODE_TAKEN: 'code',
} as const

type Names = { name: string; code: string; address: string | null }

/** The fields of what a branch is called, in the form around it. */
export function BranchNames() {
  const { t } = useTranslation('branches')
  const { control } = useFormContext<Names>()
  return (
    <>
      <FormText control={control} name="name" label={t('bank.name')} maxLength={100} startHere />
      <FormText
        control={control}
        name="code"
        label={t('bank.code')}
        description={t('bank.codeHint')}
        maxLength={10}
        dir="ltr"
      />
      <FormText
        control={control}
        name="address"
        label={t('bank.address')}
        description={t('bank.addressHint')}
        maxLength={200}
      />
    </>
  )
}
