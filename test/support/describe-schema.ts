import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'

// Each user has a counter of their own, made by a trigger; they are rows rather than schema.
const CLASSES = `(SELECT * FROM pg_class WHERE relnamespace = 'corex'::regnamespace AND relname !~ '^reads_[0-9a-f]{32}$')`

/** A privilege by name: to whom, by whom, and whether it may be passed on. An object without a list has the default one. */
const granted = (list: string, kind: string, owner: string) =>
  `aclexplode(coalesce(${list}, acldefault('${kind}', ${owner}))) AS a`
const GRANT = `concat_ws(' ', a.privilege_type, 'to', coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC'), 'by', a.grantor::regrole,
  CASE WHEN a.is_grantable THEN 'WITH GRANT OPTION' END)`

/** Every object of schema corex, and what applies to it, as one line of text each. */
const QUERIES: Readonly<Record<string, string>> = {
  schema: `SELECT concat_ws(' ', nspname, 'of', nspowner::regrole, ${GRANT})
    FROM pg_namespace, ${granted('nspacl', 'n', 'nspowner')} WHERE nspname IN ('corex', 'ext', 'public')`,
  extension: `SELECT concat_ws(' ', extname, extversion, extnamespace::regnamespace) FROM pg_extension`,
  'default privilege': `SELECT concat_ws(' ', d.defaclrole::regrole, d.defaclnamespace, d.defaclobjtype, ${GRANT})
    FROM pg_default_acl d, aclexplode(d.defaclacl) AS a`,
  type: `SELECT concat_ws(' ', t.oid::regtype, t.typtype, 'of', t.typowner::regrole, format_type(nullif(t.typbasetype, 0), t.typtypmod),
      (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
    FROM pg_type t WHERE t.typnamespace = 'corex'::regnamespace AND t.typtype <> 'b' AND t.typname !~ '^attempt'`,
  'type privilege': `SELECT concat_ws(' ', t.oid::regtype, ${GRANT})
    FROM pg_type t, ${granted('t.typacl', 'T', 't.typowner')} WHERE t.typnamespace = 'corex'::regnamespace AND t.typtype IN ('e', 'd')`,
  relation: `SELECT concat_ws(' ', c.oid::regclass, c.relkind, 'of', c.relowner::regrole, c.relpersistence, c.reloptions::text,
      CASE WHEN c.relrowsecurity THEN 'row security' END, CASE WHEN c.relforcerowsecurity THEN 'forced' END,
      pg_get_partkeydef(c.oid), (SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = c.oid), pg_get_expr(c.relpartbound, c.oid),
      CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END)
    FROM ${CLASSES} AS c`,
  'relation privilege': `SELECT concat_ws(' ', c.oid::regclass, ${GRANT})
    FROM ${CLASSES} AS c, ${granted('c.relacl', 'r', 'c.relowner')} WHERE c.relkind NOT IN ('i', 'I', 'c', 'S')`,
  sequence: `SELECT concat_ws(' ', s.seqrelid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, ${GRANT})
    FROM pg_sequence s JOIN ${CLASSES} AS c ON c.oid = s.seqrelid, ${granted('c.relacl', 's', 'c.relowner')}`,
  column: `SELECT concat_ws(' ', t.attrelid::regclass, row_number() OVER (PARTITION BY t.attrelid ORDER BY t.attnum), t.attname,
      format_type(t.atttypid, t.atttypmod), CASE WHEN t.attnotnull THEN 'not null' END, nullif(t.attgenerated, ''), nullif(t.attidentity, ''),
      pg_get_expr(d.adbin, d.adrelid), nullif(t.attcollation, 0)::regcollation, t.attstorage)
    FROM pg_attribute t JOIN ${CLASSES} AS c ON c.oid = t.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = t.attrelid AND d.adnum = t.attnum
    WHERE t.attnum > 0 AND NOT t.attisdropped AND c.relkind NOT IN ('i', 'I', 'S')`,
  'column privilege': `SELECT concat_ws(' ', t.attrelid::regclass, t.attname, ${GRANT})
    FROM pg_attribute t JOIN ${CLASSES} AS c ON c.oid = t.attrelid, aclexplode(t.attacl) AS a WHERE NOT t.attisdropped`,
  constraint: `SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), CASE WHEN NOT convalidated THEN 'not valid' END)
    FROM pg_constraint WHERE connamespace = 'corex'::regnamespace`,
  index: `SELECT concat_ws(' ', pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN 'invalid' END)
    FROM pg_index i JOIN ${CLASSES} AS c ON c.oid = i.indexrelid`,
  function: `SELECT concat_ws(' ', pg_get_functiondef(oid), 'of', proowner::regrole)
    FROM pg_proc WHERE pronamespace = 'corex'::regnamespace AND prokind IN ('f', 'p')`,
  aggregate: `SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'corex'::regnamespace AND prokind NOT IN ('f', 'p')`,
  'function privilege': `SELECT concat_ws(' ', p.oid::regprocedure, ${GRANT})
    FROM pg_proc p, ${granted('p.proacl', 'f', 'p.proowner')} WHERE p.pronamespace = 'corex'::regnamespace`,
  trigger: `SELECT concat_ws(' ', pg_get_triggerdef(t.oid), 'enabled:', t.tgenabled)
    FROM pg_trigger t JOIN ${CLASSES} AS c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal`,
  policy: `SELECT concat_ws(' ', polrelid::regclass, polname, polcmd, polpermissive, polroles::regrole[]::text, 'using',
      pg_get_expr(polqual, polrelid), 'check', pg_get_expr(polwithcheck, polrelid))
    FROM pg_policy JOIN ${CLASSES} AS c ON c.oid = polrelid`,
  rule: `SELECT pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN ${CLASSES} AS c ON c.oid = r.ev_class`,
  comment: `SELECT concat_ws(' ', o.type, o.identity, d.description)
    FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) AS o WHERE o.schema = 'corex'`,
}

/**
 * All that pg_dump would say of the application's schema, line by line and in a fixed order: two databases with the same
 * description have the same tables, code, owners and privileges.
 */
export function describeSchema(admin: Connection): Promise<string[]> {
  return withClient(admin, async (client) => {
    const lines: string[] = []
    for (const [kind, query] of Object.entries(QUERIES)) {
      const { rows } = await client.query<{ line: string }>(`SELECT line FROM (${query}) AS found (line)`)
      lines.push(...rows.map(({ line }) => `${kind} ${line}`))
    }
    return lines.toSorted()
  })
}
