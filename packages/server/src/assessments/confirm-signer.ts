import type { Person } from '../access/person.ts'
import { checkSignIn } from '../accounts/sign-in.ts'
import { Problem } from '../http/problem.ts'
import type { Client, Services } from '../http/route.ts'
import type { StageBody } from './assessments.contract.ts'
import { passwordNeeded, passwordWrong } from './assessments.problems.ts'

/**
 * Who signs gives the password again; wrong ones are counted like those of a sign-in. Runs before the transaction,
 * because a hash takes longer than anybody may hold the write lock.
 */
export const confirmSigner = async (call: {
  readonly body: StageBody
  readonly person: Person
  readonly services: Services
  readonly client: Client
}): Promise<undefined> => {
  if (call.body.to !== 'signed') return undefined
  const { password } = call.body
  if (password === undefined || password === '') throw passwordNeeded()
  try {
    await checkSignIn(call.services, { username: call.person.username, password }, call.client)
  } catch (error) {
    throw error instanceof Problem && error.code === 'session.wrong_password' ? passwordWrong() : error
  }
  return undefined
}
