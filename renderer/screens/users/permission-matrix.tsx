import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { users } from '../../i18n/en/users.ts'
import { permissionsByArea, STAFF_ROLES, type Permission } from './permissions.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './permission-matrix.module.css'

type Area = keyof typeof users.area
const isArea = (area: string): area is Area => area in users.area

const AREAS = permissionsByArea()

/** It is longer than the window, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** Who may do what: a column for each role, a row for each call of the contract. */
export function PermissionMatrix() {
  const { t } = useTranslation('users')
  return (
    <section
      className={classes(layout.scroll, styles.frame)}
      aria-label={t('matrix.label')}
      {...SCROLLED_BY_KEYS}
    >
      <table className={styles.matrix} aria-label={t('matrix.label')}>
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
          <tr className={styles.roles}>
            <th scope="row">{t('matrix.summary')}</th>
            {STAFF_ROLES.map((role) => (
              <td key={role}>{t(`roleMay.${role}`)}</td>
            ))}
          </tr>
          {AREAS.map((group) => (
            <AreaRows key={group.area} {...group} />
          ))}
        </tbody>
      </table>
      <p className={classes(layout.padded, typography.secondary)}>{t('matrix.source')}</p>
    </section>
  )
}

/** The name of an area above its calls. */
function AreaRows({ area, permissions }: (typeof AREAS)[number]) {
  const { t } = useTranslation('users')
  return (
    <>
      <tr className={styles.area}>
        <th scope="colgroup" colSpan={STAFF_ROLES.length + 1}>
          {isArea(area) ? t(`area.${area}`) : area}
          {area === 'database' && <span className={typography.secondary}> {t('matrix.databaseRule')}</span>}
        </th>
      </tr>
      {permissions.map((permission) => (
        <PermissionRow key={permission.name} permission={permission} />
      ))}
    </>
  )
}

function PermissionRow({ permission }: { readonly permission: Permission }) {
  const { t } = useTranslation('users')
  const { name, anyone, roles } = permission
  return (
    <tr>
      <th scope="row">{t(`call.${name}`)}</th>
      {anyone ? (
        <td colSpan={STAFF_ROLES.length}>{t('matrix.anyone')}</td>
      ) : (
        STAFF_ROLES.map((role) => <Cell key={role} may={roles.includes(role)} />)
      )}
    </tr>
  )
}

function Cell({ may }: { readonly may: boolean }) {
  const { t } = useTranslation('users')
  return (
    <td data-may={may || undefined}>
      {may ? <IconCheck size={16} stroke={2} aria-hidden /> : <span aria-hidden>–</span>}
      <span className={layout.visuallyHidden}>{may ? t('matrix.may') : t('matrix.mayNot')}</span>
    </td>
  )
}
