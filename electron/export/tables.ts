import { type Client, escapeIdentifier } from 'pg'

/** A table that holds rows: also each month of the audit log, and not what is made of months. */
export type Table = {
  readonly name: string
  readonly parent: string | null
  readonly bound: string | null
  readonly columns: readonly string[]
}

/** All that rows are written to. A month that is just being brought back into the archive is no part of it yet, and is brought back again. */
const TABLES = `
  SELECT c.relname::text AS name, p.relname::text AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attname COLLATE "C") AS columns
  FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
  WHERE c.relnamespace = 'corex'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
    AND (c.relname !~ '^audit_logs_[0-9]{6}$' OR p.oid IS NOT NULL)
  ORDER BY c.relname COLLATE "C"`

export const tablesOf = async (client: Client): Promise<readonly Table[]> =>
  (await client.query<Table>(TABLES)).rows

export const relation = (name: string): string => `corex.${escapeIdentifier(name)}`

const columnList = ({ columns }: Pick<Table, 'columns'>): string =>
  columns.map((column) => escapeIdentifier(column)).join(', ')

export const rowsOf = (table: Pick<Table, 'name' | 'columns'>): string =>
  `SELECT ${columnList(table)} FROM ONLY ${relation(table.name)}`

export const copyInto = (table: Pick<Table, 'name' | 'columns'>): string =>
  `COPY ${relation(table.name)} (${columnList(table)}) FROM STDIN`

/** Values are written the same by every version and setting. */
export const WRITTEN_ALIKE = `
  SET search_path = corex, ext; SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'iso_8601';
  SET bytea_output = 'hex'; SET extra_float_digits = 1; SET client_encoding = 'UTF8'; SET xmloption = 'content';
  SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0`
