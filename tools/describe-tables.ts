import { withClient } from '../electron/db/admin.ts'
import type { Connection } from '../electron/db/connection.ts'

type Column = {
  relation: string
  name: string
  type: string
  nullable: boolean
  generated: boolean
  computed: boolean
  writable: boolean
}
type Enum = { name: string; labels: string[] }

/** What each PostgreSQL type is in JavaScript; agrees with the parsers in electron/db/types.ts. */
const SCALARS: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  json: 'Json',
  jsonb: 'Json',
  ...Object.fromEntries(
    [
      'bit',
      'bpchar',
      'citext',
      'date',
      'inet',
      'int8',
      'interval',
      'name',
      'numeric',
      'regclass',
      'text',
    ].map(asText),
  ),
  ...Object.fromEntries(
    ['time', 'timestamp', 'timestamptz', 'tsvector', 'uuid', 'varchar', 'xid8'].map(asText),
  ),
}

function asText(type: string): [string, string] {
  return [type, 'string']
}

const COLUMNS = `
  SELECT c.relname AS relation, a.attname AS name, coalesce(base.typname, t.typname) AS type,
    NOT a.attnotnull AS nullable,
    a.attgenerated <> '' OR a.attidentity = 'a' AS computed,
    -- A value that a trigger sets is not a default; the column's comment says so.
    a.atthasdef OR a.attidentity <> '' OR coalesce(col_description(c.oid, a.attnum) LIKE 'Stamped%', false) AS generated,
    c.relkind IN ('r', 'p') AS writable
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  -- What a domain is of.
  LEFT JOIN pg_type base ON base.oid = t.typbasetype AND t.typtype = 'd'
  WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relispartition
    -- The migrator's own tables.
    AND c.relname NOT LIKE 'kysely\\_migration%' AND c.relname <> 'migration_hashes'
  ORDER BY c.relname COLLATE "C", a.attnum`

const ENUMS = `
  SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE t.typnamespace = 'corex'::regnamespace
  GROUP BY t.typname ORDER BY t.typname COLLATE "C"`

/** The TypeScript text of every table and view of schema corex: rows as they arrive, and what an insert may leave out. */
export async function describeTables(admin: Connection): Promise<string> {
  const { columns, enums } = await withClient(admin, async (client) => ({
    columns: (await client.query<Column>(COLUMNS)).rows,
    enums: (await client.query<Enum>(ENUMS)).rows,
  }))
  const relations = Map.groupBy(columns, (column) => column.relation)
  return [
    '// Generated from the migrated database by `npm run types:db`. Do not edit; a test compares it with the catalogue.',
    `import type { ColumnType, Generated, GeneratedAlways } from 'kysely'`,
    '',
    '/** JSON is read as whatever it holds and written as text. */',
    'type Json = ColumnType<unknown, string, string>',
    '',
    ...enums.map(enumText),
    ...[...relations].map(([name, members]) => tableText(name, members, enums)),
    'export interface DB {',
    ...[...relations.keys()].map((name) => `  ${name}: ${pascal(name)}Table`),
    '}',
    '',
  ].join('\n')
}

const pascal = (name: string) => name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** As the formatter would write it: on one line where it fits. */
function enumText({ name, labels }: Enum): string {
  const line = `type ${pascal(name)} = ${labels.map((label) => `'${label}'`).join(' | ')}`
  if (line.length <= 110) return `${line}\n`
  return `type ${pascal(name)} =\n${labels.map((label) => `  | '${label}'`).join('\n')}\n`
}

function tableText(name: string, columns: readonly Column[], enums: readonly Enum[]): string {
  const lines = columns.map((column) => `  ${column.name}: ${columnText(column, enums)}`)
  return `interface ${pascal(name)}Table {\n${lines.join('\n')}\n}\n`
}

function columnText(column: Column, enums: readonly Enum[]): string {
  const base = typeText(column.type, enums)
  const whole = column.nullable ? `${base} | null` : base
  if (!column.writable) return `ColumnType<${whole}, never, never>`
  if (column.computed) return `GeneratedAlways<${whole}>`
  return column.generated ? `Generated<${whole}>` : whole
}

function typeText(type: string, enums: readonly Enum[]): string {
  // PostgreSQL names the array of a type by an underscore before it.
  if (type.startsWith('_')) return `${typeText(type.slice(1), enums)}[]`
  if (enums.some((each) => each.name === type)) return pascal(type)
  const known = SCALARS[type]
  if (known === undefined) throw new Error(`No TypeScript type is known for PostgreSQL's ${type}`)
  return known
}
