import {
  IconArchive,
  IconBook2,
  IconScale,
  IconCalendarDue,
  IconCalendarEvent,
  IconChecks,
  IconCash,
  IconCashRegister,
  IconId,
  IconIdBadge2,
  IconGauge,
  IconKey,
  IconListSearch,
  IconPercentage,
  IconReceipt2,
  IconUserSearch,
  IconShieldCheck,
  IconUsers,
  IconZoomMoney,
} from '@tabler/icons-react'
import { ROLES, type Role } from '../../shared/contract/define.ts'
import { AccountsScreen } from '../screens/accounts/accounts-screen.tsx'
import { ApprovalsScreen } from '../screens/approvals/approvals-screen.tsx'
import { ApprovalsWaiting } from '../screens/approvals/approvals-waiting.tsx'
import { AuditScreen } from '../screens/audit/audit-screen.tsx'
import { BooksScreen } from '../screens/books/books-screen.tsx'
import { BranchesScreen } from '../screens/branches/branches-screen.tsx'
import { CounterScreen } from '../screens/postings/counter-screen.tsx'
import { CustomersScreen } from '../screens/customers/customers-screen.tsx'
import { DocumentsScreen } from '../screens/documents/documents-screen.tsx'
import { DueScreen } from '../screens/documents/due-screen.tsx'
import { PoliciesScreen } from '../screens/documents/policies-screen.tsx'
import { RetentionScreen } from '../screens/documents/retention-screen.tsx'
import { DocumentsWaiting } from '../screens/documents/documents-waiting.tsx'
import { JournalScreen } from '../screens/journal/journal-screen.tsx'
import { LimitsScreen } from '../screens/limits/limits-screen.tsx'
import { PaymentsScreen } from '../screens/payments/payments-screen.tsx'
import { ProductsScreen } from '../screens/products/products-screen.tsx'
import { ScreeningScreen } from '../screens/screening/screening-screen.tsx'
import { ScreeningWaiting } from '../screens/screening/screening-waiting.tsx'
import { SessionsScreen } from '../screens/sessions/sessions-screen.tsx'
import { TillsScreen } from '../screens/tills/tills-screen.tsx'
import { AlertsWaiting } from '../screens/watch/alerts-waiting.tsx'
import { WatchScreen } from '../screens/watch/watch-screen.tsx'
import { keeperScreens } from './keeper-screens.ts'
import { whoMay, type Screen } from './screen.ts'

/** Every screen, in the order of the navigation. The first one that a role sees is its home. */
export const screens: readonly Screen[] = [
  {
    path: '/counter',
    name: 'counter',
    icon: IconCash,
    roles: whoMay('postings.postDeposit'),
    component: CounterScreen,
  },
  {
    path: '/customers',
    name: 'customers',
    icon: IconUsers,
    roles: whoMay('customers.search'),
    component: CustomersScreen,
  },
  {
    path: '/documents',
    name: 'documents',
    icon: IconId,
    roles: whoMay('documents.listQueue'),
    component: DocumentsScreen,
    waiting: DocumentsWaiting,
  },
  {
    path: '/kyc-due',
    name: 'kycDue',
    icon: IconCalendarDue,
    roles: whoMay('documents.listDue'),
    component: DueScreen,
  },
  {
    path: '/approvals',
    name: 'approvals',
    icon: IconChecks,
    roles: whoMay('approvals.list'),
    component: ApprovalsScreen,
    waiting: ApprovalsWaiting,
  },
  {
    path: '/screening',
    name: 'screening',
    icon: IconUserSearch,
    roles: whoMay('screening.lists'),
    component: ScreeningScreen,
    waiting: ScreeningWaiting,
  },
  {
    path: '/accounts',
    name: 'accounts',
    icon: IconBook2,
    roles: whoMay('accounts.find'),
    component: AccountsScreen,
  },
  {
    path: '/journal',
    name: 'journal',
    icon: IconListSearch,
    roles: whoMay('journal.list'),
    component: JournalScreen,
  },
  {
    path: '/tills',
    name: 'tills',
    icon: IconCashRegister,
    roles: whoMay('tills.open'),
    component: TillsScreen,
  },
  {
    path: '/branches',
    name: 'branches',
    icon: IconCalendarEvent,
    roles: whoMay('branches.readDay', 'tills.add'),
    component: BranchesScreen,
  },
  {
    path: '/books',
    name: 'books',
    icon: IconScale,
    roles: whoMay('books.exportJournal'),
    component: BooksScreen,
  },
  {
    path: '/limits',
    name: 'limits',
    icon: IconGauge,
    roles: whoMay('limits.list'),
    component: LimitsScreen,
  },
  {
    path: '/kyc-policies',
    name: 'kycPolicies',
    icon: IconIdBadge2,
    roles: whoMay('documents.proposePolicy'),
    component: PoliciesScreen,
  },
  {
    path: '/retention',
    name: 'retention',
    icon: IconArchive,
    roles: whoMay('documents.listRetention'),
    component: RetentionScreen,
  },
  {
    path: '/products',
    name: 'products',
    icon: IconPercentage,
    roles: whoMay('products.list'),
    component: ProductsScreen,
  },
  {
    path: '/payments',
    name: 'payments',
    icon: IconReceipt2,
    roles: whoMay('payments.list'),
    component: PaymentsScreen,
  },
  {
    path: '/watch',
    name: 'watch',
    icon: IconZoomMoney,
    roles: whoMay('watch.listAlerts'),
    component: WatchScreen,
    waiting: AlertsWaiting,
  },
  {
    path: '/audit',
    name: 'audit',
    icon: IconShieldCheck,
    roles: whoMay('audit.list'),
    component: AuditScreen,
  },
  ...keeperScreens,
  {
    path: '/sessions',
    name: 'sessions',
    icon: IconKey,
    roles: ROLES,
    component: SessionsScreen,
    hidden: true,
  },
]

export const screensOf = (role: Role) => screens.filter(({ roles }) => roles.includes(role))

const HOME: Partial<Record<Role, Screen['path']>> = { AUDITOR: '/audit', ADMIN: '/users' }

/** The screen that is shown after signing in: the counter, except for auditors and administrators. */
export const homeOf = (role: Role): string =>
  (screensOf(role).find(({ path }) => path === HOME[role]) ?? screensOf(role)[0])?.path ?? '/'
