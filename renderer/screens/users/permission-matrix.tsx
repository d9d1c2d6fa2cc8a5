import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { users } from '../../i18n/en/users.ts'
import { permissionsByArea, STAFF_ROLES, type Permission } from './permissions.ts'

type Area = keyof typeof users.area
const isArea = (area: string): area is Area => area in users.area

const AREAS = permissionsByArea()

/** Who may do what, one column a role, one row a call of the contract. */
export function PermissionMatrix() {
  const { t } = useTranslation('users')
  return (
    <div className="scroll matrix-frame">
      <table className="matrix" aria-label={t('matrix.label')}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.what')}</th>
            {STAFF_ROLES.map((role) => (
              <th key={role} scope="col">
                {t(`roleName.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="matrix-roles">
            <th scope="row">{t('matrix.summary')}</th>
            {STAFF_ROLES.map((role) => (
              <td key={role}>{t(`roleMay.${role}`)}</td>
            ))}
          </tr>
          {AREAS.map(({ area, permissions }) => (
            <Fragment key={area}>
              <tr className="matrix-area">
                <th scope="colgroup" colSpan={STAFF_ROLES.length + 1}>
                  {isArea(area) ? t(`area.${area}`) : area}
                </th>
              </tr>
              {permissions.map((permission) => (
                <PermissionRow key={permission.name} permission={permission} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="pad t2">{t('matrix.source')}</p>
    </div>
  )
}

function PermissionRow({ permission }: { readonly permission: Permission }) {
  const { t } = useTranslation('users')
  const { name, anyone, roles } = permission
  return (
    <tr>
      <th scope="row">
        {t(`call.${name}`)}
        {anyone && <span className="t2 matrix-anyone">{t('matrix.anyone')}</span>}
      </th>
      {STAFF_ROLES.map((role) => (
        <td key={role} data-may={roles.includes(role) || undefined}>
          {roles.includes(role) ? (
            <>
              <IconCheck size={16} stroke={2} aria-hidden />
              <span className="unseen">{t('matrix.may')}</span>
            </>
          ) : (
            <>
              <span aria-hidden>–</span>
              <span className="unseen">{t('matrix.mayNot')}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}
