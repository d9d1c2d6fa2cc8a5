import {
  IconBuildingBank,
  IconUsersGroup,
  IconUserCheck,
  IconClockPlay,
  IconDevices,
  IconLockAccess,
  IconHeartbeat,
  IconHistory,
  IconFileZip,
  IconDatabaseCog,
  IconPrinter,
} from '@tabler/icons-react'
import { DATABASE_KEEPER } from '../../shared/contract/database.ts'
import { BankScreen } from '../screens/branches/bank-screen.tsx'
import { StaffScreen } from '../screens/users/staff-screen.tsx'
import { UsersScreen } from '../screens/users/users-screen.tsx'
import { HealthScreen } from '../screens/health/health-screen.tsx'
import { JobsScreen } from '../screens/jobs/jobs-screen.tsx'
import { KeysScreen } from '../screens/keys/keys-screen.tsx'
import { BackupsScreen } from '../screens/backups/backups-screen.tsx'
import { BackupsWaiting } from '../screens/backups/backups-waiting.tsx'
import { ArchivesScreen } from '../screens/archives/archives-screen.tsx'
import { PrintersScreen } from '../screens/printers/printers-screen.tsx'
import { DatabaseScreen } from '../screens/database/database-screen.tsx'
import { WorkstationsScreen } from '../screens/workstations/workstations-screen.tsx'
import { whoMay, type Screen } from './screen.ts'

/** Screens of whoever looks after the people, the program and its data, in the order of the navigation. */
export const keeperScreens: readonly Screen[] = [
  {
    path: '/users',
    name: 'users',
    icon: IconUsersGroup,
    roles: whoMay('users.create'),
    component: UsersScreen,
  },
  {
    path: '/staff',
    name: 'staff',
    icon: IconUserCheck,
    roles: whoMay('users.review'),
    component: StaffScreen,
  },
  {
    path: '/bank',
    name: 'bank',
    icon: IconBuildingBank,
    roles: whoMay('branches.list'),
    component: BankScreen,
  },
  {
    path: '/workstations',
    name: 'workstations',
    icon: IconDevices,
    roles: whoMay('workstations.list'),
    component: WorkstationsScreen,
  },
  {
    path: '/health',
    name: 'health',
    icon: IconHeartbeat,
    roles: whoMay('health.read'),
    component: HealthScreen,
  },
  {
    path: '/jobs',
    name: 'jobs',
    icon: IconClockPlay,
    roles: whoMay('jobs.list'),
    component: JobsScreen,
  },
  {
    path: '/keys',
    name: 'keys',
    icon: IconLockAccess,
    roles: whoMay('keys.read'),
    component: KeysScreen,
  },
  {
    path: '/backups',
    name: 'backups',
    icon: IconHistory,
    roles: whoMay('backups.read'),
    component: BackupsScreen,
    waiting: BackupsWaiting,
  },
  {
    path: '/archives',
    name: 'archives',
    icon: IconFileZip,
    roles: whoMay('archives.list'),
    component: ArchivesScreen,
  },
  {
    path: '/printers',
    name: 'printers',
    icon: IconPrinter,
    roles: whoMay('printers.add'),
    component: PrintersScreen,
  },
  {
    path: '/database',
    name: 'database',
    icon: IconDatabaseCog,
    roles: [DATABASE_KEEPER],
    component: DatabaseScreen,
  },
]
