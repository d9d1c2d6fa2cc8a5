import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes more than eight seconds alone, longest first: `.cache/unit-results.json` says it of a run. */
const LONG = [
  'test/contract/fuzz.test.ts',
  'test/contract/errors.test.ts',
  'test/studio/hostile.test.ts',
  'test/backups/recovery.test.ts',
  'test/intents/kill.test.ts',
  'test/mrz/photographs.test.ts',
  'test/trust/solo-crimes.test.ts',
  'test/proof/proof.test.ts',
  'test/db/embedded.test.ts',
  'test/archives/years.test.ts',
  'test/books/checks.test.ts',
  'test/cli/backups.test.ts',
  'test/db/open-embedded.test.ts',
  'test/postings/properties.test.ts',
  'test/documents/files.test.ts',
  'test/demo/demo.test.ts',
  'test/sessions/session.test.ts',
  'test/backups/differential.test.ts',
  'test/postings/batch.test.ts',
  'test/studio/studio.test.ts',
  'test/documents/pages.test.ts',
  'test/workstations/enrolment.test.ts',
  'test/trust/power-alone.test.ts',
  'test/sessions/second-factor.test.ts',
  'test/approvals/power.test.ts',
  'test/payments/payment-jobs.test.ts',
  'test/db/limits.test.ts',
  'test/keys/rotation.test.ts',
  'test/sessions/sign-in.test.ts',
  'test/trust/hostile.test.ts',
  'test/db/server.test.ts',
  'test/backups/space.test.ts',
  'test/printers/cups.test.ts',
  'test/cli/jobs.test.ts',
  'test/cli/corex.test.ts',
  'test/cli/migrate.test.ts',
  'test/products/day-jobs.test.ts',
  'test/db/code.test.ts',
]

/** Begins with the long files, so that none runs alone at the end. Vitest itself goes by their size, which says nothing of that. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b))
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((file) => moduleId.endsWith(`/${file}`))
  return rank === -1 ? LONG.length : rank
}
