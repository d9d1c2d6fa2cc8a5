// Writes docs/permissions.md from the contract: `npm run docs:permissions`. A test compares the two.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissionTable } from './permission-table.ts'

const INTRODUCTION = `# Who may do what

Made from the contract (\`shared/contract/\`) by \`npm run docs:permissions\`; a test fails when the two differ. The dispatcher
refuses everything else with FORBIDDEN, and the database refuses it again by policies, column grants and guards. "Anyone"
needs no sign-in; "signed in" is every role.

`

writeFileSync(join(import.meta.dirname, '../docs/permissions.md'), `${INTRODUCTION}${permissionTable()}\n`)
