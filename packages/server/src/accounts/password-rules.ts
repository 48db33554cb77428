import { unprocessable } from '../http/problem.ts'

/** The very commonest of eight characters and more; longer lists belong to a bureau's own rules. */
const commonest = new Set([
  '00000000', '11111111', '12341234', '12345678', '123456789', '1234567890', '66666666', '87654321', '88888888',
  '99999999', '11223344', '123123123', '123456abc', '1qaz2wsx', 'a1234567', 'a12345678', 'aa123456', 'abc12345',
  'abc123456', 'admin123', 'admin888', 'asdfghjkl', 'iloveyou', 'password', 'password1', 'qwer1234', 'qwertyui',
  'qwertyuiop', 'woaini1314', 'zxcvbnm123',
])

/** Any characters, 8 to 128 by the contract; refused are the commonest and a person's own names. Raises 422. */
export const checkPassword = (
  password: string,
  owner: { readonly username: string; readonly name: string },
): void => {
  const plain = password.trim().toLowerCase()
  const own = [owner.username, owner.name].map((name) => name.trim().toLowerCase())
  const isOwnName = own.some((name) => name !== '' && (plain === name || plain.replaceAll(name, '').length < 3))
  if (!commonest.has(plain) && !isOwnName && new Set(plain).size > 1) return
  throw unprocessable(
    'password.too_common',
    '密码太容易猜',
    '这个密码太常用，或就是自己的名字，容易被人猜到。请换一个，可以用一句话。',
    [{ pointer: '#/password', detail: '请换一个不常用的密码' }],
  )
}
