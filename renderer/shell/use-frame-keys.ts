import { useTranslation } from 'react-i18next'
import { useGo, usePath, type ScreenSearch } from '../app/navigate.ts'
import { homeOf, screensOf } from '../app/screens.ts'
import { useLeave } from '../app/use-leave.ts'
import { useSession } from '../calls/use-session.ts'
import type { KeyBindings } from '../keyboard/keys.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { slipKind, slipKinds } from '../screens/postings/slip-kinds.ts'
import { SIGN_OUT_KEY, useSignOut } from './use-sign-out.ts'

type Actions = { readonly onHelp: () => void; readonly onFind: () => void; readonly onLock: () => void }

/** The keys that work on every screen. A screen that declares one of them itself takes precedence. */
export function useFrameKeys(enabled: boolean, { onHelp, onFind, onLock }: Actions): void {
  const { t } = useTranslation('shell')
  const signOut = useSignOut()
  const screenKeys = useScreenKeys()
  const back = useBack()
  useKeys(
    {
      ...screenKeys,
      F1: { label: t('help'), run: onHelp },
      'Ctrl+K': { label: t('find'), run: onFind },
      'Ctrl+L': { label: t('lock'), run: onLock, quiet: true },
      [SIGN_OUT_KEY]: { label: t('signOut'), run: signOut, quiet: true },
      ...back,
    },
    { enabled, everywhere: true },
  )
}

/** The keys of the counter's bar from everywhere, as far as the role has the screens that they open. */
function useScreenKeys(): KeyBindings {
  const { t } = useTranslation(['shell', 'postings', 'customers'])
  const { user } = useSession()
  const open = useOpen()
  const mine = new Set(user === null ? [] : screensOf(user.role).map(({ path }) => path))
  const when = (path: `/${string}`, keys: KeyBindings) => (mine.has(path) ? keys : {})
  const slips = slipKinds.map((kind) => {
    const binding = { label: t(`postings:slips.${kind}.key`), run: () => open('/counter', { kind }) }
    return [slipKind(kind).key, binding] as const
  })
  const customers = mine.has('/counter') ? '/counter' : '/customers'
  return {
    ...when(customers, { F2: { label: t('postings:customerKey'), run: () => open(customers) } }),
    ...when('/counter', Object.fromEntries(slips)),
    ...when('/accounts', { F8: { label: t('postings:statement'), run: () => open('/accounts') } }),
    ...when('/documents', { F9: { label: t('nav.documents'), run: () => open('/documents') } }),
    ...when('/tills', { F10: { label: t('nav.tills'), run: () => open('/tills') } }),
    ...when('/counter', {
      'Ctrl+N': { label: t('customers:register'), run: () => open('/customers', { new: '1' }), quiet: true },
    }),
  }
}

/** Opens a screen by a key: never over what would be lost. */
function useOpen() {
  const go = useGo()
  const { byKey } = useLeave()
  return (path: string, search?: ScreenSearch) => byKey(() => go(path, search))
}

/** Escape on a screen without a step back of its own: to where the person's work begins. */
function useBack(): KeyBindings {
  const { t } = useTranslation('shell')
  const { user } = useSession()
  const path = usePath()
  const open = useOpen()
  const home = user === null ? path : homeOf(user.role)
  return { Escape: { label: t('back'), run: () => open(home), disabled: path === home, quiet: true } }
}
