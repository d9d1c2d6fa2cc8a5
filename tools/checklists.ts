import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checklistPages } from './checklists/pages.ts'

/** Writes the pages that are made from `docs/checklists.csv`. */
const root = join(import.meta.dirname, '..')
const pages = checklistPages(readFileSync(join(root, 'docs/checklists.csv'), 'utf8'))
for (const [file, text] of Object.entries(pages)) writeFileSync(join(root, file), text)
