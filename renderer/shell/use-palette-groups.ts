import {
  IconArrowRight,
  IconBolt,
  IconBook2,
  IconLock,
  IconLogout,
  IconReceipt,
  IconUser,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../calls/use-may.ts'
import { formatDate } from '../i18n/dates.ts'
import { formatAccountNumber } from '../../shared/check-digit.ts'
import type { AccountView } from '../../shared/contract/accounts.ts'
import type { Answer } from '../calls/answer.ts'
import type { Role } from '../../shared/contract/define.ts'
import { fullName } from '../../shared/rules/full-name.ts'
import { useSession } from '../calls/use-session.ts'
import { rankOptions } from '../components/rank-options.ts'
import { useKeyLayers, type KeyBinding } from '../keyboard/keys.ts'
import type { ScreenSearch } from '../app/navigate.ts'
import { screensOf } from '../app/screens.ts'
import { useAskedGo } from '../app/use-leave.ts'
import { useAccountByNumber } from '../screens/accounts/use-account-by-number.ts'
import { useCustomerSearch } from '../screens/customers/use-customer-search.ts'
import { slipKind, slipKinds } from '../screens/postings/slip-kinds.ts'
import { usePostingByReference } from '../screens/postings/use-posting-by-reference.ts'
import { THEME_ICONS, THEMES } from './theme-switch.tsx'
import { SIGN_OUT_KEY, useSignOut } from './use-sign-out.ts'
import { useTheme } from './use-theme.ts'
import type { PaletteItem } from './palette-parts.tsx'

export type PaletteGroup = {
  readonly id: string
  readonly label: string
  readonly items: readonly PaletteItem[]
}

const MOST_PEOPLE = 6

/** The screen that shows a customer: the counter for those who work there, the customers' screen for others. */
const personScreen = (role: Role) =>
  screensOf(role).find(({ path }) => path === '/counter' || path === '/customers')?.path

/** There will be an answer to what is typed now. */
const isOnItsWay = (answer: Answer<unknown> | null) =>
  answer?.state === 'loading' || (answer?.state === 'known' && !answer.current)

/** What the palette offers for what was typed. Empty groups are left out. */
export function usePaletteGroups(query: string, onLock: () => void) {
  const people = usePeople(query)
  const account = useAccount(query)
  const posting = usePosting(query)
  const actions = useActions(query, onLock)
  const { t } = useTranslation('shell')
  const groups: PaletteGroup[] = [
    { id: 'customers', label: t('palette.customers'), items: people.items },
    { id: 'accounts', label: t('palette.accounts'), items: account.items },
    { id: 'postings', label: t('palette.postings'), items: posting.items },
    { id: 'actions', label: t('palette.actions'), items: actions },
  ]
  const answers = [people.answer, account.answer, posting.answer]
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    searching: answers.some(isOnItsWay),
    /** The first search that was not answered: what it would have found is not known. */
    unknown: answers.find((answer) => answer?.state === 'unknown') ?? null,
  }
}

function usePeople(query: string) {
  const { t } = useTranslation('shell')
  const go = useAskedGo()
  const { user } = useSession()
  const path = user === null ? undefined : personScreen(user.role)
  const maySearch = useMay('customers.search')
  const enabled = path !== undefined && maySearch
  const { people: answer } = useCustomerSearch(query, { limit: MOST_PEOPLE, enabled, shortest: 2 })
  const people = answer?.state === 'known' ? answer.value : []
  const items: PaletteItem[] = people.map((person) => ({
    id: person.id,
    label: fullName(person),
    icon: IconUser,
    identifier: person.customerNumber,
    ...(person.dateOfBirth === null
      ? {}
      : { detail: t('palette.born', { date: formatDate(person.dateOfBirth) }) }),
    run: () => go(path ?? '/', { customer: person.id }),
  }))
  return { items, answer }
}

