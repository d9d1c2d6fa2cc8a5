import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { createElement, type FunctionComponent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/contract/define.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { CrashScreen } from '../gates/crash.tsx'
import { useNumberFormat } from '../i18n/amounts.ts'
import type { ScreenSearch } from './navigate.ts'
import { firstScreenOf } from './first-screen.ts'
import { screensOf } from './screens.ts'
import { Shell } from '../shell/shell.tsx'

/** A router for one signed-in person: it has only the screens of the role, and begins where there is something to see to, or at the role's home. */
export function createAppRouter(role: Role) {
  const root = createRootRoute({ component: inBranchFormat(Shell) })
  const start = createRoute({ getParentRoute: () => root, path: '/', component: NoHome })
  const routes = screensOf(role).map(({ path, component }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: inBranchFormat(component),
      validateSearch: textOnly,
    }),
  )
  return createRouter({
    routeTree: root.addChildren([start, ...routes]),
    history: createMemoryHistory({ initialEntries: [firstScreenOf(role)] }),
    defaultErrorComponent: CrashScreen,
    defaultNotFoundComponent: NoHome,
  })
}

/** Drawn anew, with all that is typed in it, when the branch begins to write amounts in another number format. */
const inBranchFormat = (Drawn: FunctionComponent) =>
  function InBranchFormat() {
    useNumberFormat()
    return createElement(Drawn)
  }

const textOnly = (search: Record<string, unknown>): ScreenSearch =>
  Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))

function NoHome() {
  const { t } = useTranslation('shell')
  return <EmptyState title={t('homeMissing')} hint={t('homeMissingHint')} />
}
