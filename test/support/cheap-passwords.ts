import type { Queryable } from './queries.ts'
import { PASSWORD, PASSWORD_HASH } from './users.ts'

/** The salt of a cheap hash begins so; one that was made at random begins so once in a thousand million times. */
export const CHEAP = 'Cheap'

/** A salt as bcrypt writes it: `$2a$12$` and 22 letters. */
export const cheapSalt = (salt: string): string => salt.replace(/^(\$2a\$12\$).{5}/, `$1${CHEAP}`)

/**
 * From now on this database makes the hashes of passwords in a millisecond and not in a quarter of a second of a core: by bcrypt too, of cost 4 under
 * the name of cost 12. It knows them by their salt, and PASSWORD by its hash; every other one is checked at its full cost, as ever. Only for what is
 * not about that cost.
 */
export async function checkPasswordsCheaply(superuser: Queryable): Promise<void> {
  await superuser.query(`
    ALTER FUNCTION ext.crypt(text, text) RENAME TO crypt_at_full_cost;
    -- In SQL the planner would work the dear one out beforehand, whether it is wanted or not.
    CREATE FUNCTION ext.crypt(text, text) RETURNS text LANGUAGE plpgsql STRICT SET search_path = pg_catalog, ext AS $$
      DECLARE
        salt text := CASE WHEN $2 ~ '^\\$2a\\$12\\$.{22}$' THEN overlay($2 PLACING '${CHEAP}' FROM 8) ELSE $2 END;
      BEGIN
        IF $2 = '${PASSWORD_HASH}' THEN RETURN CASE WHEN $1 = '${PASSWORD}' THEN $2 ELSE '*0' END; END IF;
        IF salt NOT LIKE '$2a$12$${CHEAP}%' THEN RETURN crypt_at_full_cost($1, salt); END IF;
        RETURN replace(crypt_at_full_cost($1, replace(salt, '$12$', '$04$')), '$04$', '$12$');
      END $$;
    REVOKE EXECUTE ON FUNCTION ext.crypt(text, text) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ext.crypt(text, text), ext.crypt_at_full_cost(text, text) TO corex_owner`)
}

/** Gives everybody of the staff this password, stored as `checkPasswordsCheaply` knows it. Past every rule: for a connection without triggers. */
export const storeCheaply = (superuser: Queryable, password: string) =>
  superuser.query(`UPDATE corex.users SET password_hash = ext.crypt($1, ext.gen_salt('bf', 12))`, [password])