function useAccount(query: string) {
  const go = useAskedGo()
  const { user } = useSession()
  const path = user === null ? undefined : personScreen(user.role)
  const { account: answer } = useAccountByNumber(query, path !== undefined)
  const account = answer?.state === 'known' ? answer.value : null
  const open = (search: ScreenSearch) => go(path ?? '/', search)
  return { items: account === null ? [] : [accountItem(account, open)], answer }
}

const accountItem = (account: AccountView, open: (search: ScreenSearch) => void): PaletteItem => ({
  id: account.accountNumber,
  label: formatAccountNumber(account.accountNumber),
  icon: IconBook2,
  detail: account.customerName,
  amount: { value: account.availableBalance, currency: account.currency },
  run: () => open({ customer: account.customerId, account: account.accountNumber }),
})

function usePosting(query: string) {
  const { t } = useTranslation(['shell', 'accounts'])
  const go = useAskedGo()
  const mayRead = useMay('postings.find')
  const answer = usePostingByReference(query, mayRead)
  const posting = answer?.state === 'known' ? answer.value : null
  if (posting === null) return { items: [], answer }
  const item: PaletteItem = {
    id: posting.id,
    label: posting.reference,
    icon: IconReceipt,
    detail: t(`accounts:kind.${posting.transactionType}`),
    amount: { value: posting.amount, currency: posting.currency },
    run: () => go('/accounts', { posting: posting.id }),
  }
  return { items: [item], answer }
}

function useActions(query: string, onLock: () => void): PaletteItem[] {
  const { t } = useTranslation('shell')
  const go = useAskedGo()
  const { user } = useSession()
  const { ofScreen, slips } = useKeyActions()
  const signOut = useSignOut()
  const { setColorScheme } = useTheme()
  const ofRole = (user === null ? [] : screensOf(user.role)).map(({ path, name }) => ({
    id: path,
    label: t('palette.goTo', { screen: t(`nav.${name}`) }),
    icon: IconArrowRight,
    run: () => go(path),
  }))
  const ofFrame = [
    { id: 'lock', label: t('lock'), icon: IconLock, keys: 'Ctrl+L', run: onLock },
    { id: 'signOut', label: t('signOut'), icon: IconLogout, keys: SIGN_OUT_KEY, run: signOut },
    ...THEMES.map((theme) => ({
      id: `theme ${theme}`,
      label: t(`theme.${theme}`),
      icon: THEME_ICONS[theme],
      run: () => setColorScheme(theme),
    })),
  ]
  // The postings have keys on every screen, and are listed only where somebody looks for them.
  const ofCounter = query.trim() === '' ? [] : slips
  const all: PaletteItem[] = [...ofScreen, ...ofCounter, ...ofRole, ...ofFrame]
  return rankOptions(
    all.map((item) => ({ ...item, value: item.id })),
    query,
  )
}

/** What the keys of the open screen do, and the postings that can be begun from it. */
function useKeyActions(): Record<'ofScreen' | 'slips', PaletteItem[]> {
  const layers = useKeyLayers((state) => state.layers)
  const bindingsOf = (frame: boolean) =>
    layers
      .filter(({ everywhere, modal }) => everywhere === frame && !modal)
      .flatMap(({ bindings }) => Object.entries(bindings))
  const ofScreen = bindingsOf(false)
  const declared = new Set(ofScreen.map(([keys]) => keys))
  const slips = bindingsOf(true).filter(([keys]) => SLIP_KEYS.has(keys) && !declared.has(keys))
  return { ofScreen: ofScreen.flatMap(actionOf), slips: slips.flatMap(actionOf) }
}

const SLIP_KEYS: ReadonlySet<string> = new Set(slipKinds.map((kind) => slipKind(kind).key))

const actionOf = ([keys, { label, run, disabled }]: [string, KeyBinding]): PaletteItem[] =>
  disabled === true ? [] : [{ id: `key ${keys}`, label, icon: IconBolt, keys, run }]
