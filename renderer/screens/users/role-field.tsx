import { useWatch, type FieldValues, type Path } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../shared/contract/define.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { STAFF_ROLES } from './permissions.ts'

type Props<I extends FieldValues> = {
  readonly control: FormControl<I>
  readonly name: Path<I>
  /** Offered although nobody signs in with it here: the role that somebody has. */
  readonly also?: Role
}

/** A role, and beneath the field what it may do. Nothing is chosen beforehand: a role is given on purpose. */
export function RoleField<I extends FieldValues>({ control, name, also }: Props<I>) {
  const { t } = useTranslation('users')
  const chosen: unknown = useWatch({ control, name })
  const roles: readonly Role[] =
    also === undefined || STAFF_ROLES.some((role) => role === also) ? STAFF_ROLES : [...STAFF_ROLES, also]
  const role = roles.find((known) => known === chosen)
  return (
    <FormSelect
      control={control}
      name={name}
      label={t('role')}
      placeholder={t('chooseRole')}
      description={role === undefined ? t('roleHint') : t(`roleMay.${role}`)}
      options={roles.map((value) => ({ value, label: t(`roleName.${value}`) }))}
    />
  )
}
