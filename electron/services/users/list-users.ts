import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

export const listUsers: UseCase<'users', 'list'> = async (_, { db }) => {
  const users = await db
    .selectFrom('users')
    .select(['id', 'username', 'email', 'role', 'status'])
    .select([
      'full_name as fullName',
      'must_change_password as mustChangePassword',
      'created_at as createdAt',
    ])
    .orderBy('username')
    .execute()
  return ok({ users })
}
