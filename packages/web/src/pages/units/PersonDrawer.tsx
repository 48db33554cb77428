import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Role, Unit, User } from '../../api/contract.ts'
import { useSavePerson } from '../../api/people.ts'
import { memberFaults, problemSentence, referenceOf } from '../../api/problem.ts'
import { ChoiceChips } from '../../ui/Chips.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { Field, FieldGroup } from '../../ui/Field.tsx'
import { roleNames } from '../role-names.ts'
import { useSignedIn } from '../SignedIn.tsx'

/** The posts that a unit of a kind has. Only an administrator makes another. */
const rolesOf = (kind: Unit['kind'], isAdmin: boolean): readonly Role[] => {
  const admin: readonly Role[] = isAdmin ? ['admin'] : []
  switch (kind) {
    case 'school':
      return ['clerk', 'secretary', 'inspector']
    case 'bureau':
      return ['bureau', 'inspector', ...admin]
    case 'city':
      return ['city', 'inspector', ...admin]
  }
}

/** Adds a person or changes one. A new one gets a one-time link next, no password by hand. */
export const PersonDrawer = (props: {
  readonly unit: Unit
  readonly person: User | null
  readonly onClose: () => void
  readonly onSaved: (person: User, isNew: boolean) => void
}) => {
  const { unit, person } = props
  const session = useSignedIn()
  const save = useSavePerson()
  const roles = rolesOf(unit.kind, session.user.role === 'admin')
  const [name, setName] = useState(person?.name ?? '')
  const [username, setUsername] = useState(person?.username ?? '')
  const [role, setRole] = useState<Role>(person?.role ?? roles[0] ?? 'clerk')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const account = username.trim() === '' ? name.trim() : username.trim()
    const found: readonly Fault[] = [
      ...(name.trim() === '' ? [{ field: 'person-name', message: '还没有填姓名。' }] : []),
      ...(account === '' || /^[\p{Script=Han}a-zA-Z0-9][\p{Script=Han}a-zA-Z0-9._-]{0,63}$/u.test(account)
        ? []
        : [{ field: 'person-account', message: `账号“${account}”里有别的字。请用汉字、字母和数字。` }]),
    ]
    setFaults(found)
    if (found.length > 0) return
    save.mutate(
      {
        username: account,
        body: { name: name.trim(), role, unit: unit.code, ...(person === null ? {} : { active: person.active }) },
        ...(person === null ? {} : { version: person.version }),
      },
      {
        onSuccess: (saved) => props.onSaved(saved, person === null),
        onError: (problem) => {
          const members = memberFaults(problem).map(({ detail }) => ({ message: detail }))
          setFaults(
            (problem.kind === 'differs' || problem.kind === 'absent') && person === null
              ? [{ field: 'person-account', message: `账号“${account}”已经有人在用，请换一个。填的都在。` }]
              : members.length > 0
                ? members
                : [{ message: problemSentence(problem) }],
          )
        },
      },
    )
  }
  return (
    <Drawer title={person === null ? `给${unit.name}加人` : `改${person.name}`} onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} reference={save.error === null ? undefined : referenceOf(save.error)} />
        <Field label="姓名" id="person-name" fault={faultAt('person-name')}>
          {(ties) => (
            <input {...ties} className="input" autoComplete="off" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {person === null ? (
          <Field label="账号" id="person-account" optional="不填就用姓名" fault={faultAt('person-account')}>
            {(ties) => (
              <input
                {...ties}
                className="input"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                placeholder={name.trim()}
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <FieldGroup label="身份">
          <ChoiceChips
            name="person-role"
            choices={roles.map((value) => ({ value, label: roleNames[value] }))}
            value={role}
            onChoose={setRole}
          />
        </FieldGroup>
        <div className="field">
          <button type="submit" className="button primary wide">
            {save.isPending ? '正在存' : person === null ? '加上，出一次性链接' : '保存'}
          </button>
        </div>
      </form>
    </Drawer>
  )
}
